import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { violations } from '../support/axe.ts'
import { newPage } from '../support/chromium.ts'
import type { PageOf } from '../support/every-page.ts'
import {
  type Looking,
  lookAtEveryPage,
  openLooking,
  PHONE,
  type Size,
  TABLET,
  tooWide,
  WIDE,
} from '../support/looking.ts'

let looking: Looking
before(async () => {
  looking = await openLooking()
})
after(() => looking.close())

/** Letters twice as large, by the reader's own style. */
const twiceAsLarge = (tab: Page) =>
  tab.route('**/assets/*.css', async (route) => {
    const answer = await route.fetch()
    const large = 'html, html[lang] { font-size: 200% !important }'
    await route.fulfill({ response: answer, body: `${await answer.text()}${large}` })
  })

const fits = async (tab: Page, { name }: PageOf, { width }: Size) => {
  const wide = await tooWide(tab)
  assert.ok(wide <= 0, `${name} at ${width} is ${wide} pixels wider than the screen`)
}

describe('every page, for a reader who set her browser her own way', () => {
  for (const lang of ['de', 'ar']) {
    it(`fits phone and tablet with letters twice as large: ${lang}`, async () => {
      const visitor = { lang, javaScript: true }
      const way = { visitor, sizes: [PHONE, TABLET], prepare: twiceAsLarge }
      await lookAtEveryPage(looking, way, fits)
    })
  }

  it('reads the page of the machine door on a phone', async () => {
    const tab = await newPage(looking.browser, { ...PHONE, lang: 'en', javaScript: true })
    await tab.goto(`${looking.house.origin}/api`)
    assert.deepEqual(await violations(tab), [])
    assert.ok((await tooWide(tab)) <= 0)
    await tab.context().close()
  })

  it('keeps its contrast in the dark', async () => {
    const visitor = { lang: 'de', javaScript: true, dark: true }
    await lookAtEveryPage(looking, { visitor, sizes: [WIDE] }, async (tab, page) =>
      assert.deepEqual(await violations(tab), [], page.name),
    )
  })

  it('shows every button and choice in colours the reader forces', async () => {
    const visitor = { lang: 'de', javaScript: true }
    const prepare = (tab: Page) => tab.emulateMedia({ forcedColors: 'active' })
    await lookAtEveryPage(looking, { visitor, sizes: [PHONE], prepare }, async (tab, page, size) => {
      await fits(tab, page, size)
      const bare = await tab
        .locator('.button, .choice input + label')
        .evaluateAll((all) =>
          all
            .filter((one) => getComputedStyle(one).borderBlockStartStyle === 'none')
            .map((one) => one.textContent),
        )
      assert.deepEqual(bare, [], `${page.name}: without a border nothing shows where to press`)
    })
  })

  it('moves nothing for a reader who asks for less motion', async () => {
    const visitor = { lang: 'de', javaScript: true }
    await lookAtEveryPage(looking, { visitor, sizes: [WIDE] }, async (tab, page) => {
      const moving = await tab.evaluate(() =>
        document
          .getAnimations()
          .filter((one) => Number(one.effect?.getComputedTiming().duration ?? 0) > 1)
          .map((one) => (one as CSSAnimation).animationName ?? 'transition'),
      )
      assert.deepEqual(moving, [], page.name)
    })
  })
})
