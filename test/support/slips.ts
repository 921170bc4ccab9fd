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
