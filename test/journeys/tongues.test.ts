import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { type Desk, deskById, deskName } from '../../src/city/index.ts'
import { LANGUAGES, type Language, loadTexts } from '../../src/i18n/index.ts'
import { openDesk } from '../../src/reception/index.ts'
import { newPage, openBrowser } from '../support/chromium.ts'
import { call, desk } from '../support/house.ts'
import { openServed, type ServedHouse } from '../support/served.ts'

const OLD_PHONE = { width: 360, height: 640, javaScript: false }
const texts = loadTexts()

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
beforeEach(async () => {
  await house.empty()
  await openDesk(house.office, desk('platz-2'), { account: 'x', languages: null, skills: null })
})

const follow = async (page: Page, path: string) => {
  await page.locator(`main a[href*="${path}"]`).first().click()
  await page.waitForLoadState()
}

/** What stands on the page is of this language and direction, and no text shows its key. */
async function speaks(page: Page, { code, direction }: Language): Promise<void> {
  const html = page.locator('html')
  assert.deepEqual([await html.getAttribute('lang'), await html.getAttribute('dir')], [code, direction])
  assert.match(new URL(page.url()).pathname, new RegExp(`^/${code}/`))
  assert.doesNotMatch(await page.locator('body').innerText(), /\b[a-z]+\.[a-z]+_[a-z_.]+\b/)
}

const plain = (text: string): string =>
  text
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

describe('somebody who reads one of the thirteen languages', () => {
  for (const language of LANGUAGES) {
    it(`comes from the first page to her desk in ${language.name}, without JavaScript`, async () => {
      const t = texts(language)
      const page = await newPage(browser, { ...OLD_PHONE, lang: 'de' })
      await page.goto(`${house.origin}/${language.code}/`)
      for (const path of ['/topic/card', '/topic/card/card', '/concern/isc-eat-pickup', '/number']) {
        await speaks(page, language)
        await follow(page, path)
      }
      await speaks(page, language)
      assert.equal(await page.locator('select[name=reading]').inputValue(), language.code)
      await page.locator('main form button').last().click()
      await speaks(page, language)
      const number = await page.locator('.number b').innerText()
      const called = await call(house, 'platz-2')
      assert.ok(called && typeof called !== 'string')
      assert.equal(String(called.number), number)
      assert.equal(called.readingLanguage, language.code)
      await page.reload()
      await speaks(page, language)
      const where = deskName(house.city, language.code, deskById(house.city, 'platz-2') as Desk)
      assert.equal(plain(await page.locator('h1').innerText()), plain(t('ticket.called', { desk: where })))
      await page.context().close()
    })
  }
})
