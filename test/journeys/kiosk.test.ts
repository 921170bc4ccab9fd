import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import type { Browser, Locator, Page } from 'playwright-core'
import { openDesk } from '../../src/reception/index.ts'
import { newPage, openBrowser } from '../support/chromium.ts'
import { signedIn } from '../support/every-page.ts'
import { desk } from '../support/house.ts'
import { openServed, type ServedHouse } from '../support/served.ts'
import { giveVoices, heardOn } from '../support/voices.ts'

/** A terminal hung upright: its lower edge at 60 cm, so that a third from above lies at 1220 mm. */
const TERMINAL = { width: 1080, height: 1920, javaScript: true }
const REACH = TERMINAL.height / 3

let house: ServedHouse
let browser: Browser
let kiosk: Page
before(async () => {
  house = await openServed()
  browser = await openBrowser()
})
after(async () => {
  await browser.close()
  await house.close()
})
beforeEach(async () => {
  await kiosk?.context().close()
  await house.empty()
  house.office.memory.printers.clear()
  await openDesk(house.office, desk('platz-1'), { account: 'x', languages: null, skills: null })
  kiosk = await stand('de')
})

async function stand(lang: string, voices: readonly string[] = []): Promise<Page> {
  const page = await newPage(browser, { ...TERMINAL, lang })
  await page.clock.install()
  await giveVoices(page, voices)
  await page.addInitScript(printer)
  return page
}

/** A printer that counts its slips. */
function printer(): void {
  window.print = () => {
    sessionStorage.setItem('prints', String(Number(sessionStorage.getItem('prints')) + 1))
    dispatchEvent(new Event('afterprint'))
  }
}

const prints = (): Promise<number> => kiosk.evaluate(() => Number(sessionStorage.getItem('prints')))
const open = (page: Page, path: string, language = 'de') =>
  page.goto(`${house.origin}/${language}/kiosk/kiosk-1${path}`)
const waiting = () => house.office.memory.hall.waiting.length
const passOn = async (page: Page, seconds: number) => {
  for (let second = 0; second < seconds; second++) await page.clock.runFor(1_000)
}
const boxOf = async (control: Locator) => {
  const box = await control.boundingBox()
  assert.ok(box)
  return box
}

/** Takes a number for a certificate; the slip is on the screen. */
async function takeNumber(): Promise<void> {
  await open(kiosk, '/number?c=isc-cert')
  await kiosk.getByRole('button', { name: 'Nummer nehmen' }).click()
  await kiosk.waitForURL('**/slip/**')
}

describe('a terminal within reach', () => {
  for (const language of ['de', 'ar', 'uk']) {
    it(`has everything that is touched in the lower two thirds: ${language}`, async () => {
      for (const path of ['/', '/topic/card', '/concern/isc-cert', '/number?c=isc-cert', '/help/person']) {
        await open(kiosk, path, language)
        const controls = kiosk.locator('main :is(a, button, label, summary, select):visible')
        assert.ok((await controls.count()) > 2, path)
        for (const control of await controls.all()) {
          const { y } = await boxOf(control)
          assert.ok(y >= REACH, `${path} in ${language}: ${await control.innerText()} at ${y}`)
        }
        const main = kiosk.locator('main .button.large:visible')
        if ((await main.count()) === 0) continue
        const { y, height } = await boxOf(main.first())
        assert.ok(y + height <= TERMINAL.height, `${path}: the main button is in sight without scrolling`)
      }
    })
  }

  it('begins with all languages, each under its own name in its own script, and leads to the own phone', async () => {
    await open(kiosk, '/')
    const first = kiosk.locator('main a:visible').first()
    assert.equal(await first.innerText(), 'Deutsch')
    const names = await kiosk.locator('.tongue:visible').allInnerTexts()
    assert.equal(names.length, 13)
    for (const name of ['العربية', 'Українська', 'فارسی', 'Kurmancî']) assert.ok(names.includes(name), name)
    assert.ok(await kiosk.locator('.kiosk-phone .qr').isVisible())
    const manifest = await kiosk.locator('link[rel=manifest]').getAttribute('href')
    const answer = await house.fetch(String(manifest))
    assert.deepEqual(await answer.json().then(({ display, start_url }) => [display, start_url]), [
      'fullscreen',
      '/de/kiosk/kiosk-1/',
    ])
  })
})

describe('a terminal that reads aloud', () => {
  it('says headings and choices one after the other in the language of the page, until it is told to stop', async () => {
    const page = await stand('ar', ['de-DE', 'ar-SA'])
    await open(page, '/topic/card', 'ar')
    const heading = await page.locator('h1').innerText()
    const choices = await page.locator('.choice-link').allInnerTexts()
    await page.locator('#speak').click()
    await passOn(page, 11)
    const said = (await heardOn(page)).filter((line) => line.startsWith('begin'))
    assert.equal(said[0], `begin ar-SA ${heading}`)
    assert.ok(said[2]?.includes(choices[0]?.split('\n')[0] ?? ''), `then ${said[2]}`)
    assert.equal(await page.locator('.being-read').count(), 1)
    await page.locator('#speak-stop').click()
    await passOn(page, 10)
    const after = await heardOn(page)
    assert.ok(after.includes('silence'))
    assert.equal(after.filter((line) => line.startsWith('begin')).length, said.length)
    assert.ok(await page.locator('#speak').isVisible())
    await page.context().close()
  })

  it('does not offer it where the device has no voice for the language', async () => {
    const page = await stand('uk', ['de-DE'])
    await open(page, '/', 'uk')
    assert.ok(await page.locator('#speak').isHidden())
    await open(page, '/', 'de')
    assert.ok(await page.locator('#speak').isVisible())
    await page.context().close()
  })
})

describe('a terminal that somebody left', () => {
  it('asks for more time before it begins anew, and waits as often as it is told', async () => {
    await open(kiosk, '/concern/isc-cert', 'ar')
    for (let time = 0; time < 3; time++) {
      assert.ok(await kiosk.locator('#more-time').isHidden())
      await passOn(kiosk, 61)
      assert.ok(await kiosk.locator('#more-time').isVisible())
      assert.match(await kiosk.locator('#more-time [role=status]').innerText(), /20/)
      await passOn(kiosk, 12)
      assert.match(await kiosk.locator('#more-time [role=status]').innerText(), /10/)
      await kiosk.locator('#more-time-yes').click()
    }
    await passOn(kiosk, 61)
    await Promise.all([kiosk.waitForURL('**/de/kiosk/kiosk-1/'), passOn(kiosk, 21)])
  })

  it('leads to the first page also without a script, after a longer time', async () => {
    const html = await (await house.fetch('/ar/kiosk/kiosk-1/number?c=isc-cert')).text()
    assert.match(html, /<noscript><meta http-equiv="refresh" content="180; url=\/de\/kiosk\/kiosk-1\/"/)
  })
})

describe('a slip at the terminal', () => {
  it('reception 10: a press made twice, or sent again after a lost answer, gives one number and one slip', async () => {
    await open(kiosk, '/number?c=isc-cert')
    let lost = 0
    await kiosk.route('**/number*', async (route) => {
      if (route.request().method() !== 'POST' || lost > 0) return route.continue()
      lost += 1
      await route.fetch({ maxRedirects: 0 })
      await route.abort('aborted')
    })
    const button = kiosk.getByRole('button', { name: 'Nummer nehmen' })
    await Promise.all([kiosk.waitForEvent('requestfailed'), button.click({ noWaitAfter: true })])
    assert.deepEqual([lost, waiting()], [1, 1])
    await button.dblclick()
    await kiosk.waitForURL('**/slip/**')
    assert.equal(waiting(), 1)
    assert.equal(await prints(), 1)
    await kiosk.reload()
    assert.equal(await prints(), 1)
    assert.equal(waiting(), 1)
  })

  it('is gone from the screen ten seconds after it was printed', async () => {
    await takeNumber()
    await passOn(kiosk, 9)
    assert.match(kiosk.url(), /slip/)
    await Promise.all([kiosk.waitForURL('**/de/kiosk/kiosk-1/'), passOn(kiosk, 2)])
  })

  it('reception 11: that did not come out is said, stands large on the screen, and is printed again; the number exists once', async () => {
    await takeNumber()
    const number = await kiosk.locator('.slip-paper .number b').innerText()
    await kiosk.getByRole('button', { name: 'Nein' }).click()
    await kiosk.waitForURL('**photo=1')
    assert.equal(await kiosk.locator('.number b').innerText(), number)
    assert.ok(await kiosk.locator('.qr.large').isVisible())
    assert.match(await kiosk.locator('main').innerText(), /Der Empfang weiß Bescheid/)
    await kiosk.getByRole('link', { name: 'Noch einmal drucken' }).click()
    await kiosk.waitForURL('**again=2')
    assert.equal(await prints(), 2)
    assert.equal(await kiosk.locator('.slip-paper .number b').innerText(), number)
    assert.equal(waiting(), 1)
  })

  it('reception 11: that did not come out is told to the reception at once, until one came out or somebody saw to it', async () => {
    const cookie: string = await signedIn(house, 'petra', 'reception')
    const hall = await newPage(browser, { width: 1400, height: 900, lang: 'de', javaScript: true })
    const [name = '', value = ''] = cookie.split('=')
    await hall.context().addCookies([{ name, value, url: house.origin }])
    await hall.goto(`${house.origin}/de/staff/reception`)
    const notice = hall.locator('.notice', {
      hasText: 'Terminal links: Der Zettel kommt nicht, seit 10:00 Uhr.',
    })
    assert.equal(await notice.count(), 0)
    await takeNumber()
    await kiosk.getByRole('button', { name: 'Nein' }).click()
    await notice.waitFor()
    await notice.getByRole('button', { name: 'Druckt wieder' }).click()
    await notice.waitFor({ state: 'detached' })
    await kiosk.getByRole('link', { name: 'Noch einmal drucken' }).click()
    await kiosk.getByRole('button', { name: 'Nein' }).click()
    await notice.waitFor()
    await kiosk.getByRole('link', { name: 'Noch einmal drucken' }).click()
    await kiosk.getByRole('button', { name: 'Ja' }).click()
    await kiosk.waitForURL('**/de/kiosk/kiosk-1/')
    await notice.waitFor({ state: 'detached' })
    await hall.context().close()
  })
})
