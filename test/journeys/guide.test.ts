import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { newPage, openBrowser } from '../support/chromium.ts'
import { openServed, type ServedHouse } from '../support/served.ts'

const PHONE = { width: 360, height: 640 }

let house: ServedHouse
let browser: Browser
before(async () => {
  house = await openServed()
  browser = await openBrowser()
})
after(async () => {
  await browser.close()
  await house.close()
})

const follow = async (page: Page, path: string) => {
  await page.locator(`main a[href*="${path}"]`).first().click()
  await page.waitForLoadState()
}

const type = async (page: Page, query: string) => {
  await page.locator('input[name=q]').fill(query)
  await page.locator('main form button').click()
  await page.waitForLoadState()
}

for (const [lang, office] of [
  ['de', /Bürgerbüro Krefeld/],
  ['ar', /مكتب المواطنين في كريفيلد/],
] as const) {
  describe(`a family that moves within the city, in ${lang}`, () => {
    it('is sent to the Bürgerbüro after four clicks, without JavaScript, and may still talk to us', async () => {
      const page = await newPage(browser, { ...PHONE, lang, javaScript: false })
      await page.goto(`${house.origin}/${lang}/`)
      await follow(page, '/topic/home')
      await follow(page, '/topic/home/register')
      await follow(page, '/concern/isc-registration')
      await follow(page, 'answer=within')
      assert.match(await page.locator('main').innerText(), office)
      await follow(page, '/number?c=isc-registration')
      assert.equal((await page.locator('input[name=party]').count()) > 0, true)
    })
  })
}

for (const [lang, query, concern] of [
  ['ar', 'ضاعت البطاقه', 'isc-eat-loss'],
  ['tr', 'kartimi kaybetim', 'isc-eat-loss'],
  ['tr', 'OTURUM İZNİ UZATMAK', 'rn-extend'],
] as const) {
  describe(`somebody who types with mistakes in ${lang}: ${query}`, () => {
    it('comes to the right concern without JavaScript', async () => {
      const page = await newPage(browser, { ...PHONE, lang, javaScript: false })
      await page.goto(`${house.origin}/${lang}/`)
      await type(page, query)
      assert.equal(await page.locator('input[name=q]').inputValue(), query)
      await follow(page, `/concern/${concern}`)
      assert.match(page.url(), new RegExp(`/${lang}/concern/${concern}$`))
    })
  })
}

describe('a woman who looks for help and is not alone', () => {
  const NEUTRAL = 'https://www.dwd.de/'
  /** The page of the other house, without leaving this machine. */
  const away = (page: Page) =>
    page.route(`${NEUTRAL}**`, (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>Wetter</title>' }),
    )

  const toHelp = async (javaScript: boolean, lang = 'de') => {
    const page = await newPage(browser, { ...PHONE, lang, javaScript })
    await away(page)
    await page.goto(`${house.origin}/${lang}/`)
    await follow(page, '/topic/advice')
    await follow(page, '/topic/advice/worry')
    await follow(page, '/concern/x')
    return page
  }

  it('reads of help first, under a title and an address that tell nothing', async () => {
    const page = await toHelp(false)
    assert.equal(await page.title(), 'Migration und Integration Krefeld')
    assert.doesNotMatch(page.url(), /violence/)
    assert.match(await page.locator('main h2').first().innerText(), /Unabhängige Hilfe/)
  })

  for (const lang of ['de', 'ar']) {
    it(`leaves at once with one tap without JavaScript, in ${lang}`, async () => {
      const page = await toHelp(false, lang)
      await page.locator('[data-leave]').click()
      await page.waitForURL(NEUTRAL)
    })
  }

  it('still sees the button at the lower end of the page', async () => {
    const page = await toHelp(false)
    await page.locator('main').evaluate((main) => main.scrollIntoView({ block: 'end' }))
    const box = await page.locator('[data-leave]').boundingBox()
    assert.ok(box && box.y >= 0 && box.y + box.height <= PHONE.height)
  })

  it('leaves with three presses of Escape, and the way back does not lead to the page', async () => {
    const page = await toHelp(true)
    const secret = page.url()
    for (let i = 0; i < 3; i++) await page.keyboard.press('Escape')
    await page.waitForURL(NEUTRAL)
    await page.goBack()
    assert.notEqual(page.url(), secret)
    assert.match(page.url(), /\/topic\/advice\/worry$/)
  })
})
