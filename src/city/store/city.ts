import type { z } from 'zod'
import { id } from '../../kernel/index.ts'
import type {
  City,
  Concern,
  GuideTopic,
  Mistake,
  Partner,
  Place,
  Policies,
  Premises,
  StaffMember,
  Unit,
} from '../rules/city.ts'
import { readConcerns } from './concerns.ts'
import { readPremises } from './premises.ts'
import { fit, fitEach, known } from './reading.ts'
import {
  cityShape,
  hoursShape,
  partnerShape,
  placeShape,
  policiesShape,
  staffShape,
  topicShape,
  unitShape,
} from './shapes.ts'
import { filesIn, type Mistakes, makeMistakes, readSource, type Source } from './source.ts'
import { readTexts } from './texts.ts'

export type ReadCity = { readonly city: City | null; readonly mistakes: readonly Mistake[] }

/** Reads a pack. What is wrong is named with file and line; one broken part removes only itself. Never throws on content. */
export function readCity(folder: string): ReadCity {
  const mistakes = makeMistakes()
  const source = readSource(folder, 'city.yaml', mistakes)
  const base = fit(cityShape, { source, path: [], value: source.value }, mistakes)
  const policies = readPolicies(folder, mistakes)
  if (!base || !policies) return { city: null, mistakes: [...mistakes.list, nothing(source)] }
  const units = new Map([...fitEach(unitShape, { source, path: ['units'], value: base.units }, mistakes)])
  const documentSource = readSource(folder, 'documents.yaml', mistakes)
  const documents = asWords(documentSource.value)
  const placeSource = readSource(folder, 'places.yaml', mistakes)
  const places = fitEach(placeShape, { source: placeSource, path: [], value: placeSource.value }, mistakes)
  const concerns = readConcerns(
    folder,
    { units, documents: new Set(Object.keys(documents)), places },
    mistakes,
  )
  const partners = readPartners(folder, mistakes)
  const around = {
    concerns,
    units,
    partners: new Map(partners.map((p) => [p.id, p])),
    serviceCentre: base.service_centre,
  }
  const houses = filesIn(folder, 'premises').flatMap(
    (file) =>
      readPremises({ name: nameOf(file), source: readSource(folder, file, mistakes) }, around, mistakes) ??
      [],
  )
  const premises = houses.find((house) => house.id === base.premises)
  if (!premises) {
    const right = `one of ${houses.map((house) => house.id).join(', ')}`
    mistakes.add(source, ['premises'], {
      what: `premises "${base.premises}" do not exist`,
      right,
      weight: 'whole',
    })
    return { city: null, mistakes: mistakes.list }
  }
  const parts: Parts = { concerns, documents, places, partners, premises, houses, policies }
  const city = assemble({ base, folder, source, units, parts }, mistakes)
  return { city, mistakes: mistakes.list }
}

type Parts = {
  concerns: Concern[]
  documents: Record<string, string>
  places: Map<string, z.infer<typeof placeShape>>
  partners: Partner[]
  premises: Premises
  houses: Premises[]
  policies: Policies
}

function assemble(
  {
    base,
    folder,
    source,
    units,
    parts,
  }: {
    base: z.infer<typeof cityShape>
    folder: string
    source: Source
    units: Map<string, z.infer<typeof unitShape>>
    parts: Parts
  },
  mistakes: Mistakes,
): City {
  const hours = base.hours.flatMap(
    (value, i) => fit(hoursShape, { source, path: ['hours', i], value }, mistakes) ?? [],
  )
  return {
    id: base.id,
    name: base.name,
    zone: base.zone,
    languages: base.languages,
    spokenLanguages: Object.entries(base.spoken_languages).map(([code, name]) => ({ code, name })),
    department: base.department,
    pillars: Object.entries(base.pillars).map(([pillar, { name }]) => ({ id: pillar, name })),
    units: [...units].map(([unit, value]): Unit => ({ id: id<'unit'>(unit), ...value })),
    serviceCentre: id<'unit'>(base.service_centre),
    premises: parts.premises,
    otherPremises: parts.houses.filter((house) => house !== parts.premises),
    hours,
    closures: base.closures,
    holidays: base.holidays,
    concerns: parts.concerns,
    documents: parts.documents,
    guide: readGuide(folder, parts.concerns, mistakes),
    places: [...parts.places].map(([place, value]): Place => ({ id: place, ...value })),
    partners: parts.partners,
    staff: readStaff(folder, { units, concerns: parts.concerns }, mistakes),
    policies: parts.policies,
    texts: readTexts(folder, parts, mistakes),
  }
}

const nothing = (source: Source): Mistake => ({
  file: source.file,
  line: 1,
  what: 'without city.yaml and policies.yaml nothing can run',
  right: 'both files without mistakes',
  weight: 'whole',
})

const nameOf = (file: string): string => file.replace(/^.*\//, '').replace(/\.yaml$/, '')

const asWords = (value: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(value ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )

function readPolicies(folder: string, mistakes: Mistakes): Policies | null {
  const source = readSource(folder, 'policies.yaml', mistakes)
  const raw = fit(policiesShape, { source, path: [], value: source.value }, mistakes)
  if (!raw) return null
  const [low, typical, high] = raw.note_minutes
  return {
    longestWaitMinutes: raw.longest_wait_minutes,
    promiseMarginMinutes: raw.promise_margin_minutes,
    repeatCalls: raw.repeat_calls,
    recallPauseMinutes: raw.recall_pause_minutes,
    bufferMinutes: raw.buffer_minutes,
    passDeadlineMinutes: raw.pass_deadline_minutes,
    undoMinutes: raw.undo_minutes,
    noteMinutes: { low, typical, high },
    headStartMinutes: { urgent: 0, language: 0, ...raw.head_start_minutes },
  }
}

function readPartners(folder: string, mistakes: Mistakes): Partner[] {
  const source = readSource(folder, 'partners.yaml', mistakes)
  return [...fitEach(partnerShape, { source, path: [], value: source.value }, mistakes)].map(
    ([name, raw]) => ({
      id: name,
      name: raw.name,
      about: raw.about,
      example: raw.example,
      presence: raw.presence.map((span) => ({ ...span, desk: id<'desk'>(span.desk) })),
    }),
  )
}

function readGuide(folder: string, concerns: readonly Concern[], mistakes: Mistakes): GuideTopic[] {
  const source = readSource(folder, 'guide.yaml', mistakes)
  const existing = new Set(concerns.map((concern) => concern.id as string))
  return [...fitEach(topicShape, { source, path: [], value: source.value }, mistakes)].map(
    ([topic, raw]) => ({
      id: topic,
      icon: raw.icon,
      groups: Object.entries(raw.groups).map(([group, names]) => ({
        id: group,
        concerns: known(
          names,
          { existing, source, path: [topic, 'groups', group], kind: 'concern' },
          mistakes,
        ).map(id<'concern'>),
      })),
    }),
  )
}

function readStaff(
  folder: string,
  around: { units: ReadonlyMap<string, unknown>; concerns: readonly Concern[] },
  mistakes: Mistakes,
): StaffMember[] {
  const source = readSource(folder, 'staff.yaml', mistakes)
  const existing = new Set(around.concerns.map((concern) => concern.id as string))
  return [...fitEach(staffShape, { source, path: [], value: source.value }, mistakes)].map(([name, raw]) => ({
    id: name,
    firstName: raw.first_name,
    role: raw.role,
    units: known(
      raw.units,
      { existing: around.units, source, path: [name, 'units'], kind: 'unit' },
      mistakes,
    ).map(id<'unit'>),
    skills: known(raw.skills, { existing, source, path: [name, 'skills'], kind: 'concern' }, mistakes).map(
      id<'concern'>,
    ),
    languages: raw.languages,
  }))
}
