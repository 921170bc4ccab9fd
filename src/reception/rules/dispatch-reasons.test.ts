import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { anyDesk, anyQueue, at, deskWith, POLICY, waiting } from '../../../test/support/waiting.ts'
import { MINUTE } from '../../kernel/index.ts'
import { canServe, deskFor, next, rank, whyNext } from './dispatch.ts'
import { CALL_REASONS, type DeskSkills, type IdleDesk, type Waiting } from './waiting.ts'

type Why = { readonly queue: readonly Waiting[]; readonly minutes: number; readonly desk?: DeskSkills }

/** Who is called and why: "bea: urgent". */
function why({ queue, minutes, desk = deskWith('1') }: Why): string {
  const moment = { now: at(minutes), policy: POLICY }
  const winner = queue[next(queue, desk, moment)]
  assert.ok(winner)
  return `${winner.id}: ${whyNext({ winner, waiting: queue, desk, moment })}`
}

const early = waiting('early', 0, { language: 1 })
const need = { headStart: 15 * MINUTE, needs: true }

describe('the reason of a call', () => {
  it('is "came first" for whoever came first', () => {
    assert.equal(why({ queue: [early, waiting('late', 5)], minutes: 10 }), 'early: first_come')
  })

  it('is "came first" even where she also has a need, is urgent or near the promise', () => {
    const first = { ...early, ...need, urgent: true }
    assert.equal(why({ queue: [first, waiting('late', 5)], minutes: 10 }), 'early: first_come')
    assert.equal(why({ queue: [early, waiting('late', 5)], minutes: 59 }), 'early: first_come')
  })

  it('is "came first" where those before her rest or need another desk', () => {
    const resting = waiting('resting', -5, { callableFrom: at(30) })
    const elsewhere = waiting('elsewhere', -5, { concern: 3 })
    assert.equal(why({ queue: [resting, elsewhere, early], minutes: 10 }), 'early: first_come')
  })

  it('is "came first" of two who came in the same instant', () => {
    assert.equal(why({ queue: [waiting('b', 0), waiting('a', 0)], minutes: 10 }), 'a: first_come')
  })

  it('is the promise for who would have had to wait on behind somebody with a head start', () => {
    const minor = waiting('minor', 40, { headStart: 120 * MINUTE, needs: true })
    assert.equal(why({ queue: [early, minor], minutes: 49 }), 'minor: need')
    assert.equal(why({ queue: [early, minor], minutes: 50 }), 'early: promise_due')
  })

  it('is the promise also among two it covers, where the later one has a head start', () => {
    const minor = waiting('minor', 5, { headStart: 120 * MINUTE, needs: true })
    assert.equal(why({ queue: [early, minor], minutes: 58 }), 'early: promise_due')
    const understood = waiting('understood', 5, { language: 2 })
    const desk = deskWith('1', { languages: [2] })
    assert.equal(why({ queue: [early, understood], minutes: 58, desk }), 'early: promise_due')
  })

  it('is not the promise where who has the head start rests or stays behind all the same', () => {
    const resting = waiting('resting', 40, { headStart: 120 * MINUTE, needs: true, callableFrom: at(60) })
    const behind = waiting('behind', 40, need)
    assert.equal(why({ queue: [early, resting, behind], minutes: 55 }), 'early: first_come')
  })

  it('is urgency for who overtakes with an urgent concern', () => {
    const urgent = waiting('urgent', 20, { headStart: 30 * MINUTE, urgent: true })
    assert.equal(why({ queue: [early, urgent], minutes: 25 }), 'urgent: urgent')
  })

  it('is the need for who overtakes by it', () => {
    assert.equal(why({ queue: [early, waiting('child', 10, need)], minutes: 25 }), 'child: need')
  })

  it('is the language for who overtakes by being understood', () => {
    const understood = waiting('understood', 5, { language: 2 })
    const desk = deskWith('1', { languages: [2] })
    assert.equal(why({ queue: [early, understood], minutes: 25, desk }), 'understood: language')
  })

  it('is of a need and a language the one without which she would not have been first', () => {
    const desk = deskWith('1', { languages: [2] })
    const both = (since: number) => waiting('both', since, { ...need, language: 2 })
    assert.equal(why({ queue: [early, both(10)], minutes: 25, desk }), 'both: need')
    assert.equal(why({ queue: [early, both(20)], minutes: 25, desk }), 'both: language')
  })

  it('is always one that has sentences and is true of her', () => {
    fc.assert(
      fc.property(anyQueue, anyDesk, fc.integer({ min: 0, max: 120 }), (queue, desk, minutes) => {
        const moment = { now: at(minutes), policy: POLICY }
        const winner = queue[next(queue, desk, moment)]
        if (!winner) return
        const reason = whyNext({ winner, waiting: queue, desk, moment })
        assert.ok(CALL_REASONS.includes(reason))
        const callable = queue.filter((other) => rank(other, desk, moment) >= 0)
        const overtaken = callable.some((other) => other.arrivedAt < winner.arrivedAt)
        if (overtaken) assert.ok(['urgent', 'need', 'language'].includes(reason))
        if (reason === 'urgent') assert.ok(winner.urgent)
        if (reason === 'need') assert.ok(winner.needs)
        if (reason === 'language') assert.notEqual(firstOf(queue, desk, { minutes, mute: winner }), winner.id)
        if (reason === 'promise_due')
          assert.notEqual(firstOf(queue, desk, { minutes, promise: false }), winner.id)
        if (reason === 'first_come')
          assert.equal(firstOf(queue, desk, { minutes, promise: false }), winner.id)
      }),
      { numRuns: 3_000 },
    )
  })
})

/** Who would be first if one of them spoke a language nobody knows, or if nothing was promised. */
function firstOf(
  queue: readonly Waiting[],
  desk: DeskSkills,
  { minutes, mute, promise = true }: { minutes: number; mute?: Waiting; promise?: boolean },
): string | undefined {
  const policy = promise ? POLICY : { ...POLICY, longestWait: Number.POSITIVE_INFINITY }
  const changed = queue.map((one) => (one === mute ? { ...one, language: -1 } : one))
  return changed[next(changed, desk, { now: at(minutes), policy })]?.id
}

type Skills = Parameters<typeof deskWith>[1] & { readonly since?: number }

const idle = (name: string, { since = 0, ...skills }: Skills = {}): IdleDesk => ({
  ...deskWith(name, skills),
  idleSince: at(since),
})

/** Which desk takes her and why: "2: language"; null when none can. */
function taken(visit: Waiting, desks: readonly IdleDesk[]): string | null {
  const found = deskFor(visit, desks)
  return found && `${desks[found.index]?.id}: ${found.why}`
}

const arrival = waiting('arrival', 0, { language: 1 })

describe('the free desk that takes an arrival', () => {
  it('is none where none can serve her', () => {
    assert.equal(taken(arrival, []), null)
    assert.equal(taken(arrival, [idle('1', { concerns: [1, 2] })]), null)
  })

  it('is the only one that can', () => {
    assert.equal(taken(arrival, [idle('1', { concerns: [1] }), idle('2')]), '2: only_desk')
  })

  it('is one that understands her, even where it can do everything and is idle since a moment', () => {
    const desks = [idle('1'), idle('2', { concerns: [0, 1, 2, 3], languages: [1], since: 9 })]
    assert.equal(taken(arrival, desks), '2: language')
  })

  it('is the one that can do the fewest other things, so that the others stay free', () => {
    const desks = [
      idle('1', { concerns: [0, 1, 2] }),
      idle('2', { concerns: [0, 1], since: 9 }),
      idle('3', { concerns: [0, 1, 2, 3] }),
    ]
    assert.equal(taken(arrival, desks), '2: special_desk')
  })

  it('is among equals the longest idle', () => {
    const desks = [idle('1', { since: 5 }), idle('2', { since: 2 }), idle('3', { since: 8 })]
    assert.equal(taken(arrival, desks), '2: longest_idle')
  })

  it('is among those that understand her the longest idle, and the reason stays the language', () => {
    const speaking = { languages: [1] }
    const desks = [idle('1'), idle('2', { ...speaking, since: 5 }), idle('3', { ...speaking, since: 2 })]
    assert.equal(taken(arrival, desks), '3: language')
  })

  it('is not chosen for a language that every free desk understands', () => {
    const desks = [idle('1', { languages: [1], since: 5 }), idle('2', { languages: [1], since: 2 })]
    assert.equal(taken(arrival, desks), '2: longest_idle')
  })

  it('is not called special for what a desk that cannot serve her can do', () => {
    const desks = [idle('1'), idle('2', { since: 5 }), idle('3', { concerns: [1, 2, 3] })]
    assert.equal(taken(arrival, desks), '1: longest_idle')
  })

  it('is of two that are alike always the same one', () => {
    assert.equal(taken(arrival, [idle('2'), idle('1')]), '1: longest_idle')
  })

  it('is one of the unit she was passed on to', () => {
    const passed = { ...arrival, unit: 1 }
    assert.equal(taken(passed, [idle('1'), idle('2', { concerns: [3], unit: 1 })]), '2: only_desk')
  })

  it('does not hang on the order of the desks, and is never one that cannot serve her', () => {
    const anyIdle = fc
      .tuple(anyDesk, fc.constantFrom(0, 1, 2))
      .map(([desk, since]): IdleDesk => ({ ...desk, idleSince: at(since) }))
    const free = fc
      .array(anyIdle, { maxLength: 6 })
      .map((all) => all.map((desk, i) => ({ ...desk, id: `desk-${i}` as typeof desk.id })))
      .chain((desks) => fc.tuple(fc.constant(desks), fc.shuffledSubarray(desks, { minLength: desks.length })))
    fc.assert(
      fc.property(anyQueue, free, ([visit], [desks, other]) => {
        if (!visit) return
        assert.equal(taken(visit, desks), taken(visit, other))
        const found = deskFor(visit, desks)
        const able = desks.filter((desk) => canServe(visit, desk))
        assert.equal(found === null, able.length === 0)
        if (found) assert.ok(able.includes(desks[found.index] as (typeof desks)[number]))
      }),
      { numRuns: 1_000 },
    )
  })
})
