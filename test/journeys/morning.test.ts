import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { newPage, openBrowser } from '../support/chromium.ts'
import { arrive, call } from '../support/house.ts'
import { openServed, type ServedHouse } from '../support/served.ts'

const CLERKS = [
  { staff: 'jonas', desk: 'platz-1' },
  { staff: 'samira', desk: 'platz-2' },
  { staff: 'elif', desk: 'platz-3' },
] as const
const SCREEN = { width: 1080, height: 900, lang: 'de', javaScript: true }
const PASSWORD = 'a long password'

let house: ServedHouse
let browser: Browser
let display: Page
const desks: Page[] = []
before(async () => {
  house = await openServed()
  browser = await openBrowser()
  display = await newPage(browser, { width: 1920, height: 1080, lang: 'de', javaScript: true })
  for (const { staff, desk } of CLERKS) {
    const email = `${staff}@krefeld.example`
    await house.accounts.create({ email, password: PASSWORD, name: staff, role: 'clerk', staffId: staff })
    desks.push(await sitDown(staff, desk))
  }
})
after(async () => {
  await browser.close()
  await house.close()
})

/** Signs a clerk in and sits her down at her desk, as she does it in the morning. */
async function sitDown(staff: string, deskName: string): Promise<Page> {
  const page = await newPage(browser, SCREEN)
  await page.goto(`${house.origin}/de/staff`)
  await page.fill('[name=email]', `${staff}@krefeld.example`)
  await page.fill('[name=password]', PASSWORD)
  await page.locator('main button').click()
  await page.waitForURL('**/staff')
  await page.locator(`form:has(input[value="${deskName}"]) button`).click()
  await page.waitForURL(`**/staff/desk/${deskName}`)
  return page
}

/** Presses a key on the desk page and waits until the page answered. */
async function press(page: Page, key: string): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.keyboard.press(key)])
}

const numberAt = (page: Page) => page.locator('[id^=case-] .number b').innerText()

describe('a morning with three desks and a display', () => {
  it('brings eight visitors from the door to a desk, by keyboard alone, each called once and shown', async () => {
    await display.goto(`${house.origin}/de/display/halle`)
    assert.equal(await display.locator('.call').count(), 0)
    const numbers: string[] = []
    for (let i = 0; i < 8; i++) {
      numbers.push(String((await arrive(house)).number))
      house.clock.pass(1)
    }
    const served: string[] = []
    for (let i = 0; i < 8; i++) {
      const page = desks[i % 3] as Page
      house.clock.pass(2)
      await press(page, 'n')
      const number = await numberAt(page)
      served.push(number)
      await display.locator('.call.newest b', { hasText: new RegExp(`^${number}$`) }).waitFor()
      await press(page, 'b')
      await press(page, 'f')
    }
    assert.deepEqual(served, numbers)
  })

  it('has time to breathe when nobody waits', async () => {
    const [page] = desks as [Page]
    await page.reload()
    assert.match(await page.locator('#free').innerText(), /Zeit zum Durchatmen/)
    await press(page, 'n')
    assert.match(await page.locator('#free').innerText(), /Zeit zum Durchatmen/)
  })

  it('takes a misclick back with one key', async () => {
    const page = desks[1] as Page
    const visit = await arrive(house)
    await press(page, 'n')
    assert.equal(await numberAt(page), String(visit.number))
    await press(page, 'x')
    assert.equal(await page.locator('[id^=case-]').count(), 0)
    await press(page, 'z')
    assert.equal(await numberAt(page), String(visit.number))
    await press(page, 'b')
    await press(page, 'f')
  })

  it('hears of arrivals without anybody touching the page, and keeps what is being chosen meanwhile', async () => {
    const page = desks[2] as Page
    await page.reload()
    const visit = await arrive(house)
    await page.locator('#free', { hasText: '1 Nummer wartet' }).waitFor()
    await press(page, 'n')
    assert.equal(await numberAt(page), String(visit.number))
    await press(page, 'b')
    await page.locator('input[value=come_back]').check()
    await page.locator('#pass-on summary').click()
    const next = await arrive(house)
    await page.locator('aside', { hasText: String(next.number) }).waitFor()
    assert.ok(await page.locator('input[value=come_back]').isChecked(), 'the answer chosen stays')
    assert.ok(await page.locator('#pass-on form').isVisible(), 'what was folded open stays open')
    await press(page, 'f')
    assert.equal(house.office.memory.hall.visits.get(visit.id)?.outcome, 'come_back')
  })

  it('shows on the phone at once where to go, without a reload by hand', async () => {
    await house.empty()
    const visit = await arrive(house)
    const phone = await newPage(browser, { width: 360, height: 640, lang: 'de', javaScript: true })
    await phone.goto(`${house.origin}/de/ticket/${visit.secret}`)
    assert.match(await phone.locator('h1').innerText(), /Sie sind da/)
    await call(house, 'platz-3')
    await phone.locator('h1', { hasText: 'Bitte kommen Sie zu Platz 3' }).waitFor()
  })
})
