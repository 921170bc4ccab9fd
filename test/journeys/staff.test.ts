import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { violations } from '../support/axe.ts'
import { newPage, openBrowser } from '../support/chromium.ts'
import { signedIn } from '../support/every-page.ts'
import { arrive } from '../support/house.ts'
import { picture } from '../support/pictures.ts'
import { openServed, type ServedHouse } from '../support/served.ts'

const SCREEN = { width: 1080, height: 900, lang: 'de', javaScript: true }

let house: ServedHouse
let browser: Browser
let clerk: Page
let lead: Page
let display: Page
before(async () => {
  house = await openServed()
  browser = await openBrowser()
  clerk = await signIn('samira', 'clerk')
  lead = await signIn('claudia', 'lead')
  display = await newPage(browser, { ...SCREEN, width: 1920 })
  await display.goto(`${house.origin}/de/display/halle`)
  await lead.goto(`${house.origin}/de/staff/reception`)
  await clerk.goto(`${house.origin}/de/staff`)
  await clerk.locator('form:has(input[value="platz-2"]) button').click()
  await clerk.waitForURL('**/staff/desk/platz-2')
})
after(async () => {
  await browser.close()
  await house.close()
})

async function signIn(staff: string, role: string): Promise<Page> {
  const cookie = await signedIn(house, staff, role)
  const page = await newPage(browser, SCREEN)
  page.setDefaultTimeout(10_000)
  await page.context().addCookies(
    cookie.split('; ').map((pair) => {
      const at = pair.indexOf('=')
      return { name: pair.slice(0, at), value: pair.slice(at + 1), url: house.origin }
    }),
  )
  return page
}

/** Presses a key and waits until the page answered. */
async function press(page: Page, key: string): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.keyboard.press(key)])
}

describe('a break', () => {
  it('begins with one key after the present case, lets nobody in, and ends with one key', async () => {
    await arrive(house)
    await arrive(house)
    await press(clerk, 'n')
    await press(clerk, 'b')
    await press(clerk, 'm')
    await clerk.getByText('Nach diesem Fall beginnt Ihre Pause').waitFor()
    await press(clerk, 'f')
    await clerk.getByRole('heading', { name: 'Pause bis 10:30 Uhr' }).waitFor()
    assert.deepEqual(await violations(clerk), [])
    await clerk.keyboard.press('n')
    assert.equal(await clerk.locator('[id^=case-]').count(), 0)
    await press(clerk, 'r')
    await press(clerk, 'n')
    assert.equal(await clerk.locator('[id^=case-]').count(), 1)
  })
})

describe('the silent alarm', () => {
  it('is three quick presses away, reaches the lead’s open page, and nothing shows in the hall', async () => {
    const before = await boardOf(house)
    await clerk.locator('html:not([data-line])').waitFor()
    await clerk.keyboard.press('F8')
    await clerk.keyboard.press('F8')
    assert.equal(await lead.locator('.notice.alarm').count(), 0, 'two presses are none')
    await clerk.keyboard.press('F8')
    await lead.locator('.notice.alarm', { hasText: 'Alarm: Platz 2 · 10:00' }).waitFor()
    assert.match(await lead.title(), /^Alarm: Platz 2/)
    assert.deepEqual(await violations(lead), [])
    await lead.setViewportSize({ width: 1920, height: 1080 })
    await picture(lead, { name: 'alarm', lang: 'de' })
    await clerk.getByText('Gesendet um 10:00 Uhr').waitFor()
    assert.equal(clerk.url(), `${house.origin}/de/staff/desk/platz-2`, 'her page did not move')
    assert.equal(await boardOf(house), before)
    assert.equal(await display.locator('.alarm').count(), 0)
  })

  it('tells the desk quietly that somebody comes, and is over when the lead says so', async () => {
    await lead.getByRole('button', { name: 'Ich komme' }).click()
    await clerk.getByText('Jemand kommt, seit 10:00 Uhr').waitFor()
    await lead.getByRole('button', { name: 'Vorbei' }).click()
    await lead.getByText('Gerade ist nichts').waitFor()
    await clerk.getByText('Jemand kommt').waitFor({ state: 'detached' })
  })
})

/** The display as the server writes it, without what counts how much has happened in the house. */
const boardOf = async ({ origin }: { origin: string }): Promise<string> =>
  (await (await fetch(`${origin}/de/display/halle`)).text()).replace(/seen=\d+/g, '')

describe('a stop of intake', () => {
  it('is made by a lead with a reason; a phone reads it kindly and a clerk sees whom to ask', async () => {
    await lead.goto(`${house.origin}/de/staff/reception`)
    await lead.getByText('Nummernausgabe anhalten').first().click()
    await lead.getByText('Die Technik geht nicht').click()
    await lead.getByRole('button', { name: 'Nummernausgabe anhalten' }).click()
    await lead.getByText('angehalten, seit 10:00 Uhr').waitFor()
    const phone = await newPage(browser, { ...SCREEN, width: 360, javaScript: false })
    await phone.goto(`${house.origin}/ar/`)
    await phone.getByText('التقنية لا تعمل الآن').waitFor()
    await phone.context().close()
    await lead.getByRole('button', { name: 'Wieder Nummern ausgeben' }).click()
    await lead.getByText('Nummern werden ausgegeben').waitFor()
  })
})

describe('a house whose server is gone', () => {
  it('says at the button that the alarm is not connected and the house alarm is to be used', async () => {
    const dead = clerk.getByRole('button', { name: 'Nicht verbunden: bitte den Hausalarm benutzen' })
    await clerk.locator('html:not([data-line])').waitFor()
    assert.equal(await dead.count(), 0)
    await house.stop()
    await dead.waitFor()
    assert.equal(await clerk.getByText('Stille Hilfe rufen').isVisible(), false)
    assert.deepEqual(await violations(clerk), [])
  })
})
