import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openDesk } from '../../src/reception/index.ts'
import { newPage, openBrowser } from '../support/chromium.ts'
import { signedIn } from '../support/every-page.ts'
import { call, desk, step } from '../support/house.ts'
import { openServed, type ServedHouse } from '../support/served.ts'

const PHONE = { width: 360, height: 740, lang: 'de', javaScript: false }

let house: ServedHouse
let browser: Browser
let cookie: string
before(async () => {
  house = await openServed()
  browser = await openBrowser()
  cookie = await signedIn(house, 'jonas')
})
after(async () => {
  await browser.close()
  await house.close()
})

async function staff(): Promise<Page> {
  const page = await newPage(browser, { width: 1080, height: 900, lang: 'de', javaScript: true })
  const pairs = cookie
    .split('; ')
    .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)])
  await page
    .context()
    .addCookies(pairs.map(([name = '', value = '']) => ({ name, value, url: house.origin })))
  return page
}

const press = async (page: Page, key: string) => {
  await Promise.all([page.waitForEvent('load'), page.keyboard.press(key)])
}

async function takeNumber(concern: string): Promise<Page> {
  const phone = await newPage(browser, PHONE)
  await phone.goto(`${house.origin}/de/number?c=${concern}`)
  await phone.locator('main form button').last().click()
  return phone
}

describe('a matter through three stations', () => {
  beforeEach(async () => {
    await house.empty()
    for (const name of ['platz-6', 'platz-15'])
      await openDesk(house.office, desk(name), { account: name, languages: null, skills: null })
  })

  it('is one way on her phone, one number at three desks, and ends with what to bring', async () => {
    const phone = await takeNumber('isc-eat-loss')
    const way = phone.locator('.thread li')
    assert.deepEqual(await way.allInnerTexts(), [
      'Angekommen',
      'Am Platz',
      'Foto und Fingerabdrücke',
      'Kasse',
      'Fertig',
    ])
    const page = await staff()
    await page.goto(`${house.origin}/de/staff/desk/platz-1`)
    await press(page, 'n')
    await press(page, 'b')
    assert.match(await page.locator('main').innerText(), /Darauf achten/)
    await press(page, 'v')
    await phone.reload()
    assert.equal(await phone.locator('.thread .now').innerText(), 'Foto und Fingerabdrücke')
    for (const name of ['platz-6', 'platz-15']) {
      const visit = await call(house, name)
      assert.ok(visit && typeof visit !== 'string', name)
      await phone.reload()
      assert.match(await phone.locator('h1').innerText(), new RegExp(name.replace('platz-', 'Platz ')))
      await step(house, visit, { do: 'start', desk: desk(name) })
      if (name === 'platz-6') await step(house, visit, { do: 'move_on', desk: desk(name) })
      else {
        const finish = { do: 'finish', desk: desk(name), outcome: 'come_back', concerns: [] } as const
        await step(house, visit, { ...finish, bring: ['passport'] })
      }
    }
    await phone.reload()
    assert.match(await phone.locator('main').innerText(), /bringen Sie beim nächsten Mal mit\s+Gültiger Pass/)
  })

  it('lets her go out and come back without losing her place', async () => {
    const phone = await takeNumber('isc-cert')
    await phone.getByText('Ich gehe kurz raus').click()
    assert.match(await phone.locator('h1').innerText(), /Ihr Platz bleibt/)
    assert.equal(await call(house, 'platz-1'), null)
    await phone.getByText('Ich bin wieder da').click()
    const visit = await call(house, 'platz-1')
    assert.ok(visit && typeof visit !== 'string')
  })
})

describe('a full day', () => {
  beforeEach(() => house.empty())

  it('still gives an outcome at the terminal and on the phone when the house closes', async () => {
    house.clock.pass(5.4 * 60)
    const phone = await takeNumber('isc-cert')
    await phone.getByText('Vormittags').click()
    await phone.getByText('Terminwunsch notieren').click()
    assert.match(await phone.locator('h1').innerText(), /Ihr Terminwunsch ist notiert/)
    const kiosk = await newPage(browser, { ...PHONE, width: 1080, height: 1920 })
    await kiosk.goto(`${house.origin}/de/kiosk/kiosk-1/number?c=isc-cert`)
    await kiosk.locator('main form button').last().click()
    await kiosk.getByText('Terminwunsch notieren').click()
    assert.match(await kiosk.locator('main').innerText(), /Ihr Terminwunsch ist notiert/)
  })
})
