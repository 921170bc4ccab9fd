import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import {
  bringBack,
  call,
  desk,
  endDay,
  finish,
  journalOf,
  leave,
  notHere,
  ONE,
  park,
  pass,
  start,
  type Told,
  undo,
} from '../../../test/support/visits.ts'
import { at } from '../../../test/support/waiting.ts'
import { timesOf, withoutUndone } from './figures.ts'
import type { Command } from './visit.ts'

const nine = desk('9')
const atNine = (command: Command): Command => ({ ...command, desk: nine }) as Command

/** How long she waited and was served, and where it ended. */
function times(told: Told, policies = {}) {
  const found = timesOf(journalOf(told, { policies }).entries)
  assert.ok(found)
  return { waited: found.waitedMinutes, served: found.servedMinutes, end: found.end }
}

describe('the times of a visit', () => {
  it('are the minutes until the call that led to the desk, and those at the desk', () => {
    const told: Told = [
      [12, call()],
      [13, start],
      [20, finish],
    ]
    assert.deepEqual(times(told), { waited: 12, served: 7, end: 'done' })
  })

  it('count parked time neither as waiting nor as service', () => {
    const told: Told = [
      [10, call()],
      [10, start],
      [15, park],
      [40, bringBack()],
      [41, start],
      [45, finish],
    ]
    assert.deepEqual(times(told), { waited: 10, served: 9, end: 'done' })
  })

  it('count time set aside before she was ever served neither way', () => {
    const told: Told = [
      [10, call()],
      [11, park],
      [31, start],
      [35, finish],
    ]
    assert.deepEqual(times(told), { waited: 11, served: 4, end: 'done' })
  })

  it('count being called in vain as waiting', () => {
    const told: Told = [
      [10, call()],
      [12, notHere],
      [30, call()],
      [33, start],
      [40, finish],
    ]
    assert.deepEqual(times(told), { waited: 30, served: 7, end: 'done' })
  })

  it('count a repeated call as one', () => {
    const told: Told = [
      [10, call()],
      [12, { do: 'call_again', desk: ONE }],
      [14, start],
      [20, finish],
    ]
    assert.deepEqual(times(told), { waited: 10, served: 6, end: 'done' })
  })

  it('forget a step that was undone, and the undoing', () => {
    const told: Told = [
      [10, call()],
      [11, start],
      [15, finish],
      [17, undo],
      [21, finish],
    ]
    assert.deepEqual(times(told), { waited: 10, served: 10, end: 'done' })
  })

  it('forget a call that was undone: she waited on', () => {
    const told: Told = [
      [10, call()],
      [12, undo],
      [18, call()],
      [19, start],
      [20, finish],
    ]
    assert.deepEqual(times(told), { waited: 18, served: 1, end: 'done' })
  })

  it('end the wait at the first desk for who was passed on; both desks served her', () => {
    const told: Told = [
      [10, call()],
      [11, start],
      [14, pass('asylum')],
      [30, call(nine)],
      [31, atNine(start)],
      [40, atNine(finish)],
    ]
    assert.deepEqual(times(told), { waited: 10, served: 12, end: 'done' })
  })

  it('go on as waiting for who was passed on unserved', () => {
    const told: Told = [
      [10, call()],
      [11, pass('asylum')],
      [30, call(nine)],
      [31, atNine(start)],
      [40, atNine(finish)],
    ]
    assert.deepEqual(times(told), { waited: 30, served: 9, end: 'done' })
  })

  it('say of who was never served no wait at all', () => {
    assert.deepEqual(times([[40, leave]]), { waited: null, served: 0, end: 'left' })
    assert.deepEqual(times([[40, endDay]]), { waited: null, served: 0, end: 'unserved' })
    const inVain: Told = [
      [10, call()],
      [12, notHere],
    ]
    assert.deepEqual(times(inVain, { repeatCalls: 0 }), { waited: null, served: 0, end: 'missed' })
  })

  it('begin again for who was missed and turned up after all, without the time she was away', () => {
    const told: Told = [
      [10, call()],
      [12, notHere],
      [40, bringBack()],
      [41, start],
      [45, finish],
    ]
    assert.deepEqual(times(told, { repeatCalls: 0 }), { waited: 12, served: 4, end: 'done' })
  })

  it('are none where the journal is empty', () => {
    assert.equal(timesOf([]), null)
    assert.deepEqual(withoutUndone([]), [])
  })

  it('name the desk of each time, and leave the last one open', () => {
    const { entries } = journalOf([
      [10, call()],
      [11, start],
    ])
    assert.equal(timesOf(entries)?.arrivedAt, at(0))
    assert.equal(timesOf(entries)?.visit, 'visit-42')
    assert.deepEqual(timesOf(entries)?.intervals, [
      { state: 'waiting', from: at(0), to: at(10), desk: null },
      { state: 'called', from: at(10), to: at(11), desk: '1' },
      { state: 'serving', from: at(11), to: null, desk: '1' },
    ])
  })
})
