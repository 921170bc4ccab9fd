import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { signedIn } from '../../../test/support/every-page.ts'
import { arrive, desk, openWeb, type TestWeb } from '../../../test/support/house.ts'
import { openDesk } from '../../reception/index.ts'

describe('the guide on the phone', () => {
  let house: TestWeb
  let cookie: string
  before(async () => {
    house = await openWeb()
    cookie = await signedIn(house, 'petra', 'reception')
    await openDesk(house.office, desk('platz-1'), { account: 'x', languages: null, skills: null })
    for (let i = 0; i < 6; i++) await arrive(house)
  })
  after(() => house.close())

  const page = async (path: string, headers: Record<string, string> = { cookie }) => {
    const answer = await house.fetch(`/de/staff/hotline${path}`, { headers })
    return { status: answer.status, html: await answer.text() }
  }
  /** The links of a page that stay with the call. */
  const onward = (html: string) =>
    [...html.matchAll(/href="\/de(\/staff\/hotline[^"]*)"/g)].map(([, path = '']) => path)

  it('leads the clerk from the first question to an answer for the caller', async () => {
    const first = await page('')
    assert.ok(onward(first.html).includes('/staff/hotline/topic/card'))
    const second = await page('/topic/card')
    assert.ok(onward(second.html).includes('/staff/hotline/topic/card/card'))
    const third = await page('/topic/card/card')
    assert.ok(onward(third.html).includes('/staff/hotline/concern/isc-eat-pickup'))
  })

  it('tells outcome, range, papers and opening hours', async () => {
    const { html } = await page('/concern/isc-eat-pickup')
    for (const words of [
      /Das geht hier, ohne Termin/,
      /Im Moment warten Sie \d+ bis \d+ Minuten/,
      /Gültiger Pass oder Passersatz/,
      /<h2>Was es kostet<\/h2>/,
      /Heute geöffnet: 08:30 bis 12:00/,
    ])
      assert.match(html, words)
  })

  it('says where else to turn', async () => {
    assert.match((await page('/concern/ar-asylum-info')).html, /Landeserstaufnahme Bochum/)
  })

  it('gives no number and keeps nothing of the caller', async () => {
    for (const path of [
      '',
      '/topic/card',
      '/topic/card/card',
      '/concern/isc-eat-pickup',
      '/concern/sw-violence',
    ]) {
      const main = /<main[\s\S]*<\/main>/.exec((await page(path)).html)?.[0] ?? ''
      assert.doesNotMatch(main, /<form[^>]*method=.post|<textarea|\/number|\/help\//, path)
    }
    for (const path of ['/number?c=isc-cert', '/help/person']) assert.equal((await page(path)).status, 404)
  })

  it('is there for signed-in staff only, one press away', async () => {
    assert.equal((await page('', {})).status, 303)
    const hall = await house.fetch('/de/staff/reception', { headers: { cookie } })
    assert.match(await hall.text(), /href="\/de\/staff\/hotline"/)
    assert.match((await page('/topic/card')).html, /href="\/de\/staff\/hotline" aria-current="page"/)
  })
})
