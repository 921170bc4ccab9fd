import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { smallCity } from '../../../test/support/small-city.ts'
import { arrived, desk, unit } from '../../../test/support/visits.ts'
import { at, NINE } from '../../../test/support/waiting.ts'
import { id, MINUTE } from '../../kernel/index.ts'
import { closedDesk, type DeskState } from './desk.ts'
import { asWaiting, deskSkills, makeIndexes } from './indexes.ts'
import type { Visit } from './visit.ts'

const indexes = makeIndexes(
  smallCity,
  smallCity.concerns.map(({ minutes }) => minutes),
)
const concerns = (...names: string[]) => names.map((name) => id<'concern'>(name))
const seen = (more: Partial<Visit> = {}) => asWaiting(indexes, arrived(more))
/** Her head start in minutes. */
const headStart = (more: Partial<Visit>) => seen(more).headStart / MINUTE

describe('the head start of a visit', () => {
  it('is none where she asked for nothing', () => {
    assert.equal(headStart({}), 0)
    assert.equal(seen().needs, false)
    assert.equal(seen().urgent, false)
  })

  it('is what the city gives for her need', () => {
    assert.equal(headStart({ needs: ['child'] }), 10)
    assert.equal(seen({ needs: ['child'] }).needs, true)
  })

  it('is of several needs the greatest: they do not add up', () => {
    assert.equal(headStart({ needs: ['child', 'standing'] }), 15)
    assert.equal(headStart({ needs: ['standing', 'child', 'child'] }), 15)
    assert.equal(headStart({ needs: ['child', 'minor', 'standing'] }), 120)
  })

  it('adds urgency to the greatest need', () => {
    const urgent = { concerns: concerns('money'), unit: unit('money') }
    assert.equal(headStart(urgent), 30)
    assert.equal(seen(urgent).urgent, true)
    assert.equal(headStart({ ...urgent, needs: ['child', 'standing'] }), 45)
  })

  it('comes from the main concern alone', () => {
    assert.equal(headStart({ concerns: concerns('card', 'money') }), 0)
  })

  it('is none for a need to which the city gives nothing', () => {
    assert.equal(headStart({ needs: ['seeing'] }), 0)
    assert.equal(seen({ needs: ['seeing'] }).needs, false)
  })
})

describe('a visit in numbers', () => {
  it('keeps her arrival and rests no longer than was said', () => {
    assert.equal(seen().arrivedAt, NINE)
    assert.equal(seen().callableFrom, 0)
    assert.equal(seen({ callableFrom: at(7) }).callableFrom, at(7))
  })

  it('belongs to every desk that does her concern until she is passed on to a unit', () => {
    assert.equal(seen({ concerns: concerns('card') }).unit, -1)
    assert.equal(seen({ concerns: concerns('card'), unit: unit('money') }).unit, 2)
    assert.equal(seen({ concerns: concerns('asylum'), unit: unit('asylum') }).unit, -1)
  })

  it('speaks no known language where the city does not name hers', () => {
    assert.equal(seen({ spokenLanguage: 'ar' }).language, 1)
    assert.equal(seen({ spokenLanguage: 'xx' }).language, -1)
  })

  it('goes before nobody for speaking German, which every desk understands', () => {
    assert.equal(seen({ spokenLanguage: 'de' }).language, -1)
  })
})

describe('what a desk can do', () => {
  const open = (name: string, more: Partial<DeskState> = {}) =>
    deskSkills(indexes, { ...closedDesk(desk(name), NINE), open: true, ...more })

  it('is what the pack says while nobody known sits there', () => {
    const { serves, breadth, speaks, unit: home } = open('2')
    assert.deepEqual([...serves], [1, 1, 1, 0])
    assert.equal(breadth, 3)
    assert.deepEqual([...speaks], [1, 0, 1, 0])
    assert.equal(home, 0)
  })

  it('is of the desk’s concerns those that who sits there can do', () => {
    const { serves, breadth } = open('2', { skills: concerns('letter', 'asylum') })
    assert.deepEqual([...serves], [0, 1, 0, 0])
    assert.equal(breadth, 1)
  })

  it('is everything the desk does where who sits there named no skill, or none of the desk’s', () => {
    assert.deepEqual([...open('1', { skills: [] }).serves], [1, 1, 0, 0])
    assert.deepEqual([...open('1', { skills: concerns('asylum') }).serves], [1, 1, 0, 0])
  })

  it('speaks the languages of who sits there instead of those of the pack', () => {
    assert.deepEqual([...open('1', { languages: ['uk', 'xx'] }).speaks], [0, 0, 0, 1])
    assert.deepEqual([...open('1', { languages: [] }).speaks], [0, 0, 0, 0])
  })

  it('is nothing at all for a desk that the pack does not have', () => {
    const { serves, breadth, unit: home } = open('17')
    assert.deepEqual([...serves], [0, 0, 0, 0])
    assert.equal(breadth, 0)
    assert.equal(home, -2, 'no unit that anybody could be passed on to')
  })
})

describe('the policies in numbers', () => {
  it('are those of the pack, in milliseconds', () => {
    assert.deepEqual(indexes.policy, {
      longestWait: 60 * MINUTE,
      promiseMargin: 10 * MINUTE,
      languageHeadStart: 8 * MINUTE,
    })
  })
})
