import { z } from 'zod'
import type { City, Premises } from '../rules/city.ts'
import type { ConcernFee } from '../rules/fees.ts'
import type { PackTexts } from '../rules/texts.ts'
import { fitEach, fitFile, knownKeys } from './reading.ts'
import { placeTextShape, textsShape } from './shapes.ts'
import { filesIn, type Mistakes, readSource, type Source } from './source.ts'

type Bare = Omit<City, 'texts' | 'sounds'>

/** Reads the pack's texts in every language there is a file for. German titles come from where they are defined. */
export function readTexts(folder: string, city: Bare, mistakes: Mistakes): Record<string, PackTexts> {
  const texts: Record<string, PackTexts> = {}
  const names = namesOf(city)
  const chosen = new Set([...city.fees.concerns.values()].flatMap(chosenFees))
  for (const file of filesIn(folder, 'texts')) {
    const source = readSource(folder, { file, entries: SECTIONS }, mistakes)
    const read = readLanguage(source, mistakes)
    if (!read) continue
    checkNames(read, { source, names, chosen }, mistakes)
    if (read.language === 'de') checkGerman(read, { source, names, chosen }, mistakes)
    texts[read.language] = read.language === 'de' ? withTitles(read, city) : read
  }
  return texts
}

/** One language; a text that is none falls away alone. */
function readLanguage(source: Source, mistakes: Mistakes): PackTexts | null {
  const raw = fitFile(textsShape, source, mistakes)
  if (!raw) return null
  const each = <T>(shape: z.ZodType<T>, section: Section): Record<string, T> => {
    const at = { source, path: [section], value: raw[section], kind: 'text' }
    return Object.fromEntries(fitEach(shape, at, mistakes))
  }
  const words = (section: Section) => each(z.string(), section)
  return {
    language: raw.language,
    state: raw.state,
    house_name: raw.house_name,
    concerns: words('concerns'),
    documents: words('documents'),
    topics: words('topics'),
    groups: words('groups'),
    places: each(placeTextShape, 'places'),
    questions: words('questions'),
    answers: words('answers'),
    advice: words('advice'),
    partners: words('partners'),
    ways: words('ways'),
    desks: words('desks'),
    stations: words('stations'),
    checks: words('checks'),
    units: words('units'),
    landmarks: words('landmarks'),
    calm: words('calm'),
    fees: words('fees'),
  }
}

const withTitles = (texts: PackTexts, city: Bare): PackTexts => ({
  ...texts,
  concerns: Object.fromEntries(city.concerns.map((concern) => [concern.id, concern.title])),
  documents: city.documents,
  partners: Object.fromEntries(city.partners.map((partner) => [partner.id, partner.about])),
})

/** Sections that must have a German word for every name; the others stand where their things are defined. */
const NEEDED = [
  'topics',
  'groups',
  'places',
  'questions',
  'answers',
  'advice',
  'ways',
  'desks',
  'stations',
  'checks',
  'units',
  'landmarks',
  'calm',
  'fees',
] as const
const SECTIONS = [...NEEDED, 'concerns', 'documents', 'partners'] as const
type Section = (typeof SECTIONS)[number]

type Names = Readonly<Record<Section, ReadonlySet<string>>>
type Checked = { readonly source: Source; readonly names: Names; readonly chosen: ReadonlySet<string> }

const KINDS = {
  topics: 'topic',
  groups: 'group',
  places: 'place',
  questions: 'question',
  answers: 'answer',
  advice: 'advice',
  partners: 'partner',
  ways: 'way',
  desks: 'kind of desk',
  stations: 'station',
  checks: 'check',
  units: 'unit',
  landmarks: 'landmark',
  calm: 'calm text',
  fees: 'fee',
  concerns: 'concern',
  documents: 'document',
} as const satisfies Record<Section, string>

/** Texts named after a thing inside another: they fall away with it. */
const PARENTS: Partial<Record<Section, string>> = { groups: 'topic', answers: 'question' }

/** Every name that a text can belong to. */
function namesOf(city: Bare): Names {
  const houses = [city.premises, ...city.otherPremises]
  const desks = houses.flatMap((house) => house.desks)
  return {
    topics: new Set(city.guide.map((topic) => topic.id)),
    groups: new Set(city.guide.flatMap((topic) => topic.groups.map((group) => `${topic.id}/${group.id}`))),
    places: new Set(city.places.map((place) => place.id)),
    questions: new Set(city.traps.questions.map((question) => question.id)),
    answers: new Set(
      city.traps.questions.flatMap(({ id, answers }) => answers.map((one) => `${id}/${one.id}`)),
    ),
    advice: new Set(city.traps.advice.map((advice) => advice.id)),
    partners: new Set(city.partners.map((partner) => partner.id)),
    ways: new Set(houses.flatMap(waysOf)),
    desks: new Set(['desk', 'room', ...desks.map((desk) => desk.kind)]),
    stations: new Set(['desk', ...city.stations.map((station) => station.id)]),
    checks: new Set(city.concerns.flatMap((concern) => concern.checks)),
    units: new Set(city.units.map((unit) => unit.id)),
    landmarks: new Set(houses.flatMap((house) => house.landmarks.map((mark) => mark.id))),
    calm: new Set(houses.flatMap((house) => house.calm.map((one) => one.id))),
    fees: new Set(city.fees.positions.map((position) => position.id)),
    concerns: new Set(city.concerns.map((concern) => concern.id)),
    documents: new Set(Object.keys(city.documents)),
  }
}

/** The fees a visitor chooses from: only these have names of their own. */
const chosenFees = ({ positions, deskDecides }: ConcernFee): string[] =>
  positions.length > 1 && !deskDecides ? positions.map((position) => position.id) : []

/** The ways a house draws; a house that draws none has those of its desks. */
const waysOf = ({ ways, desks }: Premises): string[] =>
  Object.keys(ways).length > 0 ? Object.keys(ways) : desks.map((desk) => desk.way)

/** A text that belongs to nothing is mostly a name that is spelt wrong. */
function checkNames(texts: PackTexts, { source, names }: Checked, mistakes: Mistakes): void {
  for (const section of SECTIONS) {
    const at = { existing: names[section], source, path: [section], kind: KINDS[section] }
    const keys = Object.keys(texts[section])
    const parent = PARENTS[section]
    const ofThoseThere = keys.filter((key) => !mistakes.leftOut.has(`${parent} ${key.split('/')[0]}`))
    knownKeys(parent ? ofThoseThere : keys, at, mistakes)
  }
}

/** What has no German word would be shown by its name. */
function checkGerman(texts: PackTexts, { source, names, chosen }: Checked, mistakes: Mistakes): void {
  for (const section of NEEDED) {
    for (const name of section === 'fees' ? chosen : names[section]) {
      if (Object.hasOwn(texts[section], name)) continue
      const what = `the ${KINDS[section]} "${name}" has no German text`
      mistakes.add(source, [section], { what, right: `a line "${name}: …" under ${section}` })
    }
  }
}
