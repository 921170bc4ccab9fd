import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { smallCity } from '../../../test/support/small-city.ts'
import { arrived, desk, POLICIES } from '../../../test/support/visits.ts'
import { NINE } from '../../../test/support/waiting.ts'
import { id, instant, isRefusal, MINUTE, plusMinutes } from '../../kernel/index.ts'
import { makeHall } from './hall.ts'
import { makeIndexes, matterOf } from './indexes.ts'
import { decide } from './machine.ts'
import { overtakenBecause, promiseNow } from './promise.ts'
import { forecastRoute } from './route.ts'
import type { Command, Visit } from './visit.ts'

const ONE = desk('1')
const at = (minutes: number) => plusMinutes(NINE, minutes)
const doing = (visit: Visit, command: Command, minutes: number): Visit => {
  const decided = decide(visit, command, { now: at(minutes), policies: POLICIES, role: 'clerk' })
  assert.ok(!isRefusal(decided), isRefusal(decided) ? decided.key : '')
  return decided.visit
}
const served = (visit: Visit, minutes: number) =>
  doing(doing(visit, { do: 'call', desk: ONE }, minutes), { do: 'start', desk: ONE }, minutes + 1)

const stations = ['fingerprints', 'cash'].map((name) => ({
  id: id<'station'>(name),
  icon: name,
  minutes: { low: 2, typical: 3, high: 4 },
}))
const city = { ...smallCity, stations }
const spreads = city.concerns.map(() => ({ low: 4, typical: 6, high: 10 }))
const indexes = makeIndexes(city, spreads)

describe('a visit with three stations', () => {
  it('goes from the desk to the fingerprints to the cash desk under one number, with her arrival kept', () => {
    let visit = served(arrived(), 5)
    assert.equal(matterOf(indexes, visit), 0)
    visit = doing(visit, { do: 'move_on', desk: ONE }, 10)
    assert.deepEqual([visit.state, visit.desk, visit.stop, visit.calls], ['waiting', null, 1, 0])
    assert.equal(matterOf(indexes, visit), city.concerns.length)
    visit = doing(served(visit, 12), { do: 'move_on', desk: ONE }, 15)
    assert.equal(matterOf(indexes, visit), city.concerns.length + 1)
    assert.equal(visit.number, arrived().number)
    assert.equal(visit.arrivedAt, NINE)
    const last = decide(
      served(visit, 16),
      { do: 'move_on', desk: ONE },
      { now: at(18), policies: POLICIES, role: 'clerk' },
    )
    assert.ok(isRefusal(last) && last.key === 'visit.refused.last_station')
  })

  it('can be taken back to the station before, when the wrong button was pressed', () => {
    const before = served(arrived(), 5)
    const after = doing(before, { do: 'move_on', desk: ONE }, 10)
    const undone = doing(after, { do: 'undo', desk: ONE }, 11)
    assert.deepEqual([undone.state, undone.stop, undone.desk], ['serving', 0, ONE])
  })

  it('is told one range for everything: longer than its waits, and not certain where a station has no desk', () => {
    const leg = { wait: { from: 10, to: 20, certain: true }, service: { low: 4, typical: 6, high: 8 } }
    const all = forecastRoute([leg, leg, leg])
    assert.ok(all.from >= 40 && all.to <= 95 && all.from < 63 && all.to > 63, JSON.stringify(all))
    assert.equal(forecastRoute([leg, { ...leg, wait: { ...leg.wait, certain: false } }]).certain, false)
  })
})

describe('somebody who goes out for a while', () => {
  it('keeps her place and her time, and is called by nobody until she is back', () => {
    const out = doing(arrived(), { do: 'go_out', desk: null }, 5)
    assert.equal(out.state, 'waiting')
    assert.equal(out.arrivedAt, NINE)
    const hall = makeHall(indexes)
    assert.equal(hall.waiting.length, 0)
    const back = doing(out, { do: 'be_back', desk: null }, 20)
    assert.equal(back.awaySince, null)
    for (const [visit, command] of [
      [out, 'go_out'],
      [back, 'be_back'],
    ] as const) {
      const again = decide(
        visit,
        { do: command, desk: null },
        { now: at(21), policies: POLICIES, role: 'visitor' },
      )
      assert.ok(isRefusal(again), `${command} twice changes nothing`)
    }
  })
})

describe('what she was told when she came', () => {
  const visit = arrived({ promised: { from: at(10), to: at(30) } })
  const wait = (from: number, to: number) => ({ from, to, certain: true })

  it('holds, then half of it is over, and it slips before its end has passed', () => {
    assert.equal(promiseNow(visit, wait(5, 15), at(10)), 'holds')
    assert.equal(promiseNow(visit, wait(5, 10), at(15)), 'half_over')
    assert.equal(promiseNow(visit, wait(15, 25), at(15)), 'slips')
    assert.equal(promiseNow(visit, { ...wait(0, 1), certain: false }, at(31)), 'slips')
    assert.equal(promiseNow(arrived(), wait(50, 90), at(55)), 'holds', 'nothing was promised')
  })
})

describe('somebody who was overtaken', () => {
  const hallWith = (why: 'need' | 'first_come', arrivedAt: number) => {
    const hall = makeHall(indexes)
    const visit = id<'visit'>('other')
    const call = { visit, number: 43, desk: ONE, at: at(20), arrivedAt: instant(arrivedAt), why, over: null }
    hall.calls.set(visit, call)
    return hall
  }

  it('hears the reason of whoever came later and was called earlier, and nothing of calls in turn', () => {
    const later = NINE + 3 * MINUTE
    assert.equal(overtakenBecause(hallWith('need', later), arrived()), 'need')
    assert.equal(overtakenBecause(hallWith('first_come', later), arrived()), null)
    assert.equal(overtakenBecause(hallWith('need', NINE - MINUTE), arrived()), null)
  })
})
