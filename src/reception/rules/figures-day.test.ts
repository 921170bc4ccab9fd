import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  anyWish,
  arrivalOf,
  arrived,
  call,
  endDay,
  finish,
  journalOf,
  leave,
  notHere,
  park,
  pass,
  start,
  type Told,
  wished,
} from '../../../test/support/visits.ts'
import { at } from '../../../test/support/waiting.ts'
import { id, instant, isRefusal, MINUTE, type VisitId } from '../../kernel/index.ts'
import { dayFigures, timesOf } from './figures.ts'
import { decide } from './machine.ts'
import type { JournalEntry, Visit } from './visit.ts'

/** Somebody of her own with her arrival, and what happened to her. */
const guest = (name: string, since: number, told: Told): JournalEntry[] => {
  const visit = arrived({ id: id<'visit'>(name) as VisitId, arrivedAt: at(since), since: at(since) })
  return journalOf(told, { visit, policies: { repeatCalls: 0 } }).entries
}
/** Came at nine, was called after so many minutes and served for so long. */
const served = (name: string, waited: number, minutes = 5): JournalEntry[] =>
  guest(name, 0, [
    [waited, call()],
    [waited, start],
    [waited + minutes, finish],
  ])
const absent = (name: string): JournalEntry[] =>
  guest(name, 0, [
    [10, call()],
    [11, notHere],
  ])

describe('the figures of a day', () => {
  // Reception 13, as far as walk-ins go.
  it('tell of two walk-ins, one served and one absent, that one came and one did not', () => {
    const figures = dayFigures([...served('a', 12), ...absent('b')], 60)
    assert.deepEqual(
      { arrived: figures.arrived, served: figures.served, missed: figures.missed },
      { arrived: 2, served: 1, missed: 1 },
    )
  })

  it('are the same whenever they are asked for', () => {
    const journal = [...served('a', 12), ...absent('b')]
    const before = structuredClone(journal)
    assert.deepEqual(dayFigures(Object.freeze(journal), 60), dayFigures(journal, 60))
    assert.deepEqual(journal, before)
  })

  it('are all empty on a day nobody came', () => {
    const {
      promiseKept,
      meanWaitMinutes,
      p90WaitMinutes,
      longestWaitMinutes,
      meanServiceMinutes,
      ...counts
    } = dayFigures([], 60)
    assert.deepEqual(new Set(Object.values(counts)), new Set([0]))
    const values = [promiseKept, meanWaitMinutes, p90WaitMinutes, longestWaitMinutes, meanServiceMinutes]
    assert.ok(values.every((value) => value === null))
  })

  it('tell who left, who was left over, and who is still here', () => {
    const figures = dayFigures(
      [
        ...guest('left', 0, [[20, leave]]),
        ...guest('over', 0, [[400, endDay]]),
        ...guest('waits', 30, []),
        ...guest('parked', 0, [
          [10, call()],
          [11, park],
        ]),
      ],
      60,
    )
    assert.deepEqual(
      { left: figures.left, unserved: figures.unserved, open: figures.open, served: figures.served },
      { left: 1, unserved: 1, open: 2, served: 0 },
    )
  })

  it('count who was served once as served, whatever came of it at the next unit', () => {
    const told: Told = [
      [10, call()],
      [10, start],
      [15, pass('asylum')],
      [60, leave],
    ]
    const { served: seen, left, meanServiceMinutes } = dayFigures(guest('a', 0, told), 60)
    assert.deepEqual({ seen, left, meanServiceMinutes }, { seen: 1, left: 0, meanServiceMinutes: 5 })
  })

  it('leave a case that is under way out of the mean until it has ended', () => {
    const under = guest('under way', 0, [
      [10, call()],
      [10, start],
    ])
    const passed = guest('passed on', 0, [
      [10, call()],
      [10, start],
      [12, pass('asylum')],
    ])
    assert.equal(dayFigures([...under, ...passed], 60).meanServiceMinutes, null)
    const figures = dayFigures([...under, ...passed, ...served('a', 10, 8)], 60)
    assert.equal(figures.meanServiceMinutes, 8)
    assert.equal(figures.served, 3)
    assert.equal(figures.open, 2)
  })

  it('name the mean, the wait nine of ten stay under, the longest, and the share of the promise kept', () => {
    const waits = [50, 10, 30, 20, 61, 40, 60, 5, 15, 25]
    const figures = dayFigures(
      waits.flatMap((waited, i) => served(`guest ${i}`, waited, i + 1)),
      60,
    )
    assert.equal(figures.meanWaitMinutes, 31.6)
    assert.equal(figures.p90WaitMinutes, 60)
    assert.equal(figures.longestWaitMinutes, 61)
    assert.equal(figures.meanServiceMinutes, 5.5)
    assert.equal(figures.promiseKept, 0.9, 'who waited exactly as long as promised was not let down')
  })

  it('take of few waits the longest as the one nine of ten stay under', () => {
    assert.equal(dayFigures(served('a', 12), 60).p90WaitMinutes, 12)
    assert.equal(dayFigures([...served('a', 12), ...served('b', 7)], 60).p90WaitMinutes, 12)
    const eleven = Array.from({ length: 11 }, (_, i) => served(`${i}`, i)).flat()
    assert.equal(dayFigures(eleven, 60).p90WaitMinutes, 9)
  })
})

type Wishes = { readonly steps: readonly { wish: Parameters<typeof wished>[1]; seconds: number }[] }

/** What became of a visit of this name when all this was asked of it, and its lines in the journal. */
function lived(name: string, { steps }: Wishes): { visit: Visit; entries: JournalEntry[] } {
  let visit = arrived({ id: id<'visit'>(name) as VisitId })
  let now = visit.arrivedAt
  const entries = [arrivalOf(visit)]
  const policies = { repeatCalls: 1, recallPauseMinutes: 5, passDeadlineMinutes: 20, undoMinutes: 3 }
  for (const { wish, seconds } of steps) {
    now = instant(now + seconds * 1_000)
    const decided = decide(visit, wished(visit, wish), { now, policies, role: 'clerk' })
    if (isRefusal(decided)) continue
    visit = decided.visit
    entries.push(decided.entry)
  }
  return { visit, entries }
}

const anyLife = fc.record({
  steps: fc.array(fc.record({ wish: anyWish, seconds: fc.constantFrom(0, 30, 120, 600) }), {
    maxLength: 30,
    size: 'max',
  }),
})
const anyDay = fc.array(anyLife, { maxLength: 8 }).map((lives) => lives.map((life, i) => lived(`${i}`, life)))

describe('whatever happens on a day', () => {
  it('the times of a visit follow each other without a gap from her arrival to where she stands', () => {
    fc.assert(
      fc.property(anyLife, (life) => {
        const { visit, entries } = lived('a', life)
        const times = timesOf(entries)
        assert.ok(times)
        assert.equal(times.intervals[0]?.from, visit.arrivedAt)
        for (const [i, interval] of times.intervals.entries())
          assert.equal(interval.to, times.intervals[i + 1]?.from ?? null)
        assert.equal(times.intervals.at(-1)?.state, visit.state)
        assert.equal(times.intervals.at(-1)?.from, visit.since)
        assert.equal(times.end, visit.state)
      }),
      { numRuns: 1_000 },
    )
  })

  it('nobody waited or was served for less than no time or longer than she was in the house', () => {
    fc.assert(
      fc.property(anyLife, (life) => {
        const { entries } = lived('a', life)
        const times = timesOf(entries)
        const inHouse = ((entries.at(-1)?.at ?? 0) - (entries[0]?.at ?? 0)) / MINUTE
        const { waitedMinutes, servedMinutes } = times ?? { waitedMinutes: -1, servedMinutes: -1 }
        assert.ok(servedMinutes >= 0 && (waitedMinutes ?? 0) >= 0)
        assert.ok(servedMinutes + (waitedMinutes ?? 0) <= inHouse + 1e-9)
      }),
      { numRuns: 1_000 },
    )
  })

  it('everybody is counted once: served, or where she ended, or still here', () => {
    fc.assert(
      fc.property(anyDay, (visits) => {
        const journal = visits.flatMap(({ entries }) => entries).sort((a, b) => a.at - b.at)
        const figures = dayFigures(journal, 60)
        const unservedYet = visits.filter(({ visit, entries }) => {
          const open = ['waiting', 'called', 'serving', 'parked'].includes(visit.state)
          return open && timesOf(entries)?.waitedMinutes === null
        }).length
        const { served: seen, missed, left, unserved, wishes } = figures
        assert.equal(figures.arrived, visits.length)
        assert.equal(seen + missed + left + unserved + wishes + unservedYet, visits.length)
        assert.deepEqual(dayFigures(structuredClone(journal), 60), figures)
      }),
      { numRuns: 300 },
    )
  })
})
