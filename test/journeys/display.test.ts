import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { newPage, openBrowser } from '../support/chromium.ts'
import { arrive, call } from '../support/house.ts'
import { openServed, type ServedHouse } from '../support/served.ts'
import { giveVoices, heardOn } from '../support/voices.ts'

const HALL = { width: 1920, height: 1080, lang: 'de', javaScript: true }

let house: ServedHouse
let browser: Browser
let screen: Page
before(async () => {
  house = await openServed()
  browser = await openBrowser()
})
after(async () => {
  await browser.close()
  await house.close()
})
beforeEach(async () => {
  await screen?.context().close()
  await house.empty()
  screen = await newPage(browser, HALL)
  await screen.clock.install()
  await giveVoices(screen, ['de-DE', 'ar-SA'])
  await screen.goto(`${house.origin}/de/display/halle`)
})

/** Lets the screen's own time pass, second by second, so that one sentence can follow the other. */
async function passOnScreen(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second++) await screen.clock.runFor(1_000)
}

const onScreen = (number: number) => screen.locator('.call b', { hasText: new RegExp(`^${number}$`) })

/** Called to a desk; returns the number. */
async function callTo(name: string): Promise<number> {
  const visit = await call(house, name)
  assert.ok(visit && typeof visit !== 'string')
  return visit.number
}

describe('a display that speaks', () => {
  it('reception 7: says two calls made at once one after the other, in German, and in her language to her who said so', async () => {
    await arrive(house, 'isc-eat-pickup', { spoken: 'ar', needs: ['spoken'] })
    house.clock.pass(1)
    await arrive(house, 'isc-eat-pickup', { spoken: 'ar' })
    const first = await callTo('platz-1')
    const second = await callTo('platz-2')
    await onScreen(first).waitFor()
    await onScreen(second).waitFor()
    await passOnScreen(20)
    const log = await heardOn(screen)
    const said = log.filter((line) => line.startsWith('begin'))
    assert.match(said[0] ?? '', new RegExp(`^begin de-DE Nummer ${first}, .*, zu Platz 1$`))
    assert.match(said[1] ?? '', new RegExp(`^begin ar-SA رقم ${first}، `))
    assert.match(said[2] ?? '', new RegExp(`^begin de-DE Nummer ${second}, .*, zu Platz 2$`))
    assert.equal(said.length, 3)
    // Each begins only when the one before has ended, and every call is announced by its two tones.
    const order = log.map((line) => line.split(' ')[0])
    const call1 = ['tone', 'tone', 'begin', 'end', 'begin', 'end']
    assert.deepEqual(order, [...call1, 'tone', 'tone', 'begin', 'end'])
  })
})

describe('a display that lost the house', () => {
  it('reception 9: keeps its last state with its age, misses no call on return and says none twice', async () => {
    await arrive(house)
    const before = await callTo('platz-1')
    await onScreen(before).waitFor()
    await passOnScreen(10)
    assert.ok(await screen.locator('#age').isHidden())

    await screen.context().setOffline(true)
    await passOnScreen(16)
    assert.ok(await screen.locator('#age').isVisible(), 'a small mark after fifteen seconds')
    assert.ok(await screen.locator('#away').isHidden())
    assert.match(await screen.locator('#age').innerText(), /Stand: 10:00 Uhr/)
    await arrive(house)
    await arrive(house)
    const long = await callTo('platz-2')
    house.clock.pass(4)
    const late = await callTo('platz-3')
    await passOnScreen(50)
    assert.match(await screen.locator('#away').innerText(), /seit 10:00 Uhr keine Verbindung/)
    assert.ok(await onScreen(before).isVisible(), 'the last state stays')
    assert.equal(await onScreen(late).count(), 0)

    await screen.context().setOffline(false)
    await passOnScreen(6)
    await onScreen(late).waitFor()
    assert.ok(await onScreen(long).isVisible(), 'called four minutes ago and still waited for')
    assert.ok(await screen.locator('#age').isHidden())
    assert.ok(await screen.locator('#away').isHidden())
    await passOnScreen(60)
    const log = await heardOn(screen)
    for (const number of [before, long, late]) {
      const times = log.filter((line) => line.startsWith(`begin de-DE Nummer ${number},`)).length
      assert.equal(times, 1, `number ${number} was said ${times} times`)
    }
  })
})

describe('a display with room', () => {
  it('says what is worth knowing while few are called, and keeps the called number at a fifth of its height', async () => {
    assert.ok(await screen.locator('.calm').isVisible())
    const numbers: number[] = []
    for (const name of ['platz-1', 'platz-2', 'platz-3', 'platz-4', 'platz-5', 'platz-6']) {
      await arrive(house)
      numbers.push(await callTo(name))
      await onScreen(numbers.at(-1) ?? 0).waitFor()
      assert.equal(
        await screen.locator('.calm').count(),
        numbers.length <= 3 ? 1 : 0,
        `${numbers.length} calls`,
      )
      const newest = screen.locator('.call.newest b')
      const size = await newest.evaluate((number) => Number.parseFloat(getComputedStyle(number).fontSize))
      // A digit is about seven tenths as high as its letter size.
      assert.ok(size * 0.7 >= HALL.height / 5, `${size} pixels`)
      const overlapping = await screen.evaluate(() => {
        const parts = [...document.querySelectorAll('.call, .calm, .plan, .board-ranges')]
        const boxes = parts.map((part) => part.getBoundingClientRect())
        return boxes.some((a, i) =>
          boxes.some(
            (b, j) =>
              i < j &&
              a.left < b.right - 1 &&
              b.left < a.right - 1 &&
              a.top < b.bottom - 1 &&
              b.top < a.bottom - 1,
          ),
        )
      })
      assert.ok(!overlapping, `parts lie over one another with ${numbers.length} calls`)
    }
    const shown = await Promise.all(numbers.map((number) => onScreen(number).count()))
    assert.deepEqual(shown, [1, 1, 1, 1, 1, 1])
  })
})
