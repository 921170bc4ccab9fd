import type { City, Concern, Desk } from '../../src/city/index.ts'
import { id } from '../../src/kernel/index.ts'

const ids = (...names: string[]) => names.map((name) => id<'concern'>(name))

/** What the rules of the hall read of a concern. */
const concerns = [
  { id: 'card', unit: 'front', urgent: false },
  { id: 'letter', unit: 'front', urgent: false },
  { id: 'money', unit: 'money', urgent: true },
  { id: 'asylum', unit: 'asylum', urgent: false },
].map(({ id: name, unit, urgent }, index) => {
  const minutes = { low: 4, typical: 6, high: 10 }
  const concern: Partial<Concern> = {
    id: id<'concern'>(name),
    index,
    unit: id<'unit'>(unit),
    urgent,
    minutes,
  }
  return concern as Concern
})

/** What they read of a desk. */
const desks = [
  { name: '1', unit: 'front', concerns: ids('card', 'letter'), languages: ['de', 'ar'] },
  { name: '2', unit: 'front', concerns: ids('card', 'letter', 'money'), languages: ['de', 'tr'] },
  { name: '3', unit: 'front', concerns: ids('card'), languages: ['de'] },
  { name: '8', unit: 'asylum', concerns: ids('asylum'), languages: ['de'] },
  { name: '9', unit: 'money', concerns: ids('money'), languages: ['de'] },
].map(({ name, unit, ...more }) => {
  const desk: Partial<Desk> = { id: id<'desk'>(name), unit: id<'unit'>(unit), ...more }
  return desk as Desk
})

const onlyDesks: Partial<City['premises']> = { desks }
const parts: Partial<City> = {
  concerns,
  stations: [],
  units: ['front', 'asylum', 'money'].map((name) => ({
    id: id<'unit'>(name),
    name,
    pillar: 'all',
    discreet: false,
  })),
  spokenLanguages: ['de', 'ar', 'tr', 'uk'].map((code) => ({ code, name: code })),
  premises: onlyDesks as City['premises'],
  policies: {
    longestWaitMinutes: 60,
    promiseMarginMinutes: 10,
    repeatCalls: 3,
    recallPauseMinutes: 5,
    bufferMinutes: 1,
    breakMinutes: 30,
    breakAfterMinutes: 300,
    helpWithinMinutes: 10,
    alarm: { responders: ['lead'], note: 'Call the house.', key: 'F8' },
    passDeadlineMinutes: 20,
    undoMinutes: 3,
    quietHours: [],
    noteMinutes: { low: 2, typical: 3, high: 5 },
    headStartMinutes: { urgent: 30, language: 8, standing: 15, child: 10, minor: 120 },
  },
}

/** An office small enough to know by heart, as far as the hall's rules look: three units, four concerns, five desks. */
export const smallCity = parts as City
