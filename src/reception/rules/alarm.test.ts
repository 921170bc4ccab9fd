import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { id, instant, isRefusal, plusMinutes } from '../../kernel/index.ts'
import {
  ALARM_ALLOWED,
  ALARM_DOINGS,
  ALARM_STATES,
  type Alarm,
  allowsAlarm,
  answerAlarm,
  raiseAlarm,
} from './alarm.ts'

const TEN = instant(Date.parse('2026-11-23T09:00:00Z'))
const at = { now: TEN, role: 'clerk' }
const asked = (drill = false, name = 'a') => ({ id: id<'alarm'>(name), desk: id<'desk'>('platz-2'), drill })
const raised = (drill = false): Alarm => {
  const decided = raiseAlarm(null, asked(drill), at)
  assert.ok(decided)
  return decided.alarm
}

describe('the silent alarm', () => {
  it('is raised once, however often somebody presses', () => {
    assert.equal(raiseAlarm(raised(), asked(false, 'b'), at), null)
    assert.equal(raiseAlarm(raised(true), asked(true, 'b'), at), null)
    assert.equal(raiseAlarm(raised(), asked(true, 'b'), at), null, 'a drill does not make it less')
  })

  it('becomes real when somebody presses for real during a drill, and begins anew', () => {
    const drill = { ...raised(true), state: 'arrived' as const }
    const decided = raiseAlarm(drill, asked(false, 'b'), { ...at, now: plusMinutes(TEN, 4) })
    assert.deepEqual(decided?.alarm, {
      ...drill,
      drill: false,
      state: 'raised',
      raisedAt: plusMinutes(TEN, 4),
      since: plusMinutes(TEN, 4),
    })
  })

  it('is answered by the table: accepted, arrived, over', () => {
    for (const state of ALARM_STATES) {
      for (const doing of ALARM_DOINGS) {
        const decided = answerAlarm({ ...raised(), state }, doing, at)
        if (decided === null) continue
        assert.equal(!isRefusal(decided), allowsAlarm(state, doing), `${state} ${doing}`)
      }
    }
  })

  it('takes the same answer of two responders as one', () => {
    const accepted = { ...raised(), state: 'accepted' as const }
    assert.equal(answerAlarm(accepted, 'accept', at), null)
  })

  it('never goes back, whatever responders press, and its journal names desk and role only', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ALARM_DOINGS)), (presses) => {
        let alarm = raised()
        for (const doing of presses) {
          const decided = answerAlarm(alarm, doing, at)
          if (decided === null || isRefusal(decided)) continue
          assert.ok(ALARM_STATES.indexOf(decided.alarm.state) > ALARM_STATES.indexOf(alarm.state))
          assert.deepEqual(Object.keys(decided.entry).sort(), [
            'at',
            'desk',
            'detail',
            'from',
            'role',
            'step',
            'to',
          ])
          alarm = decided.alarm
        }
      }),
    )
    assert.deepEqual(ALARM_ALLOWED.over, [])
  })
})
