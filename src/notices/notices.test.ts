import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { krefeld, openWeb, type TestWeb } from '../../test/support/house.ts'
import type { City } from '../city/index.ts'
import { LANGUAGES } from '../i18n/index.ts'

const NOTICES = ['/accessibility', '/barrier', '/privacy', '/imprint']

describe('the foot of every page', () => {
  let house: TestWeb
  before(async () => {
    house = await openWeb()
  })
  after(() => house.close())
  const html = async (path: string) => (await house.fetch(path)).text()

  it('leads to the four notices, which are there in every language', async () => {
    for (const { code } of LANGUAGES) {
      const foot = (await html(`/${code}/`)).split('<footer')[1] ?? ''
      for (const path of NOTICES) {
        assert.ok(foot.includes(`href="/${code}${path}"`), `${code} ${path}`)
        assert.equal((await house.fetch(`/${code}${path}`)).status, 200)
      }
    }
  })

  it('stays at the terminal on a terminal, and asks nobody to type there', async () => {
    const foot = (await html('/de/kiosk/kiosk-1/')).split('<footer')[1] ?? ''
    assert.deepEqual(
      [...foot.matchAll(/href="([^"]+)"/g)].map(([, href]) => href),
      ['/de/kiosk/kiosk-1/accessibility', '/de/kiosk/kiosk-1/privacy'],
    )
    const notice = await html('/de/kiosk/kiosk-1/accessibility')
    assert.match(notice, /<html[^>]* class="kiosk"/)
    assert.doesNotMatch(notice, /href="\/de\/barrier"/)
    assert.equal((await house.fetch('/de/kiosk/nowhere/privacy')).status, 404)
  })

  it('says who answers, marks what is invented and links nothing invented', async () => {
    const imprint = await html('/de/imprint')
    assert.match(imprint, /Am Hauptbahnhof 5, 47798 Krefeld/)
    assert.match(imprint, /haus@krefeld\.example<\/bdi> \(Beispiel\)/)
    assert.doesNotMatch(imprint, /mailto:|tel:/)
    assert.match(await html('/ar/accessibility'), /<bdi lang="de">Ombudsstelle für barrierefreie/)
  })
})

describe('a city that has made more', () => {
  const city: City = {
    ...krefeld(),
    otherWays: { signLanguageVideo: 'https://krefeld.example/dgs', easyLanguage: null },
    contact: { ...krefeld().contact, phone: '02151 86 0', email: 'haus@stadt.example', examples: [] },
  }
  let house: TestWeb
  before(async () => {
    house = await openWeb({ city })
  })
  after(() => house.close())
  const html = async (path: string) => (await house.fetch(path)).text()

  it('shows its video on the first page, and for what is still made a person', async () => {
    const page = await html('/de/')
    assert.match(page, /<a href="https:\/\/krefeld\.example\/dgs"[^>]*>Deutsche Gebärdensprache/)
    assert.match(page, /<span>Leichte Sprache \(Deutsch\)<\/span>/)
    assert.match(page, /<a href="\/de\/help\/person">Ich brauche jemanden/)
    assert.doesNotMatch(await html('/de/kiosk/kiosk-1/'), /krefeld\.example\/dgs/)
    assert.doesNotMatch(await html('/de/accessibility'), /<li>Deutsche Gebärdensprache/)
  })

  it('can be called and written to', async () => {
    const imprint = await html('/de/imprint')
    assert.match(imprint, /href="tel:02151860"/)
    assert.match(imprint, /href="mailto:haus@stadt\.example"/)
    assert.doesNotMatch(imprint, /erfunden/)
  })
})
