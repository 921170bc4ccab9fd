import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { anyDesk, anyQueue, at, deskWith, POLICY, waiting } from '../../../test/support/waiting.ts'
import { MINUTE } from '../../kernel/index.ts'
import { canServe } from './dispatch.ts'
import { countAhead, elapsedMinutes, meanOf, varianceOf } from './forecast.ts'
import type { DeskSkills, Waiting } from './waiting.ts'

type Line = {
  readonly me: Waiting
  readonly others: readonly Waiting[]
  readonly desks?: readonly DeskSkills[]
  readonly minutes?: number
}

/** How many go before her at twenty past nine, and for which concerns. */
function ahead({ me, others, desks = [deskWith('1')], minutes = 20 }: Line) {
  const byConcern = Int32Array.from([7, 7, 7, 7])
  const moment = { now: at(minutes), policy: POLICY }
  const people = countAhead(me, [...others, me], { desks, moment, byConcern })
  return { people, byConcern: [...byConcern] }
}

const me = waiting('me', 10)

describe('the people ahead', () => {
  it('are those who came earlier, counted by what they came for', () => {
    const others = [waiting('a', 0), waiting('b', 5, { concern: 1 }), waiting('c', 12)]
    const desks = [deskWith('1', { concerns: [0, 1] })]
    assert.deepEqual(ahead({ me, others, desks }), { people: 2, byConcern: [1, 1, 0, 0] })
  })

  it('are not those who need another desk', () => {
    const others = [waiting('a', 0, { concern: 1 }), waiting('b', 0, { unit: 1 })]
    assert.equal(ahead({ me, others }).people, 0)
    assert.equal(ahead({ me, others, desks: [deskWith('1'), deskWith('2', { concerns: [1] })] }).people, 0)
  })

  it('are also those who came later with a head start, and not those whom her own puts behind her', () => {
    const late = waiting('late', 15, { headStart: 15 * MINUTE })
    assert.equal(ahead({ me, others: [late] }).people, 1)
    const hurried = { ...me, headStart: 15 * MINUTE }
    assert.equal(ahead({ me: hurried, others: [waiting('early', 0)] }).people, 0)
  })

  it('are those near the promise before anybody with a head start', () => {
    const hurried = { ...me, headStart: 120 * MINUTE }
    assert.equal(ahead({ me: hurried, others: [waiting('early', 0)], minutes: 49 }).people, 0)
    assert.equal(ahead({ me: hurried, others: [waiting('early', 0)], minutes: 50 }).people, 1)
  })

  it('do not change with the language, which differs from desk to desk', () => {
    const understood = waiting('understood', 12, { language: 2 })
    const desks = [deskWith('1', { languages: [2] })]
    assert.equal(ahead({ me, others: [understood], desks }).people, 0)
  })

  it('include who rests after "not here": she will be called again', () => {
    assert.equal(ahead({ me, others: [waiting('resting', 0, { callableFrom: at(25) })] }).people, 1)
  })

  it('are all who go before her where no open desk can serve her', () => {
    const others = [waiting('a', 0, { concern: 1 }), waiting('b', 15)]
    assert.equal(ahead({ me, others, desks: [] }).people, 1)
  })

  it('are of two who came together the one with the smaller id', () => {
    const twin = waiting('another', 10)
    assert.equal(ahead({ me, others: [twin] }).people, 1)
    assert.equal(ahead({ me: twin, others: [me] }).people, 0)
  })

  it('for a queue of one kind before one desk are the place in line: 0, 1, 2, …', () => {
    fc.assert(
      fc.property(anyQueue, (queue) => {
        const same = queue.map((one) => ({ ...one, concern: 0, unit: -1 }))
        const places = same.map((one) => ahead({ me: one, others: same }).people)
        assert.deepEqual(
          places.sort((a, b) => a - b),
          same.map((_, i) => i),
        )
      }),
    )
  })

  it('all compete with her for a desk, and the counts by concern add up', () => {
    const line = fc.record({ queue: anyQueue, desks: fc.array(anyDesk, { minLength: 1, maxLength: 3 }) })
    fc.assert(
      fc.property(line, ({ queue: [first, ...others], desks }) => {
        if (!first) return
        const mine = desks.filter((desk) => canServe(first, desk))
        const { people, byConcern } = ahead({ me: first, others, desks })
        const rivals = others.filter((other) => mine.some((desk) => canServe(other, desk)))
        assert.equal(
          byConcern.reduce((sum, count) => sum + count, 0),
          people,
        )
        if (mine.length === 0) return
        assert.ok(people <= rivals.length)
        const without = ahead({ me: first, others: rivals, desks })
        assert.deepEqual(without, { people, byConcern }, 'who does not compete changes nothing')
      }),
      { numRuns: 1_000 },
    )
  })
})

/** The triangular distribution as a fine grid of equally likely minutes, by its inverse. */
function grid({ low, typical, high }: { low: number; typical: number; high: number }): number[] {
  const size = 20_000
  const peak = high === low ? 1 : (typical - low) / (high - low)
  return Array.from({ length: size }, (_, i) => {
    const share = (i + 0.5) / size
    return share < peak
      ? low + Math.sqrt(share * (high - low) * (typical - low))
      : high - Math.sqrt((1 - share) * (high - low) * (high - typical))
  })
}

describe('the minutes of a case', () => {
  for (const spread of [
    { low: 4, typical: 6, high: 10 },
    { low: 5, typical: 5, high: 35 },
    { low: 20, typical: 60, high: 60 },
    { low: 7, typical: 7, high: 7 },
  ]) {
    it(`between ${spread.low} and ${spread.high}, mostly ${spread.typical}, have the mean and variance of many cases`, () => {
      const cases = grid(spread)
      const mean = cases.reduce((sum, minutes) => sum + minutes, 0) / cases.length
      const variance = cases.reduce((sum, minutes) => sum + (minutes - mean) ** 2, 0) / cases.length
      assert.ok(Math.abs(meanOf(spread) - mean) < 0.01, `${meanOf(spread)} ${mean}`)
      assert.ok(Math.abs(varianceOf(spread) - variance) < 0.05, `${varianceOf(spread)} ${variance}`)
    })
  }

  it('that have passed are never below none', () => {
    assert.equal(elapsedMinutes(at(5), at(8)), 3)
    assert.equal(elapsedMinutes(at(8), at(5)), 0)
  })
})
