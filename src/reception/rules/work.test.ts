import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type Instant, id, instant, isRefusal, MINUTE, plusMinutes } from '../../kernel/index.ts'
import { closedDesk, type DeskState } from './desk.ts'
import {
  afterCase,
  allowsWork,
  breakDueAt,
  decideWork,
  takesCalls,
  WORK_ALLOWED,
  WORKS,
  type WorkDecided,
  type WorkDoing,
  type WorkMoment,
  workOf,
} from './work.ts'

const NINE = instant(Date.parse('2026-11-23T08:00:00Z'))
const policies = { breakMinutes: 30, breakAfterMinutes: 300 }
const moment = (more: Partial<WorkMoment> = {}): WorkMoment => ({
  now: NINE,
  policies,
  busy: false,
  account: 'samira',
  role: 'clerk',
  ...more,
})
const desk = (work: DeskState['work'], more: Partial<DeskState> = {}): DeskState => ({
  ...closedDesk(id<'desk'>('platz-1'), NINE),
  open: true,
  sitter: 'samira',
  restedAt: NINE,
  work,
  ...(work === 'break' ? { breakUntil: plusMinutes(NINE, 30) } : {}),
  ...more,
})
const wish = (doing: WorkDoing) =>
  doing === 'sit_down' ? { do: doing, languages: null, skills: null } : { do: doing }
const after = (state: DeskState, doing: WorkDoing, more: Partial<WorkMoment> = {}): DeskState => {
  const decided = decideWork(state, wish(doing), moment(more))
  assert.ok(!isRefusal(decided), JSON.stringify(decided))
  return decided.desk
}
const refusal = (state: DeskState, doing: WorkDoing, more: Partial<WorkMoment> = {}): string | null => {
  const decided = decideWork(state, wish(doing), moment(more))
  return isRefusal(decided) ? decided.key : null
}

describe('a break at a desk', () => {
  it('begins at once where nobody sits opposite, and says when it ends', () => {
    const resting = after(desk('at_desk'), 'take_break')
    assert.equal(resting.work, 'break')
    assert.equal(resting.breakUntil, plusMinutes(NINE, 30))
    assert.equal(takesCalls(resting), false)
  })

  it('waits for the end of the present case, and nobody is called meanwhile', () => {
    const asked = after(desk('at_desk'), 'take_break', { busy: true })
    assert.equal(asked.work, 'to_break')
    assert.equal(takesCalls(asked), false)
    const later = plusMinutes(NINE, 7)
    const begun = afterCase(asked, { now: later, policies, role: 'clerk' }) as WorkDecided
    assert.equal(begun.desk.breakUntil, plusMinutes(later, 30))
    assert.equal(begun.entry.step, 'break_begun')
    assert.equal(afterCase(desk('at_desk'), { now: later, policies, role: 'clerk' }), null)
  })

  it('can be thought better of until it has begun', () => {
    assert.equal(after(desk('to_break'), 'come_back', { busy: true }).work, 'at_desk')
  })

  it('is hers alone to end', () => {
    for (const doing of ['come_back', 'stand_up'] as const) {
      assert.ok(refusal(desk('break'), doing, { account: 'claudia', role: 'lead' }), doing)
      assert.equal(refusal(desk('break'), doing), null)
    }
  })

  it('counts anew when it was long enough, and not when it was cut short', () => {
    const full = after(desk('break'), 'come_back', { now: plusMinutes(NINE, 31) })
    assert.equal(full.restedAt, plusMinutes(NINE, 31))
    const short = after(desk('break'), 'come_back', { now: plusMinutes(NINE, 10) })
    assert.equal(short.restedAt, NINE)
  })

  it('is due at the latest after the hours the pack names, and never at a closed desk', () => {
    assert.equal(breakDueAt(desk('at_desk'), policies), plusMinutes(NINE, 300))
    assert.equal(breakDueAt(closedDesk(id<'desk'>('platz-1'), NINE), policies), null)
  })
})

describe('whoever sits at a desk', () => {
  it('goes to the office only when nobody sits opposite', () => {
    assert.equal(after(desk('at_desk'), 'go_back').work, 'back_office')
    assert.equal(refusal(desk('at_desk'), 'go_back', { busy: true }), 'staff.close_busy')
  })

  it('decides over her own desk alone', () => {
    for (const doing of ['take_break', 'go_back'] as const)
      assert.equal(refusal(desk('at_desk'), doing, { account: 'jonas' }), 'work.refused.not_yours')
  })

  it('is nowhere in the journal: it names desk and role', () => {
    for (const doing of ['take_break', 'go_back', 'stand_up'] as const) {
      const decided = decideWork(desk('at_desk'), wish(doing), moment())
      assert.ok(!isRefusal(decided))
      assert.doesNotMatch(JSON.stringify(decided.entry), /samira/)
      assert.equal(decided.entry.desk, 'platz-1')
    }
  })
})

const doings = [...new Set(Object.values(WORK_ALLOWED).flat())] as readonly WorkDoing[]

describe('every walk of a desk through a day', () => {
  const steps = fc.array(
    fc.record({
      doing: fc.constantFrom(...doings),
      busy: fc.boolean(),
      account: fc.constantFrom('samira', 'jonas'),
      minutes: fc.integer({ min: 0, max: 90 }),
    }),
    { maxLength: 40 },
  )

  it('does what the table allows and nothing else, and lets nobody into a break', () => {
    fc.assert(
      fc.property(steps, (walk) => {
        let state = closedDesk(id<'desk'>('platz-1'), NINE)
        let now: Instant = NINE
        for (const { doing, busy, account, minutes } of walk) {
          now = instant(now + minutes * MINUTE)
          const before = workOf(state)
          const decided = decideWork(state, wish(doing), moment({ now, busy, account }))
          if (isRefusal(decided)) continue
          assert.ok(allowsWork(before, doing))
          if (before === 'break') assert.equal(account, state.sitter)
          if (busy) assert.notEqual(workOf(decided.desk), 'break')
          state = decided.desk
          assert.equal(state.breakUntil !== null, workOf(state) === 'break')
          assert.equal(takesCalls(state), !['break', 'to_break'].includes(workOf(state)))
          assert.equal(decided.entry.from, before)
          assert.equal(decided.entry.to, workOf(state))
        }
      }),
    )
  })

  it('can be left again from every state', () => {
    for (const work of WORKS) assert.ok(WORK_ALLOWED[work].length > 0, work)
  })
})
