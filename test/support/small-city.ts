import type { City, Concern, Desk } from '../../src/city/index.ts'
import { id } from '../../src/kernel/index.ts'

const spread = { low: 4, typical: 6, high: 10 }

const concern = (name: string, more: Partial<Concern>): Omit<Concern, 'index'> => ({
  id: id<'concern'>(name),
  title: name,
  unit: id<'unit'>('front'),
  channel: 'counter',
  minutes: spread,
  documents: [],
  interpreter: 'lay',
  discreet: false,
  urgent: false,
  simple: true,
  legalBasis: [],
  fee: { eur: null, note: null },
  privacy: 'anonymous-ok',
  partners: [],
  confidence: 'high',
  sources: [],
  ...more,
})

const desk = (name: string, unit: string, more: Partial<Desk>): Desk => ({
  id: id<'desk'>(name),
  name: `Platz ${name}`,
  kind: 'desk',
  label: name,
  way: 'left',
  unit: id<'unit'>(unit),
  concerns: [],
  languages: ['de'],
  at: { x: 0, y: 0 },
  room: false,
  ...more,
})

const concerns = [
  concern('card', {}),
  concern('letter', {}),
  concern('money', { unit: id<'unit'>('money'), urgent: true }),
  concern('asylum', { unit: id<'unit'>('asylum') }),
].map((one, index): Concern => ({ ...one, index }))
const ids = (...names: string[]) => names.map((name) => id<'concern'>(name))
const unit = (name: string) => ({ id: id<'unit'>(name), name, pillar: 'all', discreet: false })

/** An office small enough to know by heart: three units, four concerns, five desks, four languages. */
export const smallCity: City = {
  id: 'small',
  name: 'Small',
  zone: 'Europe/Berlin',
  languages: ['de'],
  spokenLanguages: ['de', 'ar', 'tr', 'uk'].map((code) => ({ code, name: code })),
  department: 'All',
  pillars: [{ id: 'all', name: 'All' }],
  units: [unit('front'), unit('asylum'), unit('money')],
  serviceCentre: id<'unit'>('front'),
  premises: {
    id: 'house',
    name: 'House',
    address: 'Street 1',
    example: true,
    size: { width: 20, depth: 10 },
    seats: 10,
    entrance: { x: 0, y: 0 },
    ways: {},
    desks: [
      desk('1', 'front', { concerns: ids('card', 'letter'), languages: ['de', 'ar'] }),
      desk('2', 'front', { concerns: ids('card', 'letter', 'money'), languages: ['de', 'tr'] }),
      desk('3', 'front', { concerns: ids('card') }),
      desk('8', 'asylum', { concerns: ids('asylum') }),
      desk('9', 'money', { concerns: ids('money') }),
    ],
    kiosks: [],
    displays: [],
    landmarks: [],
  },
  otherPremises: [],
  hours: [],
  closures: [],
  holidays: { country: 'DE', state: 'NW' },
  concerns,
  documents: {},
  guide: [],
  places: [],
  partners: [],
  staff: [],
  policies: {
    longestWaitMinutes: 60,
    promiseMarginMinutes: 10,
    repeatCalls: 3,
    recallPauseMinutes: 5,
    bufferMinutes: 1,
    passDeadlineMinutes: 20,
    undoMinutes: 3,
    noteMinutes: { low: 2, typical: 3, high: 5 },
    headStartMinutes: { urgent: 30, language: 8, standing: 15, child: 10, minor: 120 },
  },
  texts: {},
}
