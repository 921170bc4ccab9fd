import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { krefeld, MONDAY_TEN, openHouse, openWeb, type TestHouse } from '../../test/support/house.ts'
import type { City } from '../city/index.ts'
import { type Instant, instant, MINUTE } from '../kernel/index.ts'
import { figuresOf } from '../reception/index.ts'
import {
  createDemoAccounts,
  DEMO_PASSWORD,
  demoEmails,
  demoStart,
  openDemo,
  seatsOf,
  seedDay,
} from './demo.ts'

const city = krefeld()

const wallClock = (text: string): Instant =>
  instant(Temporal.ZonedDateTime.from(`${text}[Europe/Berlin]`).epochMilliseconds)

/** Everybody in the pack who may be tried out, under a made-up account. */
const accountsOf = (of: City): Map<string, string> =>
  new Map(seatsOf(of).map(([staff]) => [staff, `account of ${staff}`]))

/** The hall as a reader sees it, without the ids that no two days share. */
function morningOf(house: TestHouse): unknown {
  const visits = [...house.office.memory.hall.visits.values()].sort((a, b) => a.number - b.number)
  return visits.map(({ id: _, secret: __, last, ...seen }) => ({ ...seen, last: last && { ...last } }))
}

describe('the day of the demo', () => {
  it('is a believable one: people wait, desks are staffed, some are served and some are through', async () => {
    const house = await openHouse()
    await seedDay(house.office, MONDAY_TEN, accountsOf(city))
    const { hall, desks } = house.office.memory
    const figures = await figuresOf(house.office, '2026-11-23')
    assert.ok(figures.arrived >= 40 && figures.arrived <= 80, `${figures.arrived} came`)
    assert.ok(figures.served >= 10, `${figures.served} are through`)
    assert.ok(hall.waiting.length >= 5, `${hall.waiting.length} wait`)
    const states = new Set([...hall.atDesk.values()].map(({ state }) => state))
    assert.ok(states.has('serving'))
    const staffed = [...desks.values()].filter(({ open, sitter }) => open && sitter !== null)
    assert.equal(staffed.length, seatsOf(city).filter(([, desk]) => desk !== null).length)
    for (const { arrivedAt } of hall.visits.values())
      assert.ok(arrivedAt >= MONDAY_TEN - 90 * MINUTE && arrivedAt <= MONDAY_TEN)
    assert.ok(new Set([...hall.visits.values()].map((visit) => visit.readingLanguage)).size >= 6)
    await house.close()
  })

  it('is the same each time', async () => {
    const mornings: unknown[] = []
    for (let i = 0; i < 2; i++) {
      const house = await openHouse()
      await seedDay(house.office, MONDAY_TEN, accountsOf(city))
      mornings.push(morningOf(house))
      await house.close()
    }
    assert.deepEqual(mornings[0], mornings[1])
  })

  it('has accounts with which one can sign in, made once', async () => {
    const web = await openWeb()
    const first = await createDemoAccounts(web.office, web.accounts)
    const again = await createDemoAccounts(web.office, web.accounts)
    assert.deepEqual(again, first)
    assert.equal(first.size, demoEmails(city).length)
    for (const email of demoEmails(city)) assert.ok(await web.accounts.signIn(email, DEMO_PASSWORD), email)
    await web.close()
  })

  it('begins anew on a new day, and never twice on one', async () => {
    const web = await openWeb()
    const arrived = async () => (await figuresOf(web.office, '2026-11-24')).arrived
    await openDemo(web.office, web.accounts, () => {})
    assert.equal(await arrived(), 0)
    web.clock.pass(24 * 60)
    await openDemo(web.office, web.accounts, () => {})
    const came = await arrived()
    assert.ok(came > 0)
    await openDemo(web.office, web.accounts, () => {})
    assert.equal(await arrived(), came)
    await web.close()
  })
})

describe('the clock of the demo', () => {
  for (const [wall, begins] of Object.entries({
    '2026-11-23T07:00': '2026-11-23T10:00',
    '2026-11-23T17:30': '2026-11-23T10:00',
    '2026-11-25T11:00': '2026-11-26T10:00',
    '2026-11-22T12:00': '2026-11-23T10:00',
    '2026-11-28T12:00': '2026-11-30T10:00',
    '2026-12-24T09:00': '2026-12-28T10:00',
    '2027-03-26T09:00': '2027-03-30T10:00',
    '2027-10-31T01:30': '2027-11-02T10:00',
  }))
    it(`begins at ten of an open day: on ${wall} that is ${begins}`, () => {
      assert.equal(demoStart(city, wallClock(wall)), wallClock(begins))
    })

  it('begins an hour and a half after a house opens that is never open at ten', () => {
    const evenings = { ...city, hours: [{ weekday: 3, from: '16:00', to: '19:00' }] }
    assert.equal(demoStart(evenings, wallClock('2026-11-23T07:00')), wallClock('2026-11-25T17:30'))
  })

  it('reads the time of the wall in a house that never opens', () => {
    const wall = wallClock('2026-11-23T07:00')
    assert.equal(demoStart({ ...city, hours: [] }, wall), wall)
  })
})

describe('the demo of another pack', () => {
  const others: Readonly<Record<string, City>> = {
    'with other people': {
      ...city,
      staff: city.staff.map((member) => ({ ...member, id: `${member.id}-x` })),
    },
    'with other desks': {
      ...city,
      premises: {
        ...city.premises,
        desks: city.premises.desks.map((desk) => ({ ...desk, id: `${desk.id}-x` as typeof desk.id })),
      },
    },
    'with nobody': { ...city, staff: [] },
    'with no desk': { ...city, premises: { ...city.premises, desks: [] } },
    'with no concern': { ...city, concerns: [], guide: [] },
    'with other languages': {
      ...city,
      languages: ['en'],
      spokenLanguages: [{ code: 'en', name: 'English' }],
    },
  }
  for (const [sentence, other] of Object.entries(others)) {
    it(`${sentence} opens too`, async () => {
      const house = await openHouse({ city: other })
      await seedDay(house.office, MONDAY_TEN, accountsOf(other))
      const figures = await figuresOf(house.office, '2026-11-23')
      assert.equal(figures.arrived > 0, other.concerns.length > 0)
      const seats = seatsOf(other).filter(([, desk]) => desk !== null)
      assert.equal(figures.served > 0, seats.length > 0 && other.concerns.length > 0)
      const tongues = [...house.office.memory.hall.visits.values()].map((visit) => visit.readingLanguage)
      assert.ok(tongues.every((tongue) => other.languages.includes(tongue)))
      await house.close()
    })
  }

  it('seats each at a desk of her own units, nobody at a partner and no two at one', () => {
    const seats = seatsOf(others['with other people'] as City).filter(([, desk]) => desk !== null)
    assert.ok(seats.length > 5)
    assert.equal(new Set(seats.map(([, desk]) => desk)).size, seats.length)
    for (const [staff, place] of seats) {
      const member = city.staff.find(({ id }) => `${id}-x` === staff)
      const desk = city.premises.desks.find(({ id }) => id === place)
      assert.ok(member && desk && member.units.includes(desk.unit) && desk.partner === undefined)
    }
  })
})
