import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { NINE } from '../../../test/support/waiting.ts'
import { type Instant, id, instant, SECOND } from '../../kernel/index.ts'
import { BOARD, boardAfterAbsence, boardAt } from './board.ts'
import type { RecentCall } from './hall.ts'

const after = (seconds: number): Instant => instant(NINE + seconds * SECOND)

/** Number such-and-such called so many seconds past nine; over after so many, or while it holds. */
const called = (number: number, seconds: number, over: number | null = null): RecentCall => ({
  visit: id<'visit'>(`visit-${number}`),
  number,
  desk: id<'desk'>(`desk-${number}`),
  at: after(seconds),
  arrivedAt: NINE,
  why: null,
  over: over === null ? null : after(over),
})

const shown = (calls: readonly RecentCall[], seconds: number): number[] =>
  boardAt(calls, after(seconds)).shown.map(({ number }) => number)

/** What the house knows of the calls at an instant: none of the future, no end that has not come. */
const knownAt = (calls: readonly RecentCall[], now: Instant): RecentCall[] =>
  calls
    .filter((call) => call.at <= now)
    .map((call) => ({ ...call, over: call.over !== null && call.over <= now ? call.over : null }))

/** A spell of one number on the screen. */
type Spell = { readonly from: Instant; to: Instant | null }

/**
 * What somebody sees who watches a screen: each number's spells on it, and the most numbers there were at once. The
 * screen is looked at whenever something happens and whenever the board says that it changes.
 */
function watched(calls: readonly RecentCall[]): { spells: Map<number, Spell[]>; most: number } {
  const happens = calls.flatMap(({ at, over }) => (over === null ? [at] : [at, over])).sort((a, b) => a - b)
  const spells = new Map<number, Spell[]>(calls.map(({ number }) => [number, []]))
  let most = 0
  let now: Instant | null = happens[0] ?? null
  while (now !== null) {
    const time: Instant = now
    const board = boardAt(knownAt(calls, time), time)
    const there = new Set(board.shown.map(({ number }) => number))
    assert.equal(there.size, board.shown.length, 'no number stands there twice')
    most = Math.max(most, there.size)
    for (const [number, list] of spells) note(list, there.has(number), time)
    const coming = happens.find((at) => at > time) ?? Number.POSITIVE_INFINITY
    const change = Math.min(coming, board.nextChange ?? Number.POSITIVE_INFINITY)
    now = change === Number.POSITIVE_INFINITY ? null : instant(change)
  }
  return { spells, most }
}

function note(list: Spell[], there: boolean, now: Instant): void {
  const last = list.at(-1)
  const running = last?.to === null
  if (there && !running) list.push({ from: now, to: null })
  if (!there && last && running) last.to = now
}

const secondsOf = ({ from, to }: Spell): number => ((to ?? Number.POSITIVE_INFINITY) - from) / SECOND

/** Calls within five minutes, in bursts and alone; some come to an end soon, some late, some not at all. */
const anyCalls = fc
  .array(
    fc.record({
      at: fc.oneof(fc.nat(30), fc.nat(300)),
      lasts: fc.option(fc.oneof(fc.constant(0), fc.nat(30), fc.nat(400))),
    }),
    { minLength: 1, maxLength: 40, size: 'max' },
  )
  .map((all) => all.map(({ at, lasts }, i) => called(100 + i, at, lasts === null ? null : at + lasts)))

describe('the display', () => {
  it('is empty where nobody was called, and says that it stays so', () => {
    assert.deepEqual(boardAt([], after(0)), { shown: [], nextChange: null })
  })

  it('shows a call at once, the newest first', () => {
    assert.deepEqual(shown([called(1, 0), called(2, 5), called(3, 9)], 9), [3, 2, 1])
  })

  it('takes a call off when she stands at the desk, but not before it had its twenty seconds', () => {
    assert.deepEqual(shown([called(1, 0, 45)], 44), [1])
    assert.deepEqual(shown([called(1, 0, 45)], 45), [])
    assert.deepEqual(shown([called(1, 0, 3)], 19), [1])
    assert.deepEqual(shown([called(1, 0, 3)], 20), [])
  })

  it('forgets a call that nobody answers after three minutes', () => {
    assert.deepEqual(shown([called(1, 0)], 179), [1])
    assert.deepEqual(shown([called(1, 0)], 180), [])
    assert.deepEqual(shown([called(1, 0, 500)], 180), [])
  })

  it('says when it changes by itself next', () => {
    assert.equal(boardAt([called(1, 0, 3)], after(5)).nextChange, after(20))
    assert.equal(boardAt([called(1, 0)], after(5)).nextChange, after(180))
    assert.equal(boardAt([called(1, 0)], after(180)).nextChange, null)
  })

  it('fills its eight places before any call gives way', () => {
    const eight = Array.from({ length: 8 }, (_, i) => called(i, i))
    assert.equal(shown(eight, 8).length, 8)
  })

  it('gives the ninth call the place that has been taken longest, once that had its time', () => {
    const nine = Array.from({ length: 9 }, (_, i) => called(i, i * 5))
    assert.deepEqual(shown(nine, 40), [8, 7, 6, 5, 4, 3, 2, 1], 'the first had forty seconds')
    const quick = Array.from({ length: 9 }, (_, i) => called(i, i))
    assert.deepEqual(shown(quick, 19), [7, 6, 5, 4, 3, 2, 1, 0])
    assert.deepEqual(shown(quick, 20), [8, 7, 6, 5, 4, 3, 2, 1])
  })

  it('gives it rather a place that is free, though others are there longer', () => {
    const calls = [...Array.from({ length: 7 }, (_, i) => called(i, i)), called(7, 7, 8), called(9, 30)]
    assert.deepEqual(shown(calls, 29), [6, 5, 4, 3, 2, 1, 0])
    assert.deepEqual(shown(calls, 30), [9, 6, 5, 4, 3, 2, 1, 0])
  })

  it('does not hang on the order in which the calls are kept', () => {
    const mixed = anyCalls.chain((calls) =>
      fc.tuple(fc.constant(calls), fc.shuffledSubarray(calls, { minLength: calls.length })),
    )
    fc.assert(
      fc.property(mixed, fc.nat(400), ([calls, other], seconds) => {
        assert.deepEqual(boardAt(other, after(seconds)), boardAt(calls, after(seconds)))
      }),
    )
  })
})

describe('a minute with nine calls', () => {
  // Reception 6.
  for (const gap of [0, 1, 3, 7]) {
    it(`${gap} seconds apart shows eight at a time, and the ninth too, each for twenty seconds`, () => {
      const { spells, most } = watched(Array.from({ length: 9 }, (_, i) => called(i + 1, i * gap)))
      assert.equal(most, 8)
      assert.equal(spells.size, 9)
      for (const [number, list] of spells) {
        assert.equal(list.length, 1, `number ${number} comes once`)
        assert.ok(
          list.every((spell) => secondsOf(spell) >= 20),
          `number ${number}`,
        )
      }
    })
  }
})

describe('whenever people are called', () => {
  it('there are never more than eight numbers on the screen', () => {
    fc.assert(
      fc.property(anyCalls, (calls) => {
        assert.ok(watched(calls).most <= BOARD.places)
      }),
      { numRuns: 500 },
    )
  })

  it('every call comes on the screen once, for twenty seconds at least and three minutes at most', () => {
    fc.assert(
      fc.property(anyCalls, (calls) => {
        for (const [number, list] of watched(calls).spells) {
          const [spell] = list
          assert.ok(spell, `number ${number} was never shown`)
          assert.equal(list.length, 1, `number ${number} came and went`)
          assert.ok(secondsOf(spell) >= BOARD.minimumSeconds, `number ${number}: ${secondsOf(spell)} s`)
          assert.ok(secondsOf(spell) <= BOARD.maximumSeconds, `number ${number}: ${secondsOf(spell)} s`)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('nobody waits for a place while one is free', () => {
    fc.assert(
      fc.property(anyCalls, fc.nat(400), (calls, seconds) => {
        const now = after(seconds)
        const board = boardAt(knownAt(calls, now), now)
        const justCalled = calls.filter((call) => call.at === now).map(({ number }) => number)
        if (board.shown.length === BOARD.places) return
        const numbers = board.shown.map(({ number }) => number)
        assert.ok(justCalled.every((number) => numbers.includes(number)))
      }),
      { numRuns: 1_000 },
    )
  })

  it('the screen stays as it is until it says that it changes', () => {
    fc.assert(
      fc.property(anyCalls, fc.nat(400), (calls, seconds) => {
        const past = calls.filter((call) => call.at <= after(seconds))
        const { shown: now, nextChange } = boardAt(past, after(seconds))
        if (nextChange === null) return
        const justBefore = boardAt(past, instant(nextChange - 1))
        assert.deepEqual(justBefore.shown, now)
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('a display that was away', () => {
  const since = after(0)
  const seen = (calls: readonly RecentCall[], seconds: number): number[] =>
    boardAfterAbsence(boardAt(calls, after(seconds)), calls, { since }).shown.map(({ number }) => number)

  it('shows on return whoever was called meanwhile and still waits to be seen, however long ago', () => {
    const calls = [called(1, 10), called(2, 300)]
    assert.deepEqual(shown(calls, 310), [2])
    assert.deepEqual(seen(calls, 310), [2, 1])
  })

  it('shows nobody again whom it had shown before, and nobody who is at the desk', () => {
    const calls = [called(1, -10), called(2, 10, 40), called(3, 300)]
    assert.deepEqual(seen(calls, 310), [3])
  })

  it('never shows more than there are places', () => {
    const calls = Array.from({ length: 12 }, (_, i) => called(i + 1, 10 + i))
    assert.deepEqual(seen(calls, 300), [12, 11, 10, 9, 8, 7, 6, 5])
  })
})
