import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { violations } from '../support/axe.ts'
import { newPage, openBrowser, type Visitor } from '../support/chromium.ts'
import { everyPage, type PageOf, sessions } from '../support/every-page.ts'
import { picture } from '../support/pictures.ts'
import { openServed, type ServedHouse } from '../support/served.ts'

const PHONE = { width: 360, height: 740 }
const TABLET = { width: 768, height: 1024 }
const UPRIGHT = { width: 1080, height: 1920 }
const WIDE = { width: 1920, height: 1080 }
type Size = typeof PHONE

/** Both directions and three scripts; the widest and the narrowest screen tell what a third language would show. */
const LOOKED_AT: Readonly<Record<string, readonly Size[]>> = {
  de: [PHONE, TABLET, UPRIGHT, WIDE],
  ar: [PHONE, TABLET, UPRIGHT, WIDE],
  tr: [PHONE, WIDE],
  uk: [PHONE, WIDE],
  fa: [PHONE, WIDE],
}

let house: ServedHouse
let browser: Browser
let pages: PageOf[]
let cookieOf: (page: PageOf) => string
before(async () => {
  house = await openServed()
  browser = await openBrowser()
  cookieOf = await sessions(house)
  pages = await everyPage(house)
})
after(async () => {
  await browser.close()
  await house.close()
})

/** Shows a page to whoever it is for. */
async function show(tab: Page, page: PageOf, language: string): Promise<void> {
  await tab.context().clearCookies()
  const pairs = cookieOf(page).split('; ').filter(Boolean)
  await tab.context().addCookies(
    pairs.map((pair) => {
      const at = pair.indexOf('=')
      return { name: pair.slice(0, at), value: pair.slice(at + 1), url: house.origin }
    }),
  )
  if (!page.form) {
    await tab.goto(`${house.origin}/${language}${page.path}`)
    return
  }
  await tab.goto(`${house.origin}/${language}${page.path === '/number' ? '/number?c=isc-cert' : page.path}`)
  await tab.locator('main input').evaluateAll((all) => {
    for (const one of all)
      if ((one as HTMLInputElement).name === 'party') (one as HTMLInputElement).value = '99'
  })
  await tab.locator('main button').click()
}

const tooWide = (tab: Page): Promise<number> =>
  tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

/** A display or terminal is a large screen; nobody holds it in the hand. */
const shownAt = (size: Size) => pages.filter((page) => page.for !== 'screen' || size.width >= 1000)

describe('every page in a real browser', () => {
  for (const [language, sizes] of Object.entries(LOOKED_AT)) {
    for (const size of sizes) {
      it(`stands in no reader's way and fits its screen: ${language}, ${size.width} pixels wide`, async () => {
        const tab = await newPage(browser, { ...size, lang: language, javaScript: true })
        const said: string[] = []
        tab.on('console', (message) => message.type() === 'error' && said.push(message.text()))
        tab.on('pageerror', (error) => said.push(error.message))
        for (const page of shownAt(size)) {
          await show(tab, page, language)
          const place = `${page.name} ${language} ${size.width}`
          assert.deepEqual(await violations(tab), [], place)
          const wide = await tooWide(tab)
          assert.ok(wide <= 0, `${place} is ${wide} pixels wider than the screen`)
          await picture(tab, { name: page.name, lang: language, fullPage: page.for !== 'screen' })
        }
        const expected = /status of (403|404|422)/
        assert.deepEqual(
          said.filter((line) => !expected.test(line)),
          [],
        )
        await tab.context().close()
      })
    }
  }
})

/** Adds to the reader's own style, as her browser's settings would. */
const readersStyle = (tab: Page, css: string) =>
  tab.route('**/assets/*.css', async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, body: `${await answer.text()}${css}` })
  })

async function everyPageAs(
  visitor: Visitor,
  prepare: (tab: Page) => Promise<unknown>,
  check: (tab: Page, page: PageOf) => Promise<void>,
): Promise<void> {
  const tab = await newPage(browser, visitor)
  await prepare(tab)
  for (const page of shownAt(visitor)) {
    await show(tab, page, visitor.lang)
    await check(tab, page)
  }
  await tab.context().close()
}

const fits = async (tab: Page, { name }: PageOf) => {
  const wide = await tooWide(tab)
  assert.ok(wide <= 0, `${name} is ${wide} pixels wider than the screen`)
}

describe('every page, for a reader who set her browser her own way', () => {
  for (const lang of ['de', 'ar']) {
    it(`fits the screen with letters twice as large: ${lang}`, async () => {
      const visitor = { width: 768, height: 1024, lang, javaScript: true }
      await everyPageAs(
        visitor,
        (tab) => readersStyle(tab, 'html, html[lang] { font-size: 200% !important }'),
        fits,
      )
    })
  }

  it('fits a phone with letters twice as large: every page of a visitor', async () => {
    const visitor = { ...PHONE, lang: 'de', javaScript: true }
    await everyPageAs(
      visitor,
      (tab) => readersStyle(tab, 'html, html[lang] { font-size: 200% !important }'),
      async (tab, page) => {
        if (page.for === 'visitor') await fits(tab, page)
      },
    )
  })

  it('keeps its contrast in the dark', async () => {
    const visitor = { ...WIDE, lang: 'de', javaScript: true, dark: true }
    await everyPageAs(
      visitor,
      async () => {},
      async (tab, page) => assert.deepEqual(await violations(tab), [], page.name),
    )
  })

  it('shows every button and choice in colours the reader forces', async () => {
    const visitor = { ...PHONE, lang: 'de', javaScript: true }
    await everyPageAs(
      visitor,
      (tab) => tab.emulateMedia({ forcedColors: 'active' }),
      async (tab, page) => {
        await fits(tab, page)
        const bare = await tab
          .locator('.button, .choice input + label')
          .evaluateAll((all) =>
            all
              .filter((one) => getComputedStyle(one).borderBlockStartStyle === 'none')
              .map((one) => one.textContent),
          )
        assert.deepEqual(bare, [], `${page.name}: without a border nothing shows where to press`)
      },
    )
  })

  it('moves nothing for a reader who asks for less motion', async () => {
    const visitor = { ...WIDE, lang: 'de', javaScript: true }
    await everyPageAs(
      visitor,
      (tab) => tab.emulateMedia({ reducedMotion: 'reduce' }),
      async (tab, page) => {
        const moving = await tab.evaluate(() =>
          document
            .getAnimations()
            .filter((one) => Number(one.effect?.getComputedTiming().duration ?? 0) > 1)
            .map((one) => (one as CSSAnimation).animationName ?? 'transition'),
        )
        assert.deepEqual(moving, [], page.name)
      },
    )
  })
})
