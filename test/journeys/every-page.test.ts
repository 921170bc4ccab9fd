import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { violations } from '../support/axe.ts'
import { newPage, openBrowser } from '../support/chromium.ts'
import { everyPage, type PageOf, signedIn } from '../support/every-page.ts'
import { picture } from '../support/pictures.ts'
import { openServed, type ServedHouse } from '../support/served.ts'

const SIZES = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1080, height: 1920 },
  { width: 1920, height: 1080 },
] as const

let house: ServedHouse
let browser: Browser
let pages: PageOf[]
let cookie: string
before(async () => {
  house = await openServed()
  browser = await openBrowser()
  cookie = await signedIn(house, 'samira')
  pages = await everyPage(house)
})
after(async () => {
  await browser.close()
  await house.close()
})

const withSession = async (context: BrowserContext) =>
  context.addCookies(
    cookie.split('; ').map((pair) => {
      const at = pair.indexOf('=')
      return { name: pair.slice(0, at), value: pair.slice(at + 1), url: house.origin }
    }),
  )

async function show(tab: Page, page: PageOf, language: string): Promise<void> {
  if (!page.form) {
    await tab.goto(`${house.origin}/${language}${page.path}`)
    return
  }
  await tab.goto(`${house.origin}/${language}/number?c=isc-cert`)
  await tab.locator('input[name=party]').evaluateAll((all) => {
    for (const one of all) (one as HTMLInputElement).value = '99'
  })
  await tab.locator('main button').click()
}

describe('every page in a real browser', () => {
  for (const language of ['de', 'ar'] as const) {
    for (const size of SIZES) {
      it(`stands in no reader's way and fits its screen: ${language}, ${size.width} pixels wide`, async () => {
        const tab = await newPage(browser, { ...size, lang: language, javaScript: true })
        await withSession(tab.context())
        const said: string[] = []
        tab.on('console', (message) => message.type() === 'error' && said.push(message.text()))
        tab.on('pageerror', (error) => said.push(error.message))
        for (const page of pages) {
          // A display or terminal is a large screen; nobody holds it in the hand.
          if (page.for === 'screen' && size.width < 1000) continue
          await show(tab, page, language)
          const place = `${page.name} ${language} ${size.width}`
          assert.deepEqual(await violations(tab), [], place)
          const wide = await tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
          assert.ok(wide <= 0, `${place} is ${wide} pixels wider than the screen`)
          await picture(tab, { name: page.name, lang: language, fullPage: page.for !== 'screen' })
        }
        const expected = /status of (404|422)/
        assert.deepEqual(
          said.filter((line) => !expected.test(line)),
          [],
        )
        await tab.context().close()
      })
    }
  }
})
