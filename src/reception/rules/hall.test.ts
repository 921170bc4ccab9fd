import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import fc from 'fast-check'
import { smallCity } from '../../../test/support/small-city.ts'
import {
  arrived,
  bringBack,
  call,
  desk,
  done,
  finish,
  leave,
  notHere,
  ONE,
  park,
  start,
  undo,
  when,
} from '../../../test/support/visits.ts'
import { at } from '../../../test/support/waiting.ts'
import { id, type VisitId } from '../../kernel/index.ts'
import {
  applyVisit,
  claim,
  earliest,
  type Hall,
  insertBounded,
  isOver,
  makeHall,
  release,
  sweep,
} from './hall.ts'
import { makeIndexes } from './indexes.ts'
import { type Command, STATES, type Visit } from './visit.ts'

const indexes = makeIndexes(
  smallCity,
  smallCity.concerns.map(({ minutes }) => minutes),
)
const guest = (name: string, more: Partial<Visit> = {}) =>
  arrived({ id: id<'visit'>(name) as VisitId, number: name.length, ...more })

describe('the hall', () => {
  let hall: Hall
  beforeEach(() => {
    hall = makeHall(indexes)
  })

  /** One step of a visit, taken in as the house does it after the commit. */
  const step = (visit: Visit, command: Command, minutes: number): Visit => {
    const after = done(visit, command, when(minutes)).visit
    applyVisit(hall, after)
    return after
  }
  const take = (visit: Visit): Visit => {
    applyVisit(hall, visit)
    return visit
  }
  const queue = () => hall.waiting.map((one) => one.id).sort()

  it('has nobody in it in the morning', () => {
    assert.deepEqual(queue(), [])
    assert.deepEqual([...hall.countByConcern], [0, 0, 0, 0])
  })

  it('has who waits in the queue, counted by what she came for', () => {
    take(guest('ada'))
    take(guest('bea', { concerns: [id<'concern'>('letter')] }))
    take(guest('cem'))
    assert.deepEqual(queue(), ['ada', 'bea', 'cem'])
    assert.deepEqual([...hall.countByConcern], [2, 1, 0, 0])
  })

  it('takes who is called out of the queue and puts her at the desk', () => {
    take(guest('bea'))
    const ada = step(take(guest('ada')), call(), 5)
    assert.deepEqual(queue(), ['bea'])
    assert.equal(hall.atDesk.get(ONE), ada)
    const serving = step(ada, start, 6)
    assert.equal(hall.atDesk.get(ONE), serving)
  })

  it('frees the desk for the next when she is parked, done or gone', () => {
    const parked = step(step(take(guest('ada')), call(), 5), park, 6)
    assert.equal(hall.atDesk.size, 0)
    assert.equal(hall.parked.get(parked.id), parked)
    const back = step(parked, bringBack(), 9)
    assert.equal(hall.atDesk.get(ONE), back)
    assert.equal(hall.parked.size, 0)
    step(step(back, start, 10), finish, 12)
    assert.equal(hall.atDesk.size, 0)
    step(take(guest('bea')), leave, 13)
    assert.deepEqual(queue(), [])
  })

  it('does not free a desk that has somebody else by now', () => {
    const ada = step(step(take(guest('ada')), call(), 5), start, 6)
    const bea = done(take(guest('bea')), call(), when(12)).visit
    applyVisit(hall, bea)
    applyVisit(hall, done(ada, finish, when(11)).visit)
    assert.equal(hall.atDesk.get(ONE), bea)
  })

  it('is not moved by news that is older than what it knows, or the same', () => {
    const ada = take(guest('ada'))
    const called = step(ada, call(), 5)
    applyVisit(hall, ada)
    applyVisit(hall, { ...called, state: 'done', desk: null })
    assert.deepEqual(queue(), [])
    assert.equal(hall.atDesk.get(ONE), called)
  })

  it('keeps steps of the same instant in their order: who changed last stands last', () => {
    const ada = take(guest('ada'))
    const bea = take(guest('bea'))
    step(bea, leave, 5)
    step(ada, leave, 5)
    assert.deepEqual([...hall.visits.keys()], ['bea', 'ada'])
  })

  it('puts back into the queue who was not there', () => {
    step(step(take(guest('ada')), call(), 5), notHere, 6)
    assert.equal(hall.waiting[0]?.callableFrom, at(11))
    assert.equal(hall.atDesk.size, 0)
  })

  it('takes who is being called out of the queue, and puts her back when nothing came of it', () => {
    take(guest('ada'))
    take(guest('bea'))
    claim(hall, id<'visit'>('ada'))
    assert.deepEqual(queue(), ['bea'])
    assert.deepEqual([...hall.countByConcern], [1, 0, 0, 0])
    release(hall, id<'visit'>('ada'))
    release(hall, id<'visit'>('ada'))
    assert.deepEqual(queue(), ['ada', 'bea'])
    assert.deepEqual([...hall.countByConcern], [2, 0, 0, 0])
  })

  it('does not put back into the queue who was called, nor twice who came back meanwhile', () => {
    const ada = take(guest('ada'))
    claim(hall, ada.id)
    const called = step(ada, call(), 5)
    release(hall, ada.id)
    assert.deepEqual(queue(), [])
    claim(hall, ada.id)
    step(called, notHere, 6)
    assert.deepEqual(queue(), [], 'while somebody is calling her')
    release(hall, ada.id)
    assert.deepEqual(queue(), ['ada'])
  })

  it('remembers a call until she stands at the desk, and when that was', () => {
    const ada = step(take(guest('ada')), call(), 5)
    const { arrivedAt } = ada
    const expected = { visit: 'ada', number: 3, desk: '1', at: at(5), arrivedAt, why: null, over: null }
    assert.deepEqual(hall.calls.get(ada.id), expected)
    const again = step(ada, { do: 'call_again', desk: ONE }, 6)
    assert.deepEqual(hall.calls.get(ada.id), { ...expected, at: at(6) })
    const serving = step(again, start, 7)
    assert.deepEqual(hall.calls.get(ada.id), { ...expected, at: at(6), over: at(7) })
    step(serving, finish, 9)
    assert.equal(hall.calls.get(ada.id)?.over, at(7), 'later steps do not move it')
  })

  it('ends a call that is taken back, and takes one up again whose answer is taken back', () => {
    const taken = step(step(take(guest('ada')), call(), 5), undo, 6)
    assert.notEqual(hall.calls.get(taken.id)?.over, null)
    const serving = step(step(take(guest('bea')), call(desk('2')), 5), { do: 'start', desk: desk('2') }, 6)
    step(serving, { do: 'undo', desk: desk('2') }, 7)
    assert.equal(hall.calls.get(serving.id)?.over, null)
  })

  it('forgets an ended visit a quarter of an hour after its end and its last call, and nobody else', () => {
    take(guest('waits'))
    const gone = step(step(step(take(guest('gone')), call(), 5), start, 6), finish, 10)
    sweep(hall, at(25))
    assert.ok(hall.visits.has(gone.id), 'a quarter of an hour is not over')
    sweep(hall, at(26))
    assert.deepEqual([...hall.visits.keys()], ['waits'])
    assert.equal(hall.undoable.size, 0, 'nor is there anything left to undo')
    sweep(hall, at(600))
    assert.deepEqual(queue(), ['waits'])
  })

  it('looks once a minute whom to forget, and again when the clock was set back', () => {
    const gone = step(take(guest('gone')), leave, 5)
    sweep(hall, at(20))
    sweep(hall, at(20.5))
    assert.ok(hall.visits.has(gone.id), 'not within the minute')
    const early = step(take(guest('early')), leave, -30)
    sweep(hall, at(-10))
    assert.ok(!hall.visits.has(early.id))
  })

  it('forgets a call after ten minutes', () => {
    const ada = step(take(guest('ada')), call(), 5)
    sweep(hall, at(15))
    assert.equal(hall.calls.size, 1)
    sweep(hall, at(16))
    assert.equal(hall.calls.size, 0)
    assert.equal(hall.atDesk.get(ONE), ada, 'she is still expected at the desk')
  })
})

describe('the first of those who wait', () => {
  const late = (name: string, minutes: number) => guest(name, { arrivedAt: at(minutes) })
  const full = () => {
    const hall = makeHall(indexes)
    for (const visit of [late('cem', 7), late('ada', 1), late('dua', 9), late('bea', 3), late('abe', 3)])
      applyVisit(hall, visit)
    return hall
  }
  const names = (visits: readonly Visit[]) => visits.map((visit) => visit.id as string)

  it('are named by their arrival, no more than were asked for', () => {
    assert.deepEqual(names(earliest(full(), 3)), ['ada', 'abe', 'bea'])
    assert.deepEqual(names(earliest(full(), 99)), ['ada', 'abe', 'bea', 'cem', 'dua'])
    assert.deepEqual(earliest(full(), 0), [])
  })

  it('are those that belong to what is asked for', () => {
    assert.deepEqual(names(earliest(full(), 2, ({ arrivedAt }) => arrivedAt > at(3))), ['cem', 'dua'])
  })

  it('are found in one pass as by sorting everybody', () => {
    const numbers = fc.array(fc.nat(20), { maxLength: 30 })
    fc.assert(
      fc.property(numbers, fc.nat(8), (all, count) => {
        const items = all.map((value, place) => ({ value, place }))
        const first: typeof items = []
        for (const item of items) insertBounded(first, item, { count, before: (a, b) => a.value < b.value })
        const sorted = items.toSorted((a, b) => a.value - b.value || a.place - b.place)
        assert.deepEqual(first, sorted.slice(0, count))
      }),
    )
  })
})

describe('a visit', () => {
  it('is over when done, gone, missed or left over, and not before', () => {
    const over = STATES.filter((state) => isOver({ state }))
    assert.deepEqual(over, ['done', 'left', 'missed', 'unserved'])
  })
})
