import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { smallCity } from '../../../test/support/small-city.ts'
import { id, instant, plusMinutes } from '../../kernel/index.ts'
import { closedDesk } from './desk.ts'
import { type Helper, type HelpQuestion, helpWanted } from './help.ts'
import { asWaiting, deskSkills, makeIndexes } from './indexes.ts'

const TEN = instant(Date.parse('2026-11-23T09:00:00Z'))
const indexes = makeIndexes(
  smallCity,
  smallCity.concerns.map((concern) => concern.minutes),
)
const waiting = (concern: string, minutes: number, more: { restsMinutes?: number } = {}) =>
  asWaiting(indexes, {
    id: id<'visit'>(`${concern} ${minutes}`),
    concerns: [id<'concern'>(concern)],
    arrivedAt: plusMinutes(TEN, -minutes),
    callableFrom: more.restsMinutes ? plusMinutes(TEN, more.restsMinutes) : null,
    spokenLanguage: 'de',
    needs: [],
    pass: null,
    route: [],
    stop: 0,
    awaySince: null,
    unit: indexes.homeUnit[indexes.concernIndex.get(concern) ?? 0] ?? id<'unit'>(''),
  })
const helper = (name: string, more: Partial<Helper> = {}): Helper => ({
  id: id<'desk'>(name),
  skills: deskSkills(indexes, { ...closedDesk(id<'desk'>(name), TEN), open: true }),
  place: 'back',
  busy: false,
  wanted: false,
  knows: new Set(),
  ...more,
})
const ask = (more: Partial<HelpQuestion>) =>
  helpWanted({
    waiting: [waiting('card', 55)],
    desks: [helper('1')],
    moment: { now: TEN, policy: indexes.policy },
    withinMinutes: 10,
    minutesTo: () => 20,
    ...more,
  })

describe('"please help at the front"', () => {
  it('is said when somebody would pass the longest wait before the desks that are there call her', () => {
    assert.deepEqual(ask({})?.desks, ['1'])
    assert.deepEqual(ask({ minutesTo: () => null })?.desks, ['1'], 'no desk there can serve her at all')
  })

  it('is not said while the promise holds', () => {
    assert.equal(ask({ minutesTo: () => 4 }), null, 'she is called in time')
    assert.equal(ask({ waiting: [waiting('card', 45)] }), null, 'there is time yet')
    assert.equal(
      ask({ waiting: [waiting('card', 58, { restsMinutes: 3 })] }),
      null,
      'she was not there when called',
    )
    assert.equal(ask({ waiting: [] }), null)
  })

  it('is said to whoever can do it, and to nobody on a break, busy, or needed at the own desk', () => {
    const desks = [
      helper('1'),
      helper('2', { place: 'away' }),
      helper('3', { busy: true }),
      helper('8'),
      helper('9', { place: 'front', knows: new Set([0]) }),
    ]
    assert.deepEqual(ask({ desks })?.desks, ['1', '9'])
    assert.deepEqual(
      ask({ desks: [helper('9', { place: 'front', knows: new Set([0]), wanted: true })] }),
      null,
    )
  })

  it('is said for one person at a time: the first whom somebody could help', () => {
    const both = [waiting('asylum', 58), waiting('card', 55)]
    assert.equal(ask({ waiting: both })?.visit.id, 'card 55')
    assert.equal(ask({ waiting: both, desks: [helper('1'), helper('8')] })?.visit.id, 'asylum 58')
  })
})
