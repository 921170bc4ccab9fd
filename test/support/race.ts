import assert from 'node:assert/strict'
import { isRefusal } from '../../src/kernel/index.ts'
import { callNext, changeVisit } from '../../src/reception/index.ts'
import { arrive, desk, type TestHouse } from './house.ts'

const DESKS = ['platz-1', 'platz-2', 'platz-3', 'platz-4', 'platz-5', 'platz-6', 'platz-7', 'info']
export const asker = { role: 'clerk', scope: 'race', key: null }

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

/** `total` visitors come to all `houses` at once, then eight desks call until nobody waits: nobody twice, nobody lost. */
export async function race(houses: readonly TestHouse[], total: number): Promise<void> {
  const ids = await issueAll(houses, total)
  const calls = (
    await Promise.all(DESKS.map((name, i) => work(houses[i % houses.length] as TestHouse, name)))
  ).flat()
  assert.equal(new Set(calls).size, calls.length, 'nobody was called twice')
  assert.deepEqual(new Set(calls), ids, 'nobody was lost')
}
