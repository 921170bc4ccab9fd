import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  answer,
  arrived,
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
import { ALLOWED, allows, standingOf } from './machine.ts'
import { type Command, STATES, type State } from './visit.ts'

/** One of each thing that can be asked, by desk 1. */
const ASKED: readonly Command[] = [
  call(),
  { do: 'call_again', desk: ONE },
  start,
  notHere,
  park,
  bringBack(),
  pass('money'),
  { do: 'take_back', desk: ONE, unit: unit('front') },
  finish,
  leave,
  undo,
  endDay,
]

/** Where each state leads, as the office sees it; what undo brings back aside. */
const LEADS: Readonly<Record<State, readonly State[]>> = {
  waiting: ['called', 'left', 'unserved', 'waiting'],
  called: ['called', 'left', 'parked', 'serving', 'unserved', 'waiting'],
  serving: ['done', 'left', 'parked', 'unserved', 'waiting'],
  parked: ['called', 'left', 'serving', 'unserved', 'waiting'],
  done: [],
  left: [],
  missed: ['called'],
  unserved: [],
}

describe('what may be done with a visit', () => {
  for (const state of STATES) {
    for (const command of ASKED) {
      const may = (ALLOWED[state] as readonly string[]).includes(command.do)
      it(`${state}: "${command.do}" is ${may ? 'done' : 'refused'}`, () => {
        assert.equal(allows(state, command.do), may)
        const expected = may ? 'done' : 'visit.refused.wrong_state'
        assert.equal(answer(standing(state), command, when(8)), expected)
      })
    }

    it(`${state} leads to ${LEADS[state].join(', ') || 'nothing more'}`, () => {
      const visit = standing(state)
      const reached = ASKED.filter(({ do: doing }) => doing !== 'undo' && allows(state, doing)).map(
        (command) => done(visit, command, when(8)).visit.state,
      )
      assert.deepEqual([...new Set(reached)].sort(), LEADS[state])
    })
  }

  it('can be taken back in every state but at the beginning and after the day has ended', () => {
    for (const state of STATES) assert.equal(allows(state, 'undo'), state !== 'unserved')
    assert.equal(answer(arrived(), undo, when(1)), 'visit.refused.nothing_to_undo')
  })
})

describe('a call', () => {
  it('names the desk, the time, how often, and in the journal why', () => {
    const { visit, entry } = done(arrived(), call(), { ...when(12), reason: 'need' })
    assert.equal(visit.desk, '1')
    assert.equal(visit.calledAt, at(12))
    assert.equal(visit.calls, 1)
    assert.deepEqual(entry.detail, { why: 'need' })
    assert.deepEqual(done(arrived(), call(), when(12)).entry.detail, {})
  })

  it('ends the rest after "not here"', () => {
    const resting = done(led([call()]), notHere, when(6)).visit
    assert.equal(done(resting, call(), when(12)).visit.callableFrom, null)
  })

  it('repeated counts as a further call at the same desk and does not move the time since she was called', () => {
    const again = done(led([call()]), { do: 'call_again', desk: ONE }, when(7)).visit
    assert.equal(again.calls, 2)
    assert.equal(again.calledAt, at(7))
    assert.equal(again.since, at(5))
    assert.equal(again.desk, '1')
  })
})

describe('who does not come when called', () => {
  it('is missed at once where the office calls only once', () => {
    const { visit } = done(led([call()]), notHere, when(6, { repeatCalls: 0 }))
    assert.equal(visit.state, 'missed')
    assert.equal(visit.desk, null)
  })

  it('goes back into the queue until the third call where the office calls three times', () => {
    let visit = arrived()
    for (const round of [1, 2]) {
      visit = done(done(visit, call(), when(round * 10)).visit, notHere, when(round * 10 + 1)).visit
      assert.equal(visit.state, 'waiting', `after call ${round}`)
      assert.equal(visit.callableFrom, at(round * 10 + 6), 'to rest for five minutes')
      assert.equal(visit.calls, round)
    }
    visit = done(done(visit, call(), when(30)).visit, notHere, when(31)).visit
    assert.equal(visit.state, 'missed')
  })

  it('keeps her arrival and her number in the queue', () => {
    const back = done(led([call()]), notHere, when(6)).visit
    assert.equal(back.arrivedAt, arrived().arrivedAt)
    assert.equal(back.number, 42)
    assert.equal(back.desk, null)
  })

  it('may turn up at any desk after all', () => {
    const back = done(standing('missed'), bringBack(desk('7')), when(30)).visit
    assert.equal(back.state, 'called')
    assert.equal(back.desk, '7')
    assert.equal(back.calls, 2)
    assert.equal(back.calledAt, at(30))
  })
})

describe('a parked visit', () => {
  it('stays with its desk, which brings it back or goes on at once', () => {
    const parked = standing('parked')
    assert.equal(parked.desk, '1')
    assert.equal(done(parked, bringBack(), when(20)).visit.state, 'called')
    assert.equal(done(parked, start, when(20)).visit.state, 'serving')
  })
})

describe('the end of a visit', () => {
  it('frees the desk and keeps what came of it', () => {
    const concerns = arrived().concerns
    const { visit, entry } = done(
      standing('serving'),
      { do: 'finish', desk: ONE, outcome: 'come_back', concerns },
      when(20),
    )
    assert.equal(visit.state, 'done')
    assert.equal(visit.desk, null)
    assert.equal(visit.outcome, 'come_back')
    assert.deepEqual(visit.concernsDone, concerns)
    assert.deepEqual(entry.detail, { outcome: 'come_back', concerns })
  })

  it('at the desk may also be that she left', () => {
    const gone: Command = { do: 'finish', desk: ONE, outcome: 'left', concerns: [] }
    assert.equal(done(standing('serving'), gone, when(20)).visit.state, 'left')
  })

  it('is hers to choose until she is at the end', () => {
    for (const state of ['waiting', 'called', 'serving', 'parked'] as const) {
      const { visit } = done(standing(state), leave, when(20))
      assert.equal(visit.state, 'left')
      assert.equal(visit.outcome, 'left')
      assert.equal(visit.desk, null)
    }
  })

  it('comes with the day for whoever is still there', () => {
    const { visit } = done(standing('parked'), endDay, when(600))
    assert.equal(visit.state, 'unserved')
    assert.equal(visit.desk, null)
  })
})

describe('every step', () => {
  it('leaves its line in the journal: when, from where to where, at which desk, by which role, never who', () => {
    const { entry } = done(led([call()]), start, when(6))
    assert.deepEqual(entry, {
      at: at(6),
      visit: 'visit-42',
      step: 'started',
      from: 'called',
      to: 'serving',
      desk: '1',
      role: 'clerk',
      unit: 'front',
      detail: {},
    })
  })

  it('without a desk speaks for the desk she is at', () => {
    const { entry, visit } = done(standing('serving'), { ...park, desk: null } as Command, when(8))
    assert.equal(entry.desk, '1')
    assert.equal(visit.last?.desk, '1')
  })

  it('remembers how she stood before', () => {
    const serving = standing('serving')
    assert.deepEqual(done(serving, park, when(8)).visit.last?.before, standingOf(serving))
  })
})
