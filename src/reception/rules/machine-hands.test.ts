import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  answer,
  bringBack,
  call,
  desk,
  done,
  endDay,
  finish,
  leave,
  led,
  notHere,
  ONE,
  park,
  pass,
  standing,
  start,
  undo,
  unit,
  when,
} from '../../../test/support/visits.ts'
import { at } from '../../../test/support/waiting.ts'
import type { Command } from './visit.ts'

const at2 = (command: Command): Command => ({ ...command, desk: desk('2') }) as Command
const takeBack = (to: string): Command => ({ do: 'take_back', desk: ONE, unit: unit(to) })
const OTHER = 'visit.refused.other_desk'

describe('a visit passed on', () => {
  it('waits in the other unit under the same number, with her arrival kept', () => {
    const serving = standing('serving')
    const { visit, entry } = done(serving, pass('asylum'), when(8))
    assert.equal(visit.state, 'waiting')
    assert.equal(visit.unit, 'asylum')
    assert.equal(visit.number, serving.number)
    assert.equal(visit.arrivedAt, serving.arrivedAt)
    assert.equal(visit.desk, null)
    assert.deepEqual(entry.detail, { from: 'front', to: 'asylum' })
  })

  it('stays the sender’s until the deadline: unit, desk and time are written down', () => {
    const { pass: handed } = done(standing('serving'), pass('asylum'), when(8)).visit
    assert.deepEqual(handed, { from: 'front', fromDesk: '1', deadline: at(28) })
    const byNobody = done(standing('serving'), { ...pass('asylum'), desk: null } as Command, when(8)).visit
    assert.equal(byNobody.pass?.fromDesk, '1')
  })

  it('may be called at once and counts no call of before', () => {
    const rested = done(done(led([call()]), notHere, when(6)).visit, call(), when(11)).visit
    const { visit } = done(rested, pass('asylum'), when(12))
    assert.equal(visit.calls, 0)
    assert.equal(visit.callableFrom, null)
  })

  it('to the unit she is with already is refused', () => {
    for (const state of ['called', 'serving', 'parked'] as const)
      assert.equal(answer(standing(state), pass('front'), when(8)), 'visit.refused.same_unit')
  })

  it('is taken over by the call of the other unit, and the journal says from whom', () => {
    const { visit, entry } = done(standing('waiting'), call(desk('9')), when(10))
    assert.equal(visit.pass, null)
    assert.equal(visit.unit, 'asylum')
    assert.deepEqual(entry.detail, { taken_from: 'front' })
  })

  it('can be taken back by the sender alone, and only while nobody took her', () => {
    const { visit } = done(standing('waiting'), takeBack('front'), when(10))
    assert.equal(visit.unit, 'front')
    assert.equal(visit.pass, null)
    assert.equal(visit.state, 'waiting')
    assert.equal(answer(standing('waiting'), takeBack('money'), when(10)), 'visit.refused.wrong_state')
    assert.equal(answer(visit, takeBack('front'), when(11)), 'visit.refused.wrong_state')
    const taken = done(standing('waiting'), call(desk('9')), when(10)).visit
    assert.equal(answer(taken, takeBack('front'), when(11)), 'visit.refused.wrong_state')
  })
})

describe('another desk', () => {
  const cases = {
    called: [{ do: 'call_again', desk: ONE }, start, notHere, park, pass('money'), leave],
    serving: [park, pass('money'), finish, leave],
    parked: [bringBack(), start, pass('money'), leave],
  } as const satisfies Record<string, readonly Command[]>

  for (const [state, commands] of Object.entries(cases)) {
    it(`may not act on a visit that is ${state} at desk 1`, () => {
      const visit = standing(state as keyof typeof cases)
      for (const command of commands) {
        assert.equal(answer(visit, at2(command), when(8)), OTHER, command.do)
        assert.equal(answer(visit, command, when(8)), 'done', command.do)
      }
    })
  }

  it('may not take back what desk 1 did', () => {
    assert.equal(answer(standing('done'), at2(undo), when(8)), OTHER)
    assert.equal(answer(standing('waiting'), at2(undo), when(8)), OTHER)
  })

  it('is not the visitor herself, nor the end of the day', () => {
    for (const command of [leave, endDay]) assert.equal(answer(standing('serving'), command, when(8)), 'done')
    assert.equal(answer(standing('done'), { do: 'undo', desk: null }, when(8)), 'done')
  })
})

describe('undo', () => {
  it('puts her exactly where she was, as a step of its own', () => {
    const serving = led([call(), start])
    const { visit: ended } = done(serving, finish, when(20))
    const { visit, entry } = done(ended, undo, when(21))
    assert.deepEqual({ ...visit, version: serving.version, last: serving.last }, serving)
    assert.equal(visit.version, ended.version + 1)
    assert.deepEqual(
      { step: entry.step, from: entry.from, to: entry.to, desk: entry.desk, detail: entry.detail },
      { step: 'undone', from: 'done', to: 'serving', desk: '1', detail: { undone: 'finished' } },
    )
  })

  it('is possible for three minutes and not a moment longer', () => {
    const { visit } = done(led([call(), start]), finish, when(20))
    assert.equal(answer(visit, undo, when(23)), 'done')
    const justTooLate = { ...when(23), now: (at(23) + 1) as typeof visit.since }
    assert.equal(answer(visit, undo, justTooLate), 'visit.refused.undo_too_late')
    assert.equal(
      answer(visit, undo, { ...justTooLate, policies: when(0, { undoMinutes: 4 }).policies }),
      'done',
    )
  })

  it('takes back one step, not two', () => {
    const undone = done(led([call(), start, finish]), undo, when(8)).visit
    assert.equal(undone.state, 'serving')
    assert.equal(answer(undone, undo, when(8)), 'visit.refused.nothing_to_undo')
    assert.equal(answer(done(undone, park, when(9)).visit, undo, when(9)), 'done')
  })

  it('of a pass brings her back to the desk she was sent from', () => {
    const { visit } = done(standing('waiting'), undo, when(8))
    const serving = led([call(), start])
    assert.deepEqual({ ...visit, version: serving.version, last: serving.last }, serving)
  })

  it('of a call leaves her on the way from the unit that passed her on', () => {
    const passed = standing('waiting')
    const { visit } = done(done(passed, call(), when(9)).visit, undo, when(10))
    assert.deepEqual({ ...visit, version: passed.version, last: passed.last }, passed)
  })

  it('brings back who left and who was missed', () => {
    assert.equal(done(standing('left'), { do: 'undo', desk: null }, when(6)).visit.state, 'waiting')
    const missed = done(standing('missed'), undo, when(8)).visit
    assert.equal(missed.state, 'called')
    assert.equal(missed.desk, '1')
  })

  it('brings nobody back into a day that has ended', () => {
    assert.equal(answer(standing('unserved'), undo, when(5)), 'visit.refused.wrong_state')
  })
})
