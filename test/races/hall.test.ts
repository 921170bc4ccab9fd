import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { migrate, openPostgres } from '../../src/db/index.ts'
import { isRefusal } from '../../src/kernel/index.ts'
import { callNext, changeVisit } from '../../src/reception/index.ts'
import { arrive, desk, openHouse, type TestHouse } from '../support/house.ts'
import { freshDatabase, type Postgres, start as startPostgres } from '../support/postgres.ts'

const DESKS = ['platz-1', 'platz-2', 'platz-3', 'platz-4', 'platz-5', 'platz-6', 'platz-7', 'info']
const TICKETS = 10_000
const asker = { role: 'clerk', scope: 'race', key: null }

/** A desk that calls, serves and finishes until nobody is left whom it can serve; returns whom it called. */
async function work(house: TestHouse, name: string): Promise<string[]> {
  const called: string[] = []
  for (;;) {
    const call = await callNext(house.office, { desk: desk(name), asker })
    assert.ok(!isRefusal(call), isRefusal(call) ? call.key : '')
    if (!call) return called
    called.push(call.visit.id)
    for (const command of [
      { do: 'start', desk: desk(name) } as const,
      { do: 'finish', desk: desk(name), outcome: 'done', concerns: [] } as const,
    ]) {
      const changed = await changeVisit(house.office, { visit: call.visit.id, command, asker })
      assert.ok(!isRefusal(changed), isRefusal(changed) ? changed.key : '')
    }
  }
}

async function issueAll(houses: readonly TestHouse[], total: number): Promise<Set<string>> {
  const ids = new Set<string>()
  const numbers = new Set<number>()
  let left = total
  const clients = houses.flatMap((house) => Array.from({ length: 8 }, () => house))
  await Promise.all(
    clients.map(async (house) => {
      while (left-- > 0) {
        const visit = await arrive(house)
        ids.add(visit.id)
        numbers.add(visit.number)
      }
    }),
  )
  assert.equal(numbers.size, total, 'no number was given twice')
  return ids
}

async function race(houses: readonly TestHouse[], total: number): Promise<void> {
  const ids = await issueAll(houses, total)
  const calls = (
    await Promise.all(DESKS.map((name, i) => work(houses[i % houses.length] as TestHouse, name)))
  ).flat()
  assert.equal(new Set(calls).size, calls.length, 'nobody was called twice')
  assert.deepEqual(new Set(calls), ids, 'nobody was lost')
}

describe('eight desks that call at once', () => {
  it('call each of 10,000 visitors once on the embedded database', async () => {
    const house = await openHouse()
    await race([house], TICKETS)
    await house.close()
  })
})

describe('eight desks that call at once, on PostgreSQL', () => {
  let postgres: Postgres
  before(async () => {
    postgres = await startPostgres()
  })
  after(() => postgres.stop())

  it('call each of 10,000 visitors once, through two servers', async () => {
    const url = await freshDatabase(postgres.url)
    const houses: TestHouse[] = []
    for (let i = 0; i < 2; i++) {
      const database = await openPostgres(url, 8)
      await migrate(database)
      houses.push(await openHouse({ database }))
    }
    await race(houses, TICKETS)
    for (const house of houses) await house.close()
  })

  it('one visitor and two desks of two servers: one gets her, the other hears that nobody waits', async () => {
    const url = await freshDatabase(postgres.url)
    const houses: TestHouse[] = []
    for (let i = 0; i < 2; i++) {
      const database = await openPostgres(url, 4)
      await migrate(database)
      houses.push(await openHouse({ database }))
    }
    const [one, two] = houses as [TestHouse, TestHouse]
    for (let round = 0; round < 100; round++) {
      const visit = await arrive(one)
      const calls = await Promise.all([
        callNext(one.office, { desk: desk('platz-1'), asker }),
        callNext(two.office, { desk: desk('platz-2'), asker }),
      ])
      const won = calls.filter((call) => call && !isRefusal(call))
      assert.equal(won.length, 1)
      assert.ok(calls.includes(null))
      const left = await changeVisit(one.office, {
        visit: visit.id,
        command: { do: 'leave', desk: null },
        asker,
      })
      assert.ok(!isRefusal(left))
    }
    for (const house of houses) await house.close()
  })
})
