import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { violations } from './axe.ts'
import { newPage, openBrowser, type Visitor } from './chromium.ts'
import { everyPage, type PageOf, sessions } from './every-page.ts'
import { picture } from './pictures.ts'
import { openServed, type ServedHouse } from './served.ts'

export type Size = { readonly width: number; readonly height: number }
export const PHONE: Size = { width: 360, height: 740 }
export const TABLET: Size = { width: 768, height: 1024 }
export const UPRIGHT: Size = { width: 1080, height: 1920 }
export const WIDE: Size = { width: 1920, height: 1080 }

/** A house with every page in it, and a browser to look at them. */
export type Looking = {
  readonly house: ServedHouse
  readonly browser: Browser
  readonly pages: readonly PageOf[]
  readonly cookieOf: (page: PageOf) => string
  close(): Promise<void>
}

export async function openLooking(): Promise<Looking> {
  const house = await openServed()
  const browser = await openBrowser()
  const cookieOf = await sessions(house)
  const pages = await everyPage(house)
  const close = async () => {
    await browser.close()
    await house.close()
  }
  return { house, browser, pages, cookieOf, close }
}

/** Shows a page to whoever it is for. */
async function show(
  { house, cookieOf }: Looking,
  tab: Page,
  { page, language }: { page: PageOf; language: string },
): Promise<void> {
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

export const tooWide = (tab: Page): Promise<number> =>
  tab.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)

/** A display or terminal is a large screen; nobody holds it in the hand. */
const shownAt = (page: PageOf, { width }: Size): boolean => page.for !== 'screen' || width >= 1000

/** The languages of the pictures: one for each direction. */
const PICTURED = ['de', 'ar']
/** A page is shown in the papers as most people see it: on the phone, at the desk, at the terminal, on the wall. */
const pictureWidth = ({ name, for: whom }: PageOf): number =>
  whom === 'visitor' ? PHONE.width : name.startsWith('kiosk') ? UPRIGHT.width : WIDE.width

type Way = {
  readonly visitor: Omit<Visitor, 'width' | 'height'>
  /** Every page is opened once and then seen on each of these screens, as when a phone is turned. */
  readonly sizes: readonly Size[]
  readonly prepare?: (tab: Page) => Promise<unknown>
}

/** Shows every page to one visitor, one after the other, on each of her screens. */
export async function lookAtEveryPage(
  looking: Looking,
  { visitor, sizes, prepare }: Way,
  check: (tab: Page, page: PageOf, size: Size) => Promise<void>,
): Promise<void> {
  const [first = WIDE] = sizes
  const tab = await newPage(looking.browser, { ...visitor, ...first })
  await prepare?.(tab)
  for (const page of looking.pages) {
    const shown = sizes.filter((size) => shownAt(page, size))
    for (const size of shown) {
      await tab.setViewportSize(size)
      if (size === shown[0]) await show(looking, tab, { page, language: visitor.lang })
      await check(tab, page, size)
    }
  }
  await tab.context().close()
}

/** On each of these screens nothing stands in anybody's way, nothing is wider than the screen, nothing fails. */
export function standsOn(looking: () => Looking, language: string, sizes: readonly Size[]): void {
  const widths = sizes.map(({ width }) => width).join(', ')
  it(`stands in no reader's way and fits its screen: ${language}, ${widths} pixels wide`, async () => {
    const said: string[] = []
    const prepare = async (tab: Page) => {
      tab.on('console', (message) => message.type() === 'error' && said.push(message.text()))
      tab.on('pageerror', (error) => said.push(error.message))
    }
    const visitor = { lang: language, javaScript: true }
    await lookAtEveryPage(looking(), { visitor, sizes, prepare }, async (tab, page, size) => {
      const place = `${page.name} ${language} ${size.width}`
      assert.deepEqual(await violations(tab), [], place)
      const wide = await tooWide(tab)
      assert.ok(wide <= 0, `${place} is ${wide} pixels wider than the screen`)
      if (size.width === pictureWidth(page) && PICTURED.includes(language))
        await picture(tab, { name: page.name, lang: language, fullPage: page.for === 'visitor' })
    })
    const expected = /status of (403|404|422)/
    assert.deepEqual(
      said.filter((line) => !expected.test(line)),
      [],
    )
  })
}
