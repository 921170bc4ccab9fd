import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { type City, formatMistakes, readCity } from '../../src/city/index.ts'
import type { Visit } from '../../src/reception/index.ts'
import { arrive, call, desk, formOf, krefeld, openWeb, step, type TestWeb } from '../support/house.ts'
import { copyOfKrefeld } from '../support/pack-copy.ts'

/** The numbers on a display, newest first. */
async function numbersOn(house: TestWeb, display: string): Promise<number[]> {
  const answer = await house.fetch(`/de/display/${display}`)
  assert.equal(answer.status, 200)
  return [...(await answer.text()).matchAll(/data-call="(\d+)-\d+"/g)].map(([, number]) => Number(number))
}

/** Somebody arrives for what this desk does and is called there at once. */
async function callTo(house: TestWeb, city: City, name: string): Promise<Visit> {
  const [concern] = city.premises.desks.find(({ id }) => id === name)?.concerns ?? []
  const visit = await arrive(house, concern)
  const called = await call(house, name)
  assert.ok(called && typeof called !== 'string' && called.id === visit.id, `called to ${name}`)
  return called
}

describe('the display of the hall', () => {
  const nine = ['info', ...[1, 2, 3, 4, 5, 6, 7, 8].map((label) => `platz-${label}`)]

  it('reception 6: of nine visitors called within a minute each is shown, eight at most at once, each for twenty seconds', async (test) => {
    const house = await openWeb()
    test.after(() => house.close())
    const city = krefeld()
    const secondsOn = new Map<number, number>()
    const toCall = [...nine]
    for (let second = 0; second <= 60; second++) {
      const name = second % 2 === 0 ? toCall.shift() : undefined
      if (name) secondsOn.set((await callTo(house, city, name)).number, 0)
      const numbers = await numbersOn(house, 'halle')
      assert.ok(numbers.length <= 8, `${numbers.length} places after ${second} s`)
      for (const number of numbers) secondsOn.set(number, (secondsOn.get(number) ?? 0) + 1)
      house.clock.passSeconds(1)
    }
    assert.equal(secondsOn.size, 9)
    for (const [number, seconds] of secondsOn) assert.ok(seconds >= 20, `number ${number}: ${seconds} s`)
  })
})

describe('a pack with a broken desk, a broken unit, a broken concern and a broken second house', () => {
  const GONE = { desk: 'platz-3', unit: 'I-KI', concern: 'isc-cert', house: 'neues-haus' }
  const HOUSE = 'premises/am-hauptbahnhof-5.yaml'
  const pack = copyOfKrefeld()
  const whole = krefeld()
  let city: City
  let house: TestWeb

  before(async () => {
    const { desk: broken, unit, concern, house: other } = GONE
    pack.replace({ file: HOUSE, from: `  ${broken}:`, text: 'units: [X-ISC]' }, 'units: 7')
    pack.replace({ file: 'city.yaml', from: `  ${unit}:`, text: '{' }, '[{')
    pack.replace({ file: 'concerns/service-centre.yaml', from: `\n${concern}:`, text: 'unit:' }, 'unti:')
    pack.write(`premises/${other}.yaml`, 'name: [')
    const read = readCity(pack.folder)
    assert.ok(read.city, formatMistakes(read.mistakes))
    city = read.city
    house = await openWeb({ city })
  })
  after(async () => {
    await house.close()
    pack.dispose()
  })

  const status = async (path: string) => (await house.fetch(path)).status

  it('reception 8: lacks those and what cannot be without them, and nothing else', () => {
    const left = (of: City) => ({
      desks: of.premises.desks.map(({ id }) => id as string),
      units: of.units.map(({ id }) => id as string),
      concerns: of.concerns.map(({ id }) => id as string),
      kiosks: of.premises.kiosks,
      displays: of.premises.displays.map(({ id }) => id),
    })
    const all = left(whole)
    const ofUnit = whole.concerns.filter(({ unit }) => unit === GONE.unit).map(({ id }) => id as string)
    const desksOfUnit = whole.premises.desks.filter(({ unit }) => unit === GONE.unit).map(({ id }) => id)
    assert.ok(ofUnit.length > 0 && desksOfUnit.length > 0)
    assert.deepEqual(left(city), {
      ...all,
      desks: all.desks.filter((id) => id !== GONE.desk && !desksOfUnit.some((other) => other === id)),
      units: all.units.filter((id) => id !== GONE.unit),
      concerns: all.concerns.filter((id) => id !== GONE.concern && !ofUnit.includes(id)),
    })
    assert.deepEqual(city.otherPremises, [])
    assert.equal(city.premises.id, whole.premises.id)
  })

  it('reception 8: shows calls of the other desks on the displays', async () => {
    assert.deepEqual(await numbersOn(house, 'halle'), [])
    const { number } = await callTo(house, city, 'platz-4')
    assert.deepEqual(await numbersOn(house, 'halle'), [number])
    const inRoom = await callTo(house, city, 'zimmer-12')
    assert.deepEqual(await numbersOn(house, 'zimmer'), [inRoom.number])
    assert.equal(await call(house, GONE.desk), 'desk.refused.unknown')
  })

  it('reception 8: leads through every topic at the terminal and leaves out only what is broken', async () => {
    for (const path of ['', ...city.guide.map(({ id }) => `topic/${id}`)])
      assert.equal(await status(`/de/kiosk/kiosk-1/${path}`), 200, path)
    for (const { id } of city.concerns) assert.equal(await status(`/de/kiosk/kiosk-1/concern/${id}`), 200, id)
    assert.equal(await status(`/de/kiosk/kiosk-1/concern/${GONE.concern}`), 404)
  })

  it('reception 8: gives numbers at the terminal', async () => {
    const fields = { key: 'a key of this very form', party: '1', spoken: 'de', reading: 'de' }
    const path = '/de/kiosk/kiosk-2/number'
    const given = await house.fetch(path, formOf({ ...fields, concern: 'isc-eat-pickup' }))
    assert.equal(given.status, 303)
    assert.equal(await status(given.headers.get('location') ?? ''), 200)
    const broken = await house.fetch(path, formOf({ ...fields, concern: GONE.concern }))
    assert.equal(broken.status, 422)
  })
})

describe('the link of a ticket', () => {
  let house: TestWeb
  let mine: Visit
  let other: Visit
  before(async () => {
    house = await openWeb()
    mine = await arrive(house, 'isc-eat-pickup', { spoken: 'de' })
    // Somewhere else in the row of numbers, so that nothing else on a page looks like it.
    await sql`select setval('ticket_number', nextval('ticket_number') + 7340)`.execute(
      house.office.database.kysely,
    )
    house.clock.pass(1)
    other = await arrive(house, 'isc-registration', { spoken: 'uk' })
  })
  after(() => house.close())

  const pages = ({ secret }: Pick<Visit, 'secret'>) =>
    ['', '/slip', '/leave'].map((page) => `/de/ticket/${secret}${page}`)

  /** Which of the things that would betray the other visit stand on a page. */
  function tracesOn(html: string): string[] {
    const title = krefeld().concerns.find(({ id }) => id === other.concerns[0])?.title ?? ''
    const number = new RegExp(`\\b${other.number}\\b`).test(html) ? ['number'] : []
    const words = { link: other.secret as string, id: other.id as string, title }
    return [
      ...number,
      ...Object.entries(words).flatMap(([name, word]) => (html.includes(word) ? [name] : [])),
    ]
  }

  async function showsNothingOfTheOther(): Promise<void> {
    for (const page of pages(mine)) {
      const answer = await house.fetch(page)
      const html = await answer.text()
      assert.equal(answer.status, 200)
      assert.ok(html.includes(String(mine.number)), `her own number on ${page}`)
      assert.deepEqual(tracesOn(html), [], page)
    }
  }

  it('reception 14: shows this one visit and nothing of anybody else', async () => {
    const others = await (await house.fetch(`/de/ticket/${other.secret}`)).text()
    assert.deepEqual(tracesOn(others), ['number', 'link', 'title'], 'on her own page')
    await showsNothingOfTheOther()
    await step(house, mine, { do: 'leave', desk: null })
    const called = await call(house, 'platz-2')
    assert.ok(called && typeof called !== 'string' && called.id === other.id)
    await showsNothingOfTheOther()
    await step(house, other, { do: 'start', desk: desk('platz-2') })
    await showsNothingOfTheOther()
  })

  it('reception 14: altered in any place leads nowhere', async () => {
    for (let i = 0; i < other.secret.length; i++) {
      const letter = other.secret[i] === 'A' ? 'B' : 'A'
      const altered =
        `${other.secret.slice(0, i)}${letter}${other.secret.slice(i + 1)}` as typeof other.secret
      for (const page of pages({ secret: altered })) assert.equal((await house.fetch(page)).status, 404, page)
    }
    for (const page of pages(other)) assert.equal((await house.fetch(page)).status, 200, 'the true one does')
  })

  it('reception 14: cannot be guessed from a number, an id or what is near', async () => {
    const { number, id, secret } = other
    const guesses = [`${number}`, '1', '0', id, secret.slice(1), `${secret}A`, '%00']
    for (const guess of guesses) {
      for (const page of ['', '/slip', '/leave', '/live']) {
        const answer = await house.fetch(`/de/ticket/${guess}${page}`)
        assert.equal(answer.status, 404, `${guess}${page}`)
      }
    }
    const answer = await house.fetch(`/de/kiosk/kiosk-1/slip/${id}`)
    assert.equal(answer.status, 404)
  })

  it('reception 14: is 128 bits of chance, as is the id: neither counts up nor repeats', async () => {
    const visits: Visit[] = []
    for (let i = 0; i < 200; i++) visits.push(await arrive(house))
    const names = visits.flatMap(({ id, secret }) => [id as string, secret as string])
    assert.equal(new Set(names).size, 400)
    assert.ok(names.every((name) => /^[\w-]{22}$/.test(name)))
    for (const kind of [visits.map(({ id }) => id as string), visits.map(({ secret }) => secret as string)]) {
      const rising = kind.filter((name, i) => i > 0 && name > (kind[i - 1] ?? '')).length
      assert.ok(rising > 50 && rising < 150, `${rising} of 199 are above the one before`)
      for (let place = 0; place < 21; place++)
        assert.ok(new Set(kind.map((name) => name[place])).size > 20, `letter ${place} varies`)
    }
  })

  it('reception 14: tells nobody on the way out where it came from', async () => {
    const { headers } = await house.fetch(`/de/ticket/${other.secret}`)
    assert.equal(headers.get('referrer-policy'), 'no-referrer')
  })
})
