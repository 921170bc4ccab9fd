import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openDesk } from '../../src/reception/index.ts'
import { newPage, openBrowser } from '../support/chromium.ts'
import { call, desk } from '../support/house.ts'
import { picture } from '../support/pictures.ts'
import { openServed, type ServedHouse } from '../support/served.ts'

const OLD_PHONE = { width: 360, height: 640, javaScript: false }

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

/** An empty hall with two desks of the service centre and the information desk staffed. */
async function openDesks({ office, empty }: ServedHouse): Promise<void> {
  await empty()
  for (const name of ['info', 'platz-1', 'platz-2'])
    await openDesk(office, desk(name), { account: name, languages: null, skills: null })
}

/** The link in the page's main part that leads to `path`. */
const follow = async (page: Page, path: string) => {
  await page.locator(`main a[href*="${path}"]`).first().click()
  await page.waitForLoadState()
}

const headline = (page: Page) => page.locator('h1').innerText()

describe('a mother with an old phone who reads only Arabic', () => {
  beforeEach(() => openDesks(house))

  it('is led from the door to her desk without JavaScript, and never sees a word of German', async () => {
    const page = await newPage(browser, { ...OLD_PHONE, lang: 'ar' })
    await page.goto(house.origin)
    assert.match(page.url(), /\/ar\/$/)
    assert.equal(await page.getAttribute('html', 'dir'), 'rtl')
    await follow(page, '/topic/card')
    await follow(page, '/topic/card/card')
    await follow(page, '/concern/isc-eat-pickup')
    await follow(page, '/number')
    await page.locator('input[name=party][value="3"]').check()
    await page.locator('input[name=needs][value=child]').check()
    await page.locator('main button').click()
    assert.match(page.url(), /\/ar\/ticket\/[\w-]{22}$/)
    assert.match(await headline(page), /\d/)
    const number = await page.locator('.number b').innerText()
    const called = await call(house, 'platz-2')
    assert.ok(called && typeof called !== 'string')
    assert.equal(String(called.number), number)
    await page.reload()
    assert.match(await headline(page), /2/)
    assert.equal(await page.locator('.plan-desk.mine').count(), 1)
    // The sign at the desk itself is German, so it stands there once, marked as German.
    assert.equal(await page.locator('main [lang=de]').innerText(), 'Platz 2')
    const words = (await page.locator('main').innerText()).replace('Platz 2', '')
    assert.doesNotMatch(words, /\b(Platz|Bitte|Minuten|Nummer|Halle)\b/)
  })

  it('leaves the queue when she says so twice, and only then', async () => {
    const page = await newPage(browser, { ...OLD_PHONE, lang: 'ar' })
    await page.goto(`${house.origin}/ar/number?c=isc-fiktion`)
    await page.locator('main button').click()
    const ticket = page.url()
    await follow(page, '/leave')
    assert.equal(house.office.memory.hall.waiting.length, 1)
    await page.locator('main button').click()
    assert.equal(page.url(), ticket)
    assert.equal(house.office.memory.hall.waiting.length, 0)
    assert.equal(await page.locator('main a').count(), 1)
  })

  it('keeps what she typed when something is missing, and is told in her language', async () => {
    const page = await newPage(browser, { ...OLD_PHONE, lang: 'ar' })
    await page.goto(`${house.origin}/ar/number?c=isc-fiktion`)
    await page.locator('input[name=needs][value=hearing]').check()
    await page.locator('select[name=spoken]').evaluate((select) => {
      const option = select.ownerDocument.createElement('option')
      option.value = 'xx'
      select.append(option)
      ;(select as HTMLSelectElement).value = 'xx'
    })
    await page.locator('main button').click()
    assert.match(await page.locator('#errors').innerText(), /[ء-ي]{3}/)
    assert.ok(await page.locator('input[name=needs][value=hearing]').isChecked())
  })

  it('reloads by itself every half minute, and can stop that', async () => {
    const page = await newPage(browser, { ...OLD_PHONE, lang: 'ar' })
    await page.goto(`${house.origin}/ar/number?c=isc-fiktion`)
    await page.locator('main button').click()
    assert.equal(await page.locator('meta[http-equiv=refresh]').getAttribute('content'), '30')
    await page.locator('main a[href*="still=1"]').click()
    assert.equal(await page.locator('meta[http-equiv=refresh]').count(), 0)
  })
})

describe('a person who can read neither letters nor numbers', () => {
  beforeEach(() => openDesks(house))

  it('finds her desk by drawing, colour and shape, with every word and number hidden', async () => {
    const phone = await newPage(browser, { ...OLD_PHONE, lang: 'de' })
    await phone.goto(`${house.origin}/de/help/person`)
    await phone.locator('main button').click()
    const others = await newPage(browser, { ...OLD_PHONE, lang: 'de' })
    for (let i = 0; i < 3; i++) {
      await others.goto(`${house.origin}/de/number?c=isc-eat-pickup`)
      await others.locator('main button').click()
    }
    const called = await call(house, 'info')
    assert.ok(called && typeof called !== 'string')
    for (const desk of ['platz-1', 'platz-2']) await call(house, desk)
    const display = await newPage(browser, { width: 1920, height: 1080, lang: 'de', javaScript: false })
    for (const page of [phone, display]) await hideWords(page)
    await display.goto(`${house.origin}/de/display/halle`)
    await phone.reload()
    const mine = await phone.locator('.number .sign').innerHTML()
    const shown = await display.locator('.call .sign').evaluateAll((all) => all.map((one) => one.innerHTML))
    assert.equal(shown.filter((sign) => sign === mine).length, 1, 'her sign is on the display once')
    const card = display.locator('.call', { has: display.locator('.sign') }).nth(shown.indexOf(mine))
    assert.ok(await card.locator('.call-where .icon').isVisible(), 'an arrow shows the way')
    assert.equal(await phone.locator('.plan-way').count(), 2, 'the thread leads to her desk')
    await picture(phone, { name: 'wordless-ticket', lang: 'de' })
    await picture(display, { name: 'wordless-display', lang: 'de' })
  })
})

/** Makes every letter and digit unseen, as they are to somebody who cannot read: by the reader's own style. */
const hideWords = (page: Page) =>
  page.route('**/assets/*.css', async (route) => {
    const answer = await route.fetch()
    const unseen = '* { color: transparent !important } text { fill: transparent !important }'
    await route.fulfill({ response: answer, body: `${await answer.text()}${unseen}` })
  })
