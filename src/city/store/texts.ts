import { z } from 'zod'
import type { City, PackTexts, Premises } from '../rules/city.ts'
import { fitEach, fitFile, knownKeys } from './reading.ts'
import { placeTextShape, textsShape } from './shapes.ts'
import { filesIn, type Mistakes, readSource, type Source } from './source.ts'

type Bare = Omit<City, 'texts' | 'sounds'>

/** Reads the pack's texts in every language there is a file for. German titles come from where they are defined. */
export function readTexts(folder: string, city: Bare, mistakes: Mistakes): Record<string, PackTexts> {
  const texts: Record<string, PackTexts> = {}
  const names = namesOf(city)
  for (const file of filesIn(folder, 'texts')) {
    const source = readSource(folder, { file, entries: SECTIONS }, mistakes)
    const read = readLanguage(source, mistakes)
    if (!read) continue
    checkNames(read, { source, names }, mistakes)
    if (read.language === 'de') checkGerman(read, { source, names }, mistakes)
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
    ways: words('ways'),
    desks: words('desks'),
    units: words('units'),
    landmarks: words('landmarks'),
    calm: words('calm'),
  }
}

const withTitles = (texts: PackTexts, city: Bare): PackTexts => ({
  ...texts,
  concerns: Object.fromEntries(city.concerns.map((concern) => [concern.id, concern.title])),
  documents: city.documents,
})

/** Sections that must have a German word for every name; titles of concerns and papers stand where they are defined. */
const NEEDED = ['topics', 'groups', 'places', 'ways', 'desks', 'units', 'landmarks', 'calm'] as const
const SECTIONS = [...NEEDED, 'concerns', 'documents'] as const
type Section = (typeof SECTIONS)[number]

type Names = Readonly<Record<Section, ReadonlySet<string>>>
type Checked = { readonly source: Source; readonly names: Names }

const KINDS = {
  topics: 'topic',
  groups: 'group',
  places: 'place',
  ways: 'way',
  desks: 'kind of desk',
  units: 'unit',
  landmarks: 'landmark',
  calm: 'calm text',
  concerns: 'concern',
  documents: 'document',
} as const satisfies Record<Section, string>

/** Every name that a text can belong to. */
function namesOf(city: Bare): Names {
  const houses = [city.premises, ...city.otherPremises]
  const desks = houses.flatMap((house) => house.desks)
  return {
    topics: new Set(city.guide.map((topic) => topic.id)),
    groups: new Set(city.guide.flatMap((topic) => topic.groups.map((group) => `${topic.id}/${group.id}`))),
    places: new Set(city.places.map((place) => place.id)),
    ways: new Set(houses.flatMap(waysOf)),
    desks: new Set(['desk', 'room', ...desks.map((desk) => desk.kind)]),
    units: new Set(city.units.map((unit) => unit.id)),
    landmarks: new Set(houses.flatMap((house) => house.landmarks.map((mark) => mark.id))),
    calm: new Set(houses.flatMap((house) => house.calm.map((one) => one.id))),
    concerns: new Set(city.concerns.map((concern) => concern.id)),
    documents: new Set(Object.keys(city.documents)),
  }
}

/** The ways a house draws; a house that draws none has those of its desks. */
const waysOf = ({ ways, desks }: Premises): string[] =>
  Object.keys(ways).length > 0 ? Object.keys(ways) : desks.map((desk) => desk.way)

/** A text that belongs to nothing is mostly a name that is spelt wrong. */
function checkNames(texts: PackTexts, { source, names }: Checked, mistakes: Mistakes): void {
  for (const section of SECTIONS) {
    const at = { existing: names[section], source, path: [section], kind: KINDS[section] }
    const keys = Object.keys(texts[section])
    const ofThoseThere = keys.filter((key) => !mistakes.leftOut.has(`topic ${key.split('/')[0]}`))
    knownKeys(section === 'groups' ? ofThoseThere : keys, at, mistakes)
  }
}

/** What has no German word would be shown by its name. */
function checkGerman(texts: PackTexts, { source, names }: Checked, mistakes: Mistakes): void {
  for (const section of NEEDED) {
    for (const name of names[section]) {
      if (Object.hasOwn(texts[section], name)) continue
      const what = `the ${KINDS[section]} "${name}" has no German text`
      mistakes.add(source, [section], { what, right: `a line "${name}: …" under ${section}` })
    }
  }
}
