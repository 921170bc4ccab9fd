import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { SYSTEM, transact } from '../../src/db/index.ts'
import { isRefusal } from '../../src/kernel/index.ts'
import { callNext, figuresOf, issueTicket, type Visit } from '../../src/reception/index.ts'
import { timesOf, type VisitTimes } from '../../src/reception/rules/figures.ts'
import { entriesOfVisit } from '../../src/reception/store.ts'
import {
  arrive,
  call,
  concern,
  desk,
  formOf,
  krefeld,
  openHouse,
  openWeb,
  step,
  type TestHouse,
  type TestWeb,
} from '../support/house.ts'

const ONE = desk('platz-1')
const asker = { role: 'clerk', scope: 'test', key: null }
const DAY = '2026-11-23'
const finish = { do: 'finish', desk: ONE, outcome: 'done', concerns: [] } as const
const notHere = { do: 'not_here', desk: ONE } as const

/** The visit a step or call was to give. */
function visit(result: Visit | string | null): Visit {
  assert.ok(result && typeof result !== 'string', `a visit, not ${result}`)
  return result
}

async function timesFromJournal(house: TestHouse, { id }: Visit): Promise<VisitTimes> {
  const entries = await transact(house.office.database, SYSTEM, (tx) => entriesOfVisit(tx, id))
  const times = timesOf(entries)
  assert.ok(times)
  return times
}

describe('the hall of Krefeld', () => {
  let house: TestHouse
  before(async () => {
    house = await openHouse()
  })
  beforeEach(() => house.empty())
  after(() => house.close())

  it('reception 1: nobody is waiting', async () => {
    assert.equal(await call(house, 'platz-1'), null)
  })

  it('reception 1: who was not there is not called again at once, but after five minutes', async () => {
    const only = await arrive(house)
    assert.equal(visit(await call(house, 'platz-1')).id, only.id)
    assert.equal(visit(await step(house, only, notHere)).state, 'waiting')
    assert.equal(await call(house, 'platz-1'), null)
    house.clock.passSeconds(299)
    assert.equal(await call(house, 'platz-2'), null)
    house.clock.passSeconds(1)
    assert.equal(visit(await call(house, 'platz-1')).id, only.id)
  })

  it('reception 1: who was not there does not hold up who came after her', async () => {
    const first = await arrive(house)
    house.clock.pass(1)
    const second = await arrive(house)
    await call(house, 'platz-1')
    await step(house, first, notHere)
    assert.equal(visit(await call(house, 'platz-1')).id, second.id)
  })

  it('reception 2: parked time counts neither as waiting nor as service', async () => {
    const a = await arrive(house)
    house.clock.passSeconds(1)
    const b = await arrive(house)
    house.clock.passSeconds(10)
    for (const [who, seconds] of [
      [a, 120],
      [b, 60],
    ] as const) {
      assert.equal(visit(await call(house, 'platz-1')).id, who.id)
      house.clock.passSeconds(5)
      visit(await step(house, who, { do: 'start', desk: ONE }))
      house.clock.passSeconds(seconds)
      visit(await step(house, who, who === a ? { do: 'park', desk: ONE } : finish))
    }
    visit(await step(house, a, { do: 'bring_back', desk: ONE }))
    house.clock.passSeconds(5)
    visit(await step(house, a, { do: 'start', desk: ONE }))
    house.clock.passSeconds(30)
    visit(await step(house, a, finish))
    const [timesA, timesB] = [await timesFromJournal(house, a), await timesFromJournal(house, b)]
    assert.ok((timesA.waitedMinutes ?? 9) < 1, `A waited ${timesA.waitedMinutes}`)
    assert.ok((timesB.waitedMinutes ?? 0) > 2 && (timesB.waitedMinutes ?? 9) < 3, `B ${timesB.waitedMinutes}`)
    assert.equal(timesA.servedMinutes * 60, 150)
    assert.equal(timesB.servedMinutes * 60, 60)
  })

  it('reception 4: of two desks that call in the same instant one gets the one visitor', async () => {
    for (let round = 0; round < 30; round++) {
      const only = await arrive(house)
      const calls = await Promise.all(['platz-1', 'platz-2'].map((name) => call(house, name)))
      assert.deepEqual(
        calls.flatMap((called) => (called === null ? [] : visit(called).id)),
        [only.id],
      )
      visit(await step(house, only, { do: 'leave', desk: null }))
    }
  })

  it('reception 4: six desks that call in the same instant get six different visitors', async () => {
    const names = ['platz-1', 'platz-2', 'platz-3', 'platz-4', 'platz-5', 'platz-6']
    for (let round = 0; round < 10; round++) {
      for (const _ of names) await arrive(house)
      const called = (await Promise.all(names.map((name) => call(house, name)))).map(visit)
      assert.equal(new Set(called.map(({ id }) => id)).size, names.length)
      assert.deepEqual(
        called.map((one) => one.desk),
        names,
      )
      for (const one of called) visit(await step(house, one, { do: 'leave', desk: null }))
    }
  })

  it('reception 10: a press sent twice at once gives one ticket', async () => {
    const request = {
      concerns: [concern('isc-eat-pickup')],
      arrival: 'kiosk',
      partySize: 1,
      readingLanguage: 'ar',
      spokenLanguage: 'ar',
      needs: [],
      scope: 'kiosk-1',
      key: 'one press of a finger',
    } as const
    const issued = await Promise.all(Array.from({ length: 5 }, () => issueTicket(house.office, request)))
    const numbers = issued.map((one) => (isRefusal(one) ? one.key : one.visit.number))
    assert.equal(new Set(numbers).size, 1)
    assert.equal((await figuresOf(house.office, DAY)).arrived, 1)
    assert.equal(issued.filter((one) => !isRefusal(one) && !one.repeated).length, 1)
  })

  it('reception 13: the figures of the day come out of the journal, and come out the same again', async () => {
    const came = await arrive(house)
    house.clock.pass(1)
    const absent = await arrive(house)
    await call(house, 'platz-1')
    await step(house, came, { do: 'start', desk: ONE })
    house.clock.pass(6)
    await step(house, came, finish)
    for (let calls = 0; calls < house.city.policies.repeatCalls; calls++) {
      visit(await call(house, 'platz-1'))
      await step(house, absent, notHere)
      house.clock.pass(house.city.policies.recallPauseMinutes)
    }
    const figures = await figuresOf(house.office, DAY)
    assert.deepEqual(
      { arrived: figures.arrived, came: figures.served, didNot: figures.missed, open: figures.open },
      { arrived: 2, came: 1, didNot: 1, open: 0 },
    )
    house.clock.pass(3 * 24 * 60)
    assert.deepEqual(await figuresOf(house.office, DAY), figures, 'days later')
  })
})

describe('a city with rules of its own', () => {
  for (const repeatCalls of [0, 3]) {
    it(`reception 3: with ${repeatCalls} repeat calls`, async (test) => {
      const city = krefeld()
      const policies = { ...city.policies, repeatCalls }
      const house = await openHouse({ city: { ...city, policies } })
      test.after(() => house.close())
      const absent = await arrive(house)
      const states: string[] = []
      for (let calls = 0; calls < Math.max(1, repeatCalls); calls++) {
        visit(await call(house, 'platz-1'))
        states.push(visit(await step(house, absent, notHere)).state)
        house.clock.pass(policies.recallPauseMinutes)
      }
      assert.deepEqual(states, repeatCalls === 0 ? ['missed'] : ['waiting', 'waiting', 'missed'])
      assert.equal(await call(house, 'platz-1'), null, 'who was missed is not called again')
    })
  }
})

describe('a terminal', () => {
  let house: TestWeb
  before(async () => {
    house = await openWeb()
  })
  after(() => house.close())

  it('reception 10: prints one slip for a press sent twice, also when the first answer was lost', async () => {
    const press = formOf({
      key: 'a key of this very form',
      concern: 'isc-eat-pickup',
      party: '1',
      spoken: 'ar',
      reading: 'ar',
    })
    const path = '/ar/kiosk/kiosk-1/number?c=isc-eat-pickup'
    const twice = await Promise.all([house.fetch(path, press), house.fetch(path, press)])
    const later = await house.fetch(path, press)
    const slips = [...twice, later].map((answer) => answer.headers.get('location'))
    assert.match(slips[0] ?? '', /^\/ar\/kiosk\/kiosk-1\/slip\/[\w-]{22}$/)
    assert.equal(new Set(slips).size, 1)
    assert.equal((await figuresOf(house.office, DAY)).arrived, 1)
    assert.equal((await house.fetch(slips[0] ?? '')).status, 200)
    const next = await callNext(house.office, { desk: ONE, asker })
    assert.ok(next && !isRefusal(next))
    assert.equal(await call(house, 'platz-2'), null, 'there is nobody else')
  })
})
