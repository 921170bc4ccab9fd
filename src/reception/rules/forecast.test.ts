import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { deskWith } from '../../../test/support/waiting.ts'
import { type DeskNow, type ForecastInput, forecastWait, readableRange } from './forecast.ts'

const SIX = { low: 4, typical: 6, high: 8 }
const HALF_HOUR = { low: 20, typical: 30, high: 40 }

const free = (concerns: readonly number[] = [0], unit = 0): DeskNow => ({
  skills: deskWith('desk', { concerns, unit }),
  underway: null,
})
const busy = (elapsed = 0, spread = SIX, concerns: readonly number[] = [0]): DeskNow => ({
  ...free(concerns),
  underway: { spread, elapsed },
})

type Hall = { readonly ahead?: readonly number[]; readonly desks: readonly DeskNow[] }

/** The wait for concern 0, where concern 0 takes six minutes and concern 1 half an hour. */
const wait = ({ ahead = [], desks, ...more }: Hall & Partial<Omit<ForecastInput, 'ahead'>>) =>
  forecastWait({
    concern: 0,
    unit: -1,
    ahead: Int32Array.from([0, 1, 2, 3], (concern) => ahead[concern] ?? 0),
    spreads: [SIX, HALF_HOUR, SIX, SIX],
    desks,
    buffer: 0,
    ...more,
  })

const anySpread = fc
  .tuple(fc.integer({ min: 1, max: 20 }), fc.nat(30), fc.nat(40))
  .map(([low, more, most]) => ({ low, typical: low + more, high: low + more + most }))
const anySpreads = fc.array(anySpread, { minLength: 4, maxLength: 4 })
const anyAhead = fc.array(fc.nat(9), { minLength: 4, maxLength: 4 }).map((counts) => Int32Array.from(counts))
const concernsOf = fc.subarray([0, 1, 2, 3])

const anyDesk = (spreads: readonly (typeof SIX)[]): fc.Arbitrary<DeskNow> =>
  fc.record({
    skills: fc.tuple(concernsOf, fc.nat(1)).map(([concerns, unit]) => deskWith('desk', { concerns, unit })),
    underway: fc.option(fc.record({ spread: fc.constantFrom(...spreads), elapsed: fc.nat(60) })),
  })

const anyHall: fc.Arbitrary<ForecastInput> = anySpreads.chain((spreads) =>
  fc.record({
    concern: fc.nat(3),
    unit: fc.constantFrom(-1, -1, 0, 1),
    ahead: anyAhead,
    spreads: fc.constant(spreads),
    desks: fc.array(anyDesk(spreads), { maxLength: 6 }),
    buffer: fc.nat(3),
  }),
)

/** The same hall with every desk able to do what the first one can. */
const pooled = (hall: ForecastInput): ForecastInput => ({
  ...hall,
  desks: hall.desks.map((desk) => ({ ...desk, skills: hall.desks[0]?.skills ?? desk.skills })),
})
const oneMore = (hall: ForecastInput, concern: number): ForecastInput => ({
  ...hall,
  ahead: hall.ahead.map((count, i) => (i === concern ? count + 1 : count)),
})
const isAble = ({ concern, unit }: ForecastInput, { skills }: DeskNow): boolean =>
  unit < 0 ? skills.serves[concern] === 1 : skills.unit === unit

describe('the wait that is told', () => {
  it('is a few minutes where a desk is free and nobody is ahead', () => {
    assert.deepEqual(wait({ desks: [free()] }), { from: 0, to: 3, certain: true })
  })

  it('is the rest of the case under way where nobody is ahead', () => {
    const begun = wait({ desks: [busy(0, HALF_HOUR)] })
    assert.ok(begun.from < 30 && begun.to > 30 && begun.to <= 60, JSON.stringify(begun))
    assert.ok(wait({ desks: [busy(25, HALF_HOUR)] }).to < begun.to)
  })

  it('takes a case that runs over for one with a few minutes left, and never for time won', () => {
    const wide = { low: 6, typical: 30, high: 66 }
    assert.ok(wait({ desks: [busy(500, wide)] }).to >= 10)
    assert.ok(wait({ desks: [busy(500, SIX), busy(0, HALF_HOUR)] }).to >= 20)
  })

  it('is the work ahead: ten people of six minutes each, an hour at one desk and half of it at two', () => {
    const hour = wait({ ahead: [10], desks: [free()] })
    assert.ok(hour.from >= 40 && hour.from < 60 && hour.to > 60 && hour.to <= 80, JSON.stringify(hour))
    const half = wait({ ahead: [10], desks: [free(), free()] })
    assert.ok(half.from >= 20 && half.from < 30 && half.to > 30 && half.to <= 40, JSON.stringify(half))
  })

  it('counts the breath between two cases', () => {
    assert.ok(
      wait({ ahead: [10], desks: [free()], buffer: 3 }).to > wait({ ahead: [10], desks: [free()] }).to,
    )
  })

  it('does not count people whom only other desks serve', () => {
    const alone = wait({ desks: [free(), free([1])] })
    assert.deepEqual(wait({ ahead: [0, 9], desks: [free(), free([1])] }), alone)
  })

  it('counts people whom other desks serve too by the share that falls to hers', () => {
    const all = wait({ ahead: [0, 6], desks: [free([0, 1])] })
    const shared = wait({ ahead: [0, 6], desks: [free([0, 1]), free([1]), free([1])] })
    assert.ok(shared.to < all.to && shared.to > 3, JSON.stringify(shared))
  })

  it('for who was passed on looks at that unit’s desks alone, whatever she came for', () => {
    assert.equal(wait({ unit: 1, desks: [free([0], 0), free([3], 1)] }).certain, true)
    assert.equal(wait({ unit: 1, desks: [free([0], 0)] }).certain, false)
  })

  it('for who was passed on counts those passed on before her, though the unit does not do what they came for', () => {
    const behind = wait({ unit: 1, ahead: [3], desks: [free([3], 1)] })
    assert.ok(behind.from > 5 && behind.to > 18, JSON.stringify(behind))
  })

  it('is uncertain where no open desk can serve her, and still a range', () => {
    assert.deepEqual(wait({ desks: [] }), { from: 0, to: 10, certain: false })
    assert.equal(wait({ ahead: [10], desks: [free([1])] }).certain, false)
    assert.ok(wait({ ahead: [10], desks: [] }).to > 60)
  })

  it('is certain exactly where an open desk can serve her, and always a range of whole minutes', () => {
    fc.assert(
      fc.property(anyHall, (hall) => {
        const { from, to, certain } = forecastWait(hall)
        assert.ok(from >= 0 && from < to)
        assert.ok(Number.isInteger(from) && Number.isInteger(to))
        assert.equal(
          certain,
          hall.desks.some((desk) => isAble(hall, desk)),
        )
      }),
      { numRuns: 2_000 },
    )
  })

  it('never ends sooner for one person more ahead', () => {
    fc.assert(
      fc.property(anyHall, fc.nat(3), (hall, concern) => {
        assert.ok(forecastWait(oneMore(hall, concern)).to >= forecastWait(hall).to)
      }),
      { numRuns: 2_000 },
    )
  })

  it('neither begins nor ends sooner for one person more ahead where all desks do the same', () => {
    fc.assert(
      fc.property(anyHall.map(pooled), fc.nat(3), (hall, concern) => {
        const [before, after] = [forecastWait(hall), forecastWait(oneMore(hall, concern))]
        assert.ok(after.from >= before.from && after.to >= before.to)
      }),
      { numRuns: 2_000 },
    )
  })

  it('never grows by a second desk that is free and can do the same', () => {
    fc.assert(
      fc.property(anyHall, fc.boolean(), (mixed, same) => {
        const hall = same ? pooled(mixed) : mixed
        const able = hall.desks.filter((desk) => isAble(hall, desk))
        const [first] = able
        if (!first || (!same && able.length > 1)) return
        const helped = { ...hall, desks: [...hall.desks, { ...first, underway: null }] }
        assert.ok(forecastWait(helped).to <= forecastWait(hall).to)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('a range as people read time', () => {
  it('is rounded outwards to five minutes within the hour, to ten within two, to thirty beyond', () => {
    assert.deepEqual(readableRange(11, 19), { from: 10, to: 20 })
    assert.deepEqual(readableRange(10, 20), { from: 10, to: 20 })
    assert.deepEqual(readableRange(59, 61), { from: 55, to: 70 })
    assert.deepEqual(readableRange(69, 111), { from: 60, to: 120 })
    assert.deepEqual(readableRange(119, 121), { from: 110, to: 150 })
    assert.deepEqual(readableRange(200, 201), { from: 180, to: 210 })
  })

  it('never begins below zero and never has its end at its beginning', () => {
    assert.deepEqual(readableRange(-5, 0), { from: 0, to: 5 })
    assert.deepEqual(readableRange(15, 15), { from: 15, to: 20 })
    assert.deepEqual(readableRange(60, 60), { from: 60, to: 70 })
    assert.deepEqual(readableRange(30, 20), { from: 30, to: 35 })
  })

  it('always holds what it was made of, in steps people know', () => {
    const minutes = fc.double({ min: -50, max: 400, noNaN: true })
    fc.assert(
      fc.property(minutes, minutes, (from, to) => {
        const range = readableRange(from, to)
        assert.ok(range.from <= Math.max(0, from) && range.to >= to && range.from < range.to)
        for (const edge of [range.from, range.to]) {
          assert.equal(edge % (edge <= 60 ? 5 : edge <= 120 ? 10 : 30), 0, `${edge}`)
        }
      }),
      { numRuns: 2_000 },
    )
  })
})
