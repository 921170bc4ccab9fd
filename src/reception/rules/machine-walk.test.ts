import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { anyWish, arrived, type POLICIES, type Wish, wished } from '../../../test/support/visits.ts'
import { NINE } from '../../../test/support/waiting.ts'
import { type Instant, instant, isRefusal, MINUTE, plusMinutes, type Refusal } from '../../kernel/index.ts'
import { allows, type Circumstances, type Decided, decide } from './machine.ts'
import { type Command, STEPS, type State, type Visit } from './visit.ts'

/** One request in a day of a visit: what is asked, after how many seconds. */
type Asked = { readonly wish: Wish; readonly seconds: number }

/** A step as it was seen: before, what was asked, when, and what came of it. */
type Seen = {
  readonly before: Visit
  readonly command: Command
  readonly at: Circumstances
  readonly result: Decided | Refusal
}

const anyPolicies = fc.record({
  repeatCalls: fc.nat(3),
  recallPauseMinutes: fc.nat(6),
  passDeadlineMinutes: fc.integer({ min: 1, max: 30 }),
  undoMinutes: fc.constantFrom(1, 3, 5),
})

const anyAsked: fc.Arbitrary<Asked> = fc.record({
  wish: anyWish,
  seconds: fc.constantFrom(0, 1, 30, 60, 179, 180, 181, 300, 600),
})

const anyDay = fc.record({
  policies: anyPolicies,
  asked: fc.array(anyAsked, { minLength: 1, maxLength: 40, size: 'max' }),
})

/** Walks one visit through everything that is asked; refused requests count as seen, too. */
function walk(day: { policies: typeof POLICIES; asked: readonly Asked[] }, look: (seen: Seen) => void): void {
  let visit = frozen(arrived())
  let now: Instant = NINE
  for (const { wish, seconds } of day.asked) {
    const command = wished(visit, wish)
    now = instant(now + seconds * 1_000)
    const at = { now, policies: day.policies, role: 'clerk' }
    const result = decide(visit, command, at)
    look({ before: visit, command, at, result })
    if (!isRefusal(result)) visit = frozen(result.visit)
  }
}

/** A visit that nobody can change: a rule that tries to throws. */
function frozen(visit: Visit): Visit {
  const freeze = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    Object.freeze(value)
    Object.values(value).forEach(freeze)
  }
  freeze(visit)
  return visit
}

/** Holds for every step that was done, over many random days. */
function always(look: (seen: Seen & { readonly result: Decided }) => void): void {
  fc.assert(
    fc.property(anyDay, (day) => {
      walk(day, (seen) => {
        if (!isRefusal(seen.result)) look({ ...seen, result: seen.result })
      })
    }),
    { numRuns: 400 },
  )
}

const AT_A_DESK: readonly State[] = ['called', 'serving', 'parked']
const ENDED: readonly State[] = ['done', 'left', 'missed', 'unserved']

describe('whatever is asked of a visit in whatever order', () => {
  it('a refusal says why and leaves everything as it was', () => {
    const reasons = [
      'wrong_state',
      'other_desk',
      'same_unit',
      'last_station',
      'nothing_to_undo',
      'undo_too_late',
    ]
    fc.assert(
      fc.property(anyDay, (day) => {
        walk(day, ({ before, command, at, result }) => {
          if (!isRefusal(result)) return
          assert.ok(reasons.includes(result.key.replace('visit.refused.', '')), result.key)
          assert.deepEqual(decide(before, command, at), result, 'asked again, the answer is the same')
        })
      }),
    )
  })

  it('only what the table allows is done', () => {
    always(({ before, command }) => assert.ok(allows(before.state, command.do)))
  })

  it('what the table allows is refused for another desk, the same unit or an undo only', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        walk(day, ({ before, command, result }) => {
          if (!isRefusal(result) || !allows(before.state, command.do)) return
          const elsewhere = command.desk !== null && before.desk !== null && command.desk !== before.desk
          assert.ok(
            elsewhere || ['pass', 'take_back', 'move_on', 'go_out', 'be_back', 'undo'].includes(command.do),
            command.do,
          )
        })
      }),
    )
  })

  it('each change counts the version up by one', () => {
    always(({ before, result }) => assert.equal(result.visit.version, before.version + 1))
  })

  it('number, link, arrival and what she said of herself never change', () => {
    const { state, since, desk, unit, calls, calledAt, callableFrom, ...rest } = arrived()
    const { pass, outcome, concernsDone, calledWhy, stop, awaySince, bring, version, last, ...fixed } = rest
    always(({ result }) => assert.deepEqual({ ...result.visit, ...fixed }, result.visit))
  })

  it('she is at a desk exactly when she is called, served or parked', () => {
    always(({ result: { visit } }) => assert.equal(visit.desk !== null, AT_A_DESK.includes(visit.state)))
  })

  it('who is called or served was called at a time the journal knows', () => {
    always(({ at, result: { visit } }) => {
      if (visit.state !== 'called' && visit.state !== 'serving') return
      assert.ok(visit.calledAt !== null && visit.calledAt <= at.now && visit.calls > 0)
    })
  })

  it('an ended visit stays ended unless it is undone or brought back', () => {
    always(({ before, command }) => {
      if (ENDED.includes(before.state)) assert.ok(['undo', 'bring_back'].includes(command.do))
    })
  })

  it('the line in the journal says from where to where, when, at which desk and for which unit', () => {
    always(({ before, command, at, result: { visit, entry } }) => {
      assert.equal(entry.visit, before.id)
      assert.equal(entry.from, before.state)
      assert.equal(entry.to, visit.state)
      assert.equal(entry.at, at.now)
      assert.equal(entry.unit, visit.unit)
      if (command.do !== 'undo') assert.equal(entry.desk, command.desk ?? before.desk)
    })
  })

  it('the time since when she stands so moves with her state and with nothing else', () => {
    always(({ before, command, at, result: { visit } }) => {
      if (command.do === 'undo') return
      assert.equal(visit.since, before.state === visit.state ? before.since : at.now)
    })
  })

  it('no desk acts on a visit of another desk', () => {
    always(({ before, command }) => {
      if (command.desk !== null && before.desk !== null && command.do !== 'undo')
        assert.equal(command.desk, before.desk)
    })
  })

  it('she is never passed on to where she is, and is on the way to one unit at most', () => {
    always(({ before, command, at, result: { visit } }) => {
      if (command.do !== 'pass') return
      assert.notEqual(command.to, before.unit)
      assert.deepEqual(visit.pass, {
        from: before.unit,
        fromDesk: command.desk ?? before.desk,
        deadline: plusMinutes(at.now, at.policies.passDeadlineMinutes),
      })
    })
  })
})

/** All of a visit but what counts its changes. */
const sparing = ({ version, last, ...rest }: Visit): Omit<Visit, 'version' | 'last'> => rest

describe('undo, after whatever was done', () => {
  it('restores exactly how she stood before the last step, once, in time, by the desk that did it', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        let previous: { visit: Visit; done: Instant; desk: Visit['desk'] } | null = null
        walk(day, ({ before, command, at, result }) => {
          if (command.do === 'undo') {
            const inTime = previous && at.now <= previous.done + at.policies.undoMinutes * MINUTE
            const same = !command.desk || !previous?.desk || command.desk === previous.desk
            const may = before.state !== 'unserved' && inTime === true && same
            assert.equal(isRefusal(result), !may)
            if (isRefusal(result)) return
            assert.deepEqual(sparing(result.visit), previous && sparing(previous.visit))
            assert.equal(result.entry.step, 'undone')
            previous = null
          } else if (!isRefusal(result)) {
            const desk = command.desk ?? before.desk
            previous = { visit: before, done: at.now, desk }
          }
        })
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('the random days', () => {
  it('lead into every state and do every step', () => {
    const states = new Set<State>()
    const steps = new Set<string>()
    always(({ result: { visit, entry } }) => {
      states.add(visit.state)
      steps.add(entry.step)
    })
    assert.equal(states.size, 8)
    assert.equal(steps.size, STEPS.length - 1, 'every step but the arrival')
  })
})
