import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Instant, id, instant, plusMinutes } from '../../kernel/index.ts'
import { paceOf } from './pace.ts'
import type { JournalEntry, Step } from './visit.ts'

const NINE = instant(Date.parse('2026-11-23T08:00:00Z'))
const line = (
  visit: string,
  step: Step,
  more: { desk?: string; at?: Instant; concerns?: string[] },
): JournalEntry => ({
  at: more.at ?? plusMinutes(NINE, 10),
  visit: id<'visit'>(visit),
  step,
  from: 'serving',
  to: 'done',
  desk: id<'desk'>(more.desk ?? 'platz-1'),
  role: 'clerk',
  unit: id<'unit'>('X-ISC'),
  detail: { concerns: more.concerns ?? [] },
})
const pace = (entries: JournalEntry[]) =>
  paceOf(entries, {
    desk: id<'desk'>('platz-1'),
    since: NINE,
    spreadOf: (concern) => (concern === 'card' ? { low: 6, typical: 8, high: 10 } : undefined),
  })

describe('the own pace', () => {
  it('counts who was served at this desk since she sat down, and nobody else', () => {
    const entries = [
      line('a', 'finished', { concerns: ['card'] }),
      line('b', 'finished', { desk: 'platz-2' }),
      line('c', 'finished', { at: plusMinutes(NINE, -5) }),
      line('d', 'called', {}),
    ]
    assert.deepEqual(pace(entries), { people: 1, usual: { from: 6, to: 10 } })
  })

  it('does not count what was taken back', () => {
    assert.equal(pace([line('a', 'finished', {}), line('a', 'undone', {})]).people, 0)
  })

  it('says no usual minutes where no matter is known', () => {
    assert.deepEqual(pace([line('a', 'finished', { concerns: ['other'] })]), { people: 1, usual: null })
    assert.deepEqual(pace([]), { people: 0, usual: null })
  })
})
