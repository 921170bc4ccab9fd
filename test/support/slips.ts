import type { Place } from './pack-copy.ts'

/** One slip of the pen in a pack, and how it must be told. */
export type Slip = {
  readonly sentence: string
  readonly place: Place
  readonly by: string
  readonly what: string
  readonly right: string
  /** What is left out for it; nothing when the part can do without the wrong word. */
  readonly gone?: readonly string[]
}

export const HOUSE = 'premises/am-hauptbahnhof-5.yaml'
export const CENTRE = 'concerns/service-centre.yaml'
const YAML = 'valid YAML: quotes, brackets and the depth of lines decide'

const inConcern = (text: string): Place => ({ file: CENTRE, from: 'isc-deregistration:', text })
const CONCERN = ['concern isc-deregistration']

export const IN_CONCERNS: readonly Slip[] = [
  {
    sentence: 'a unit that does not exist',
    place: inConcern('unit: X-ISC'),
    by: 'unit: X-ICS',
    what: 'unit "X-ICS" does not exist',
    right: 'did you mean "X-ISC"?',
    gone: CONCERN,
  },
  {
    sentence: 'a paper that does not exist',
    place: inConcern('documents: [identity]'),
    by: 'documents: [identty]',
    what: 'document "identty" does not exist',
    right: 'did you mean "identity"?',
  },
  {
    sentence: 'minutes that do not rise',
    place: inConcern('minutes: [6, 10, 15]'),
    by: 'minutes: [10, 6, 15]',
    what: '"isc-deregistration.minutes" is wrong',
    right: 'three rising numbers: least, usual, most',
    gone: CONCERN,
  },
  {
    sentence: 'minutes below nothing',
    place: inConcern('minutes: [6, 10, 15]'),
    by: 'minutes: [-6, 10, 15]',
    what: '"isc-deregistration.minutes.0" cannot be -6',
    right: 'three rising numbers: least, usual, most',
    gone: CONCERN,
  },
  {
    sentence: 'a list where a word belongs',
    place: inConcern('interpreter: lay'),
    by: 'interpreter: [lay]',
    what: '"isc-deregistration.interpreter" is wrong',
    right: 'one of lay, professional, sworn',
    gone: CONCERN,
  },
  {
    sentence: 'a channel that is none',
    place: inConcern('channel: counter'),
    by: 'channel: phone',
    what: '"isc-deregistration.channel" cannot be "phone"',
    right: 'one of counter, both, appointment, online',
    gone: CONCERN,
  },
  {
    sentence: 'a misspelt name, so that nothing meant to be discreet gets public',
    place: inConcern('privacy: normal'),
    by: 'discret: true\n  privacy: normal',
    what: '"isc-deregistration.discret" means nothing here',
    right: 'did you mean "discreet"?',
    gone: CONCERN,
  },
  {
    sentence: 'another place that does not exist',
    place: inConcern('privacy: normal'),
    by: 'elsewhere: buergerburo\n  privacy: normal',
    what: 'place "buergerburo" does not exist',
    right: 'did you mean "buergerbuero"?',
  },
  {
    sentence: 'a colon in a text without quotes',
    place: inConcern('title: "Abmelden: Umzug ins Ausland"'),
    by: 'title: Abmelden: Umzug ins Ausland',
    what: 'Nested mappings are not allowed in compact mappings',
    right: YAML,
    gone: CONCERN,
  },
]

const inDesk = (text: string): Place => ({ file: HOUSE, from: 'platz-3:', text })

export const IN_HOUSES: readonly Slip[] = [
  {
    sentence: 'a bracket that is not closed',
    place: inDesk(', languages: [de, pl, en] }'),
    by: ', languages: [de, pl, en]',
    what: 'Flow map in block collection must be sufficiently indented and end with a }',
    right: YAML,
    gone: ['desk platz-3'],
  },
  {
    sentence: 'a desk of a unit that does not exist',
    place: inDesk('units: [X-ISC]'),
    by: 'units: [X-ISCC]',
    what: 'unit "X-ISCC" does not exist',
    right: 'did you mean "X-ISC"?',
    gone: ['desk platz-3'],
  },
  {
    sentence: 'a desk without a place on the plan',
    place: inDesk('at: [11.4, 11]'),
    by: 'at: [11.4]',
    what: '"desks.platz-3.at" is wrong',
    right: 'two numbers such as [3.5, 11]',
    gone: ['desk platz-3'],
  },
  {
    sentence: 'a desk in a language nobody speaks',
    place: inDesk('languages: [de, pl, en]'),
    by: 'languages: [de, pll, en]',
    what: 'language "pll" does not exist',
    right: 'did you mean "pl"?',
  },
  {
    sentence: 'a desk in a corner to which no way leads',
    place: inDesk('way: left'),
    by: 'way: lefft',
    what: 'way "lefft" does not exist',
    right: 'did you mean "left"?',
  },
  {
    sentence: 'a concern that does not exist at a desk',
    place: { file: HOUSE, from: 'zimmer-11:', text: 'also: [rn-separation]' },
    by: 'also: [rn-separatoin]',
    what: 'concern "rn-separatoin" does not exist',
    right: 'did you mean "rn-separation"?',
  },
  {
    sentence: 'a partner that does not exist',
    place: { file: HOUSE, from: 'platz-17:', text: 'partner: caritas' },
    by: 'partner: charitas',
    what: 'partner "charitas" does not exist',
    right: 'did you mean "caritas"?',
    gone: ['desk platz-17'],
  },
  {
    sentence: 'a desk that does not exist on a display',
    place: { file: HOUSE, from: 'displays:', text: 'desks: [zimmer-9' },
    by: 'desks: [zimmer-99',
    what: 'desk "zimmer-99" does not exist',
    right: 'did you mean "zimmer-9"?',
  },
  {
    sentence: 'a display that shows something else than desks',
    place: { file: HOUSE, from: 'displays:', text: 'desks: all' },
    by: 'desks: some',
    what: '"displays.halle.desks" cannot be "some"',
    right: 'the word all, or a list of desks',
    gone: ['display halle'],
  },
  {
    sentence: 'a terminal without a place',
    place: { file: HOUSE, from: 'kiosk-2:', text: ', at: [13, 3]' },
    by: '',
    what: '"kiosks.kiosk-2.at" is missing',
    right: 'two numbers such as [3.5, 11]',
    gone: ['kiosk kiosk-2'],
  },
]

export const IN_THE_REST: readonly Slip[] = [
  {
    sentence: 'a unit of a pillar that does not exist',
    place: { file: 'city.yaml', from: '  C-AC:', text: 'pillar: central' },
    by: 'pillar: centrall',
    what: 'pillar "centrall" does not exist',
    right: 'did you mean "central"?',
  },
  {
    sentence: 'a service centre that is no unit',
    place: { file: 'city.yaml', text: 'service_centre: X-ISC' },
    by: 'service_centre: X-ICS',
    what: 'unit "X-ICS" does not exist',
    right: 'did you mean "X-ISC"?',
  },
  {
    sentence: 'a time that is none',
    place: { file: 'city.yaml', text: '{ weekday: 2, from: "08:30"' },
    by: '{ weekday: 2, from: "8.30"',
    what: '"hours.2.from" cannot be "8.30"',
    right: 'a time such as "08:30"',
    gone: ['hours 2 08:30'],
  },
  {
    sentence: 'hours that end before they begin',
    place: { file: 'city.yaml', text: '{ weekday: 2, from: "08:30", to: "12:00" }' },
    by: '{ weekday: 2, from: "08:30", to: "08:00" }',
    what: '"hours.2.to" cannot be "08:00"',
    right: 'an end after the beginning',
    gone: ['hours 2 08:30'],
  },
  {
    sentence: 'a state whose holidays nobody knows',
    place: { file: 'city.yaml', text: 'state: NW' },
    by: 'state: NRW',
    what: 'the holidays of "NRW" are not known',
    right: 'did you mean "NW"?',
  },
  {
    sentence: 'a name in city.yaml that means nothing',
    place: { file: 'city.yaml', text: 'closures: [' },
    by: 'closure: []\nclosures: [',
    what: '"closure" means nothing here',
    right: 'did you mean "closures"?',
  },
  {
    sentence: 'a need that does not exist',
    place: { file: 'policies.yaml', text: '  standing: 15' },
    by: '  standin: 15',
    what: 'need "standin" does not exist',
    right: 'did you mean "standing"?',
  },
  {
    sentence: 'a concern in the guide that does not exist',
    place: { file: 'guide.yaml', text: 'isc-docs-submit' },
    by: 'isc-doc-submit',
    what: 'concern "isc-doc-submit" does not exist',
    right: 'did you mean "isc-docs-submit"?',
  },
  {
    sentence: 'a partner at a desk that does not exist',
    place: { file: 'partners.yaml', from: 'caritas:', text: 'desk: platz-17' },
    by: 'desk: platz-177',
    what: 'desk "platz-177" does not exist',
    right: 'did you mean "platz-17"?',
  },
  {
    sentence: 'a partner on an eighth day of the week',
    place: { file: 'partners.yaml', from: 'diakonie:', text: 'weekday: 1' },
    by: 'weekday: 8',
    what: '"diakonie.presence.0.weekday" cannot be 8',
    right: '1 (Monday) to 7 (Sunday)',
    gone: ['partner diakonie'],
  },
  {
    sentence: 'a member of staff with a role that is none',
    place: { file: 'staff.yaml', from: 'paul:', text: 'role: clerk' },
    by: 'role: clark',
    what: '"paul.role" cannot be "clark"',
    right: 'one of clerk, reception, lead, coordinator, head, partner',
    gone: ['staff paul'],
  },
  {
    sentence: 'a text for a unit that does not exist',
    place: { file: 'texts/ar.yaml', from: '\nunits:', text: '  C-AC:' },
    by: '  C-ACC: "…"\n  C-AC:',
    what: 'unit "C-ACC" does not exist',
    right: 'did you mean "C-AC"?',
  },
  {
    sentence: 'a number where a text belongs',
    place: { file: 'texts/ar.yaml', from: '\nlandmarks:', text: '  water: "ماء"' },
    by: '  water: 5',
    what: '"landmarks.water" cannot be 5',
    right: 'a text, in quotes if need be',
  },
  {
    sentence: 'a question at a concern that does not exist',
    place: { file: 'traps.yaml', text: 'at: [rn-nat-apply]' },
    by: 'at: [rn-nat-aply]',
    what: 'concern "rn-nat-aply" does not exist',
    right: 'did you mean "rn-nat-apply"?',
  },
  {
    sentence: 'an answer that leads to a place that does not exist',
    place: { file: 'traps.yaml', text: 'place: buergerbuero, advice' },
    by: 'place: burgerbuero, advice',
    what: 'place "burgerbuero" does not exist',
    right: 'did you mean "buergerbuero"?',
  },
  {
    sentence: 'an answer that leads to the next question',
    place: { file: 'traps.yaml', text: 'concern: ar-redistribution' },
    by: 'concern: ar-arrival',
    what: 'the answer leads to "ar-arrival", which asks again',
    right: 'a concern without a question of its own',
  },
  {
    sentence: 'a question that holds from a day that is none',
    place: { file: 'traps.yaml', text: 'from: "2026-07-01"' },
    by: 'from: "2026-17-01"',
    what: '"questions.arrived.from" cannot be "2026-17-01"',
    right: 'a day of the calendar such as "2026-12-24"',
  },
  {
    sentence: 'a search word of a concern that does not exist',
    place: { file: 'search/tr.yaml', text: 'isc-status:' },
    by: 'isc-statos:',
    what: 'concern "isc-statos" does not exist',
    right: 'did you mean "isc-status"?',
  },
  {
    sentence: 'independent help that does not exist',
    place: { file: 'concerns/social-work.yaml', from: 'sw-violence:', text: 'frauenberatung' },
    by: 'frauenberatng',
    what: 'partner "frauenberatng" does not exist',
    right: 'did you mean "frauenberatung"?',
  },
]
