import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { anyDesk, anyQueue, at, deskWith, POLICY, waiting } from '../../../test/support/waiting.ts'
import { instant, MINUTE } from '../../kernel/index.ts'
import { CANNOT, canServe, next, rank } from './dispatch.ts'
import type { DeskSkills, Waiting } from './waiting.ts'

const QUARTER_PAST_TEN = 75
const anyTime = fc.integer({ min: 0, max: 120 })

/** The name of who is called at so many minutes past nine; null when nobody is. */
function called(queue: readonly Waiting[], minutes: number, desk: DeskSkills = deskWith('1')): string | null {
  return queue[next(queue, desk, { now: at(minutes), policy: POLICY })]?.id ?? null
}

describe('who is next at a desk', () => {
  it('is nobody where nobody waits', () => {
    assert.equal(called([], 10), null)
  })

  it('is the one who came first, wherever she stands in the list', () => {
    assert.equal(called([waiting('late', 5), waiting('early', 1), waiting('later', 9)], 10), 'early')
  })

  it('is of two who came in the same instant always the same one, by her id', () => {
    const [a, b] = [waiting('a', 3), waiting('b', 3)]
    assert.equal(called([a, b], 10), 'a')
    assert.equal(called([b, a], 10), 'a')
  })

  it('counts a need or an urgent concern as time already waited, and no more than that', () => {
    const early = waiting('early', 0)
    const late = (since: number) => waiting('late', since, { headStart: 15 * MINUTE, needs: true })
    assert.equal(called([early, late(14)], 20), 'late')
    assert.equal(called([early, late(16)], 20), 'early')
    assert.equal(
      called([early, late(15)], 20),
      'early',
      'with as much behind them the earlier one goes first',
    )
  })

  it('counts a language the desk shares as eight minutes, and one it does not share as none', () => {
    const early = waiting('early', 0, { language: 1 })
    const late = (since: number) => waiting('late', since, { language: 2 })
    const desk = deskWith('1', { languages: [2] })
    assert.equal(called([early, late(7)], 20, desk), 'late')
    assert.equal(called([early, late(9)], 20, desk), 'early')
    assert.equal(called([early, late(7)], 20, deskWith('2', { languages: [3] })), 'early')
  })

  it('adds a shared language to the head start of a need', () => {
    const early = waiting('early', 0, { language: 1 })
    const late = waiting('late', 22, { language: 2, headStart: 15 * MINUTE, needs: true })
    assert.equal(called([early, late], 30, deskWith('1', { languages: [2] })), 'late')
    assert.equal(called([early, late], 30), 'early')
  })

  it('takes who rests after "not here" for absent until her pause is over', () => {
    const resting = waiting('resting', 0, { callableFrom: at(20) })
    assert.equal(called([resting], 19), null)
    assert.equal(called([resting, waiting('other', 15)], 19), 'other')
    assert.equal(called([resting, waiting('other', 15)], 20), 'resting')
  })

  it('lets even who waits too long rest after "not here"', () => {
    assert.equal(called([waiting('resting', 0, { callableFrom: at(75) })], 74), null)
  })

  it('takes somebody whose arrival lies ahead of the clock for just arrived', () => {
    const queue = [waiting('ahead', 12), waiting('here', 9)]
    assert.equal(rank(waiting('ahead', 12), deskWith('1'), { now: at(10), policy: POLICY }), 0)
    assert.equal(called(queue, 10), 'here')
  })
})

describe('the promise', () => {
  const needy = waiting('needy', 40, { headStart: 150 * MINUTE, urgent: true, language: 2 })
  const desk = deskWith('1', { languages: [2] })

  it('brings who comes near the longest wait before everybody else', () => {
    assert.equal(called([waiting('patient', 0), needy], 49, desk), 'needy')
    assert.equal(called([waiting('patient', 0), needy], 50, desk), 'patient')
  })

  it('calls the longest waiting first among those it covers, whatever the others need', () => {
    const longest = waiting('longest', 0)
    const urgent = waiting('urgent', 1, { headStart: 30 * MINUTE, urgent: true, language: 2 })
    assert.equal(called([urgent, longest], 55, desk), 'longest')
  })

  it('does not make a desk call whom it cannot serve', () => {
    assert.equal(called([waiting('patient', 0, { concern: 1 }), needy], 90, desk), 'needy')
  })
})

describe('what a desk can serve', () => {
  it('are the concerns it does', () => {
    assert.equal(canServe(waiting('a', 0, { concern: 1 }), deskWith('1', { concerns: [1, 2] })), true)
    assert.equal(canServe(waiting('a', 0, { concern: 3 }), deskWith('1', { concerns: [1, 2] })), false)
  })

  it('is whoever was passed on to its unit, whatever she came for', () => {
    const passed = waiting('passed', 0, { concern: 3, unit: 1 })
    assert.equal(canServe(passed, deskWith('1', { concerns: [], unit: 1 })), true)
    assert.equal(canServe(passed, deskWith('2', { concerns: [3], unit: 0 })), false)
  })

  it('is told apart by -1 from every rank a visit can have', () => {
    const moment = { now: at(10), policy: POLICY }
    assert.equal(rank(waiting('a', 10), deskWith('1', { concerns: [1] }), moment), CANNOT)
    assert.ok(rank(waiting('a', 10), deskWith('1'), moment) > CANNOT)
  })
})

/** The same rule once more, slowly: everybody the desk may call now, put in order. */
function byHand(queue: readonly Waiting[], desk: DeskSkills, minutes: number): Waiting | undefined {
  const now = at(minutes)
  const waited = (one: Waiting) => (now - one.arrivedAt) / MINUTE
  const near = (one: Waiting) => waited(one) >= 50
  const behind = (one: Waiting) =>
    near(one)
      ? waited(one)
      : Math.max(0, waited(one)) + one.headStart / MINUTE + (desk.speaks[one.language] ? 8 : 0)
  return queue
    .filter((one) => one.callableFrom <= now)
    .filter((one) => (one.unit === -1 ? desk.serves[one.concern] === 1 : one.unit === desk.unit))
    .sort(
      (a, b) =>
        Number(near(b)) - Number(near(a)) ||
        behind(b) - behind(a) ||
        a.arrivedAt - b.arrivedAt ||
        (a.id < b.id ? -1 : 1),
    )[0]
}

describe('the choice', () => {
  it('is the one a careful person would make with the list in hand', () => {
    fc.assert(
      fc.property(anyQueue, anyDesk, anyTime, (queue, desk, minutes) => {
        assert.equal(called(queue, minutes, desk), byHand(queue, desk, minutes)?.id ?? null)
      }),
      { numRuns: 2_000 },
    )
  })

  it('does not hang on the order in which the list is kept', () => {
    const shuffled = anyQueue.chain((queue) =>
      fc.record({
        queue: fc.constant(queue),
        other: fc.shuffledSubarray(queue, { minLength: queue.length }),
      }),
    )
    fc.assert(
      fc.property(shuffled, anyDesk, ({ queue, other }, desk) => {
        assert.equal(called(queue, QUARTER_PAST_TEN, desk), called(other, QUARTER_PAST_TEN, desk))
      }),
      { numRuns: 1_000 },
    )
  })

  it('among people with the same claim is the order of arrival', () => {
    const claim = fc.record({
      headStart: fc.constantFrom(0, 15 * MINUTE, 120 * MINUTE),
      language: fc.nat(3),
      concern: fc.constant(0),
    })
    const arrivals = fc.uniqueArray(fc.integer({ min: 0, max: 70 }), { minLength: 1, maxLength: 10 })
    fc.assert(
      fc.property(claim, arrivals, anyDesk, (same, since, { speaks }) => {
        const queue = since.map((minutes) => waiting(`at ${minutes}`, minutes, same))
        const first = Math.min(...since)
        assert.equal(called(queue, QUARTER_PAST_TEN, { ...deskWith('1'), speaks }), `at ${first}`)
      }),
    )
  })

  it('leaves the list as it was', () => {
    fc.assert(
      fc.property(anyQueue, anyDesk, (queue, desk) => {
        const before = structuredClone(queue)
        next(Object.freeze(queue), desk, { now: instant(at(QUARTER_PAST_TEN)), policy: POLICY })
        assert.deepEqual(queue, before)
      }),
    )
  })
})
