import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, beforeEach, describe, it } from 'node:test'
import { arrive, call, desk, krefeld, openWeb, type TestWeb } from '../../../test/support/house.ts'
import { copyOfKrefeld } from '../../../test/support/pack-copy.ts'
import { type City, readCity } from '../../city/index.ts'
import { openDesk } from '../index.ts'

const pageOf = async (house: TestWeb, path = '/de/display/halle') => (await house.fetch(path)).text()

/** What each call on a screen may be heard as. */
const sayings = (html: string): { lang: string; text: string; sounds?: string[] }[][] =>
  [...html.matchAll(/data-say="([^"]*)"/g)].map(([, said = '']) => JSON.parse(said.replaceAll('&quot;', '"')))

const seat = (house: TestWeb, name: string) =>
  openDesk(house.office, desk(name), { account: name, languages: null, skills: null })

describe('what a display may say aloud', () => {
  let house: TestWeb
  before(async () => {
    house = await openWeb()
  })
  after(() => house.close())
  beforeEach(() => house.empty())

  const heardOf = async (more: Parameters<typeof arrive>[2]) => {
    await arrive(house, 'isc-eat-pickup', more)
    await call(house, 'platz-2')
    return sayings(await pageOf(house))[0]?.map(({ lang }) => lang)
  }

  it('is German only, unless she said that her language may be heard', async () => {
    assert.deepEqual(await heardOf({ spoken: 'ar' }), ['de'])
  })

  it('is her language too, where she said so', async () => {
    assert.deepEqual(await heardOf({ spoken: 'ar', needs: ['spoken'] }), ['de', 'ar'])
  })

  it('is what she reads where the house does not know the language she speaks', async () => {
    assert.deepEqual(await heardOf({ spoken: 'ti', needs: ['spoken'] }), ['de'])
  })

  it('names number, sign and way, and nothing else', async () => {
    const { number } = await arrive(house, 'sw-violence', { spoken: 'fa', needs: ['spoken', 'alone'] })
    await call(house, 'zimmer-12')
    const [said] = sayings(await pageOf(house))
    assert.deepEqual(
      said?.map(({ text }) => text.replace(/[,،].*[,،]/, ' …')),
      [`Nummer ${number} … zu Zimmer 12`, `شمارهٔ ${number} … به: اتاق 12`],
    )
  })

  it('does not make her wait less: saying so is no need', async () => {
    const { headStartMinutes } = krefeld().policies
    assert.equal(headStartMinutes.spoken, 0)
  })
})

describe('the quiet hours of the pack', () => {
  const quiet = { weekday: 1, from: '10:30', to: '11:00' }
  const city: City = { ...krefeld(), policies: { ...krefeld().policies, quietHours: [quiet] } }

  it('keep the displays silent, but every call is shown', async () => {
    const house = await openWeb({ city })
    const calledAt = async (minutes: number, name: string) => {
      house.clock.pass(minutes)
      const { number } = await arrive(house)
      await call(house, name)
      const html = await pageOf(house)
      assert.match(html, new RegExp(`data-call="${number}-`))
      return sayings(html).length
    }
    assert.equal(await calledAt(29, 'platz-1'), 1)
    assert.equal(await calledAt(1, 'platz-2'), 1, 'the call from before, not the one of half past ten')
    assert.equal(await calledAt(29, 'platz-3'), 0)
    assert.equal(await calledAt(1, 'platz-4'), 1)
    await house.close()
  })
})

describe('recordings of the pack', () => {
  const pack = copyOfKrefeld()
  let house: TestWeb
  before(async () => {
    for (const language of ['de', 'ar']) mkdirSync(join(pack.folder, 'sounds', language), { recursive: true })
    const record = (file: string) => writeFileSync(join(pack.folder, 'sounds', file), 'a voice')
    record('de/number-1.mp3')
    record('de/desk-platz-1.mp3')
    record('ar/number-1.ogg')
    record('de/Notes of the speaker.txt')
    const { city } = readCity(pack.folder)
    assert.ok(city)
    house = await openWeb({ city })
  })
  after(async () => {
    await house.close()
    pack.dispose()
  })

  it('are played where all of a call is recorded; elsewhere the device speaks', async () => {
    await house.empty()
    const { number } = await arrive(house, 'isc-eat-pickup', { spoken: 'ar', needs: ['spoken'] })
    await call(house, 'platz-1')
    assert.equal(number, 1)
    const [german, arabic] = sayings(await pageOf(house))[0] ?? []
    assert.deepEqual(german?.sounds, ['/sounds/de/number-1.mp3', '/sounds/de/desk-platz-1.mp3'])
    assert.equal(arabic?.sounds, undefined)
  })

  it('are served as they lie in the pack, and nothing beside them is', async () => {
    const recording = await house.fetch('/sounds/de/number-1.mp3')
    assert.equal(recording.headers.get('content-type'), 'audio/mpeg')
    assert.equal(await recording.text(), 'a voice')
    for (const path of [
      'de/Notes%20of%20the%20speaker.txt',
      'de/number-2.mp3',
      'xx/number-1.mp3',
      'de/..%2f..%2fcity.yaml',
    ])
      assert.equal((await house.fetch(`/sounds/${path}`)).status, 404, path)
  })
})

describe('the ranges on a display', () => {
  let house: TestWeb
  before(async () => {
    house = await openWeb()
  })
  after(() => house.close())
  beforeEach(() => house.empty())

  const rangesOn = async (display: string) => {
    const html = await pageOf(house, `/de/display/${display}`)
    const list = /<dl class="board-ranges">(.*?)<\/dl>/.exec(html)?.[1] ?? ''
    return [...list.matchAll(/<dt>([^<]*)<\/dt><dd>([^<]*)<\/dd>/g)].map(
      ([, unit, wait]) => `${unit}: ${wait}`,
    )
  }
  const wait = async (count: number, concern: string) => {
    for (let i = 0; i < count; i++) await arrive(house, concern)
  }

  it('tell how long it takes at each kind of counter for somebody who comes now', async () => {
    await seat(house, 'platz-1')
    await seat(house, 'platz-7')
    await wait(6, 'isc-eat-pickup')
    await wait(7, 'rn-extend')
    const ranges = await rangesOn('halle')
    assert.equal(ranges.length, 2)
    assert.match(ranges[0] ?? '', /^Info- und Service-Center: \d+ bis \d+ (Minuten|Stunden)$/)
    assert.match(ranges[1] ?? '', /^Aufenthalt und Einbürgerung: \d+ bis \d+ (Minuten|Stunden)$/)
  })

  it('tell nothing of a line of fewer than five people', async () => {
    await seat(house, 'platz-1')
    await wait(4, 'isc-eat-pickup')
    assert.deepEqual(await rangesOn('halle'), [])
    await wait(1, 'isc-eat-pickup')
    assert.equal((await rangesOn('halle')).length, 1)
  })

  it('tell nothing of a discreet unit, nor of counters at which nobody sits', async () => {
    await wait(8, 'rm-voluntary')
    await wait(8, 'isc-eat-pickup')
    await seat(house, 'zimmer-11')
    assert.deepEqual(await rangesOn('halle'), [])
    assert.deepEqual(await rangesOn('zimmer'), [])
  })

  it('belong to the desks whose calls the display shows', async () => {
    await seat(house, 'platz-1')
    await wait(6, 'isc-eat-pickup')
    assert.equal((await rangesOn('halle')).length, 1)
    assert.deepEqual(await rangesOn('zimmer'), [])
  })
})
