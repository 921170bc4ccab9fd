import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { instant } from '../../src/kernel/index.ts'
import { newPage, openBrowser } from '../support/chromium.ts'
import { openServed, type ServedHouse } from '../support/served.ts'

const OLD_PHONE = { width: 360, height: 640, javaScript: false }
/** Ten in the morning on the last day of one fee and the first of the next. */
const DAYS = ['2025-04-30', '2026-02-06', '2026-02-07'] as const
const at = (day: string) => instant(Date.parse(`${day}T09:00:00Z`))

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

type Ticks = { readonly age?: string; readonly is?: string }

/** Opens the question below the fee, ticks, asks, and reads the answer's sentence. */
async function ask(page: Page, { age, is }: Ticks): Promise<string> {
  await page.locator('#fee summary').click()
  if (age) await page.locator(`#fee input[name=age][value=${age}]`).check()
  if (is) await page.locator(`#fee input[name=is][value=${is}]`).check()
  await page.locator('#fee button').click()
  await page.waitForLoadState()
  return answer(page)
}

const answer = async (page: Page): Promise<string> =>
  (await page.locator('#fee .lead').innerText()).replace(/[\u2066-\u2069]/g, '').replaceAll('\u00a0', ' ')

async function onEachDay(concern: string, ticks: Ticks): Promise<string[]> {
  const told: string[] = []
  for (const day of DAYS) {
    house.clock.at = at(day)
    const page = await newPage(browser, { ...OLD_PHONE, lang: 'de' })
    await page.goto(`${house.origin}/de/concern/${concern}`)
    told.push(await ask(page, ticks))
    await page.context().close()
  }
  return told
}

describe('somebody with an old phone asks what it costs', () => {
  it('for her son who is under 18: half, on every day', async () =>
    assert.deepEqual(await onEachDay('rn-extend', { age: 'under_18' }), [
      'Das kostet 46,50 €.',
      'Das kostet 46,50 €.',
      'Das kostet 46,50 €.',
    ]))

  it('as a recognised refugee: nothing for the permit, and more for the passport since May 2025', async () => {
    const free = 'Das ist für Sie frei.'
    assert.deepEqual(await onEachDay('rn-extend', { is: 'refugee' }), [free, free, free])
    assert.deepEqual(await onEachDay('ar-refugee-passport', { age: 'adult' }), [
      'Das kostet 60,00 €.',
      'Das kostet 70,00 €.',
      'Das kostet 70,00 €.',
    ])
  })

  it('as a Turkish citizen: as much as Germans pay for their identity card on that day', async () => {
    assert.deepEqual(await onEachDay('rn-extend', { is: 'turkish' }), [
      'Das kostet 37,00 €.',
      'Das kostet 37,00 €.',
      'Das kostet 46,00 €.',
    ])
    assert.deepEqual(await onEachDay('rn-extend', { age: 'under_24', is: 'turkish' }), [
      'Das kostet 22,80 €.',
      'Das kostet 22,80 €.',
      'Das kostet 27,60 €.',
    ])
  })

  it('in Arabic, and takes a number afterwards: what she ticked does not go along', async () => {
    house.clock.at = at('2026-11-23')
    const page = await newPage(browser, { ...OLD_PHONE, lang: 'ar' })
    await page.goto(`${house.origin}/ar/concern/rn-extend?c=isc-cert`)
    assert.equal(await ask(page, { is: 'turkish' }), 'الرسوم: 46,00 €.')
    await page.locator('main a[href*="/number"]').click()
    assert.equal(new URL(page.url()).search, '?c=isc-cert&c=rn-extend')
    await page.context().close()
  })

  it('at a terminal of the house, where the answer stands on the same page', async () => {
    const page = await newPage(browser, { ...OLD_PHONE, width: 1080, height: 1920, lang: 'de' })
    await page.goto(`${house.origin}/de/kiosk/kiosk-1/concern/rn-settlement`)
    assert.equal(await ask(page, { age: 'adult' }), 'Das kostet 113,00 €.')
    assert.match(new URL(page.url()).pathname, /\/kiosk\/kiosk-1\/concern\/rn-settlement$/)
    await page.context().close()
  })
})
