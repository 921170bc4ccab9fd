import { z } from 'zod'
import { type ConcernId, id } from '../../kernel/index.ts'
import type { City, Mistake, Place, Premises, Unit } from '../rules/city.ts'
import { checkHolidays, readHours } from './calendar.ts'
import { readConcerns } from './concerns.ts'
import { readContact, readOtherWays } from './contact.ts'
import { readFees } from './fees.ts'
import { readGuide } from './guide.ts'
import { partnerSource, readPartners, readStaff, seated } from './people.ts'
import { readPolicies, withResponders } from './policies.ts'
import { readPremises } from './premises.ts'
import { fitEach, fitFile, known } from './reading.ts'
import { readSearchWords } from './search.ts'
import { cityShape, pillarShape, placeShape, stationShape, unitShape } from './shapes.ts'
import { readSounds } from './sounds.ts'
import { filesIn, type Mistakes, makeMistakes, readSource, type Source } from './source.ts'
import { readTexts } from './texts.ts'
import { readTraps } from './traps.ts'

export type ReadCity = { readonly city: City | null; readonly mistakes: readonly Mistake[] }

/** Reads a pack. What is wrong is named with file and line; one broken part removes only itself. Never throws on content. */
export function readCity(folder: string): ReadCity {
  const mistakes = makeMistakes()
  const source = readSource(folder, { file: 'city.yaml', entries: ['units', 'pillars'] }, mistakes)
  const base = fitFile(cityShape, source, mistakes)
  const policies = readPolicies(folder, mistakes)
  if (!base || !policies) return { city: null, mistakes: [...mistakes.list, nothing(source)] }
  const own = readOwn(base, source, mistakes)
  const things = readThings(folder, own, mistakes)
  const premises = choosePremises(things.houses, { name: base.premises, source }, mistakes)
  if (!premises) return { city: null, mistakes: mistakes.list }
  const { houses, concerns, partners, partnerList, ...rest } = things
  const answered = withResponders(policies, { folder, premises }, mistakes)
  const contact = readContact(base, { source, address: premises.address }, mistakes)
  const bare = { ...own, ...rest, contact, concerns, policies: answered, premises }
  const city = {
    ...bare,
    otherPremises: houses.filter((house) => house !== premises),
    partners: seated(partnerList, { source: partners, premises }, mistakes),
    orientation: readOrientation({ name: base.orientation, source }, { ...own, concerns }, mistakes),
    guide: readGuide(folder, concerns, mistakes),
    traps: readTraps(folder, bare, mistakes),
    search: readSearchWords(folder, concerns, mistakes),
    staff: readStaff(folder, bare, mistakes),
  }
  const texts = readTexts(folder, city, mistakes)
  return { city: { ...city, texts, sounds: readSounds(folder) }, mistakes: mistakes.list }
}

type Base = z.infer<typeof cityShape>
type Own = ReturnType<typeof readOwn>

/** What `city.yaml` says, held against itself. */
function readOwn(base: Base, source: Source, mistakes: Mistakes) {
  const each = <T>(shape: z.ZodType<T>, kind: 'pillar' | 'unit') =>
    fitEach(shape, { source, path: [`${kind}s`], value: base[`${kind}s`], kind }, mistakes)
  const pillars = each(pillarShape, 'pillar')
  const units = [...each(unitShape, 'unit')].map(([unit, value]): Unit => {
    const path = ['units', unit, 'pillar']
    known([value.pillar], { existing: pillars, source, path, kind: 'pillar' }, mistakes)
    return { id: id<'unit'>(unit), ...value }
  })
  const names = new Set<string>(units.map((unit) => unit.id))
  const naming = { existing: names, source, path: ['service_centre'], kind: 'unit' }
  const [centre] = known([base.service_centre], naming, mistakes)
  checkHolidays(base.holidays, source, mistakes)
  return {
    id: base.id,
    name: base.name,
    zone: base.zone,
    languages: base.languages,
    spokenLanguages: Object.entries(base.spoken_languages).map(([code, name]) => ({ code, name })),
    department: base.department,
    otherWays: readOtherWays(base, source, mistakes),
    pillars: [...pillars].map(([pillar, { name }]) => ({ id: pillar, name })),
    units,
    // Somebody must be there for those who do not know where to go: without a service centre the first unit.
    serviceCentre: id<'unit'>(centre ?? units[0]?.id ?? base.service_centre),
    hours: readHours(base.hours, { source, key: 'hours' }, mistakes),
    closures: base.closures,
    holidays: base.holidays,
    leave: base.leave ?? null,
  }
}

/** What the other files say: papers, places, concerns, partners, houses. */
function readThings(folder: string, own: Own, mistakes: Mistakes) {
  const list = <T>(file: string, shape: z.ZodType<T>, kind: string): Map<string, T> => {
    const source = readSource(folder, { file, entries: 'outer' }, mistakes)
    return fitEach(shape, { source, path: [], value: source.value, kind }, mistakes)
  }
  const documents = list('documents.yaml', z.string(), 'document')
  const places = list('places.yaml', placeShape, 'place')
  const stations = list('stations.yaml', stationShape, 'station')
  const units = new Set<string>(own.units.map((unit) => unit.id))
  const partners = partnerSource(folder, mistakes)
  const partnerList = readPartners(partners, mistakes)
  const languages = new Set(own.spokenLanguages.map((language) => language.code))
  const partnerNames = new Set(partnerList.map((partner) => partner.id))
  const concerns = readConcerns(
    folder,
    { units, documents, places, stations, partners: partnerNames },
    mistakes,
  )
  const around = {
    concerns,
    units,
    stations,
    partners: partnerNames,
    languages,
    serviceCentre: own.serviceCentre,
  }
  const houses = filesIn(folder, 'premises').flatMap((file) => {
    const entries = ['desks', 'kiosks', 'displays', 'landmarks', 'calm']
    const source = readSource(folder, { file, entries }, mistakes)
    return readPremises({ name: nameOf(file), source }, around, mistakes) ?? []
  })
  return {
    documents: Object.fromEntries(documents),
    places: [...places].map(([place, value]): Place => ({ id: place, ...value })),
    stations: [...stations].map(
      ([
        station,
        {
          icon,
          minutes: [low, typical, high],
        },
      ]) => ({
        id: id<'station'>(station),
        icon,
        minutes: { low, typical, high },
      }),
    ),
    concerns,
    partners,
    partnerList,
    houses,
    fees: readFees(folder, { concerns, documents }, mistakes),
  }
}

/** What somebody comes with who does not know where to go; without it the first concern of the service centre. */
function readOrientation(
  { name, source }: { name: string; source: Source },
  { concerns, serviceCentre }: Pick<City, 'concerns' | 'serviceCentre'>,
  mistakes: Mistakes,
): ConcernId {
  const existing = new Set<string>(concerns.map((concern) => concern.id))
  const [found] = known([name], { existing, source, path: ['orientation'], kind: 'concern' }, mistakes)
  const instead = concerns.find((concern) => concern.unit === serviceCentre) ?? concerns[0]
  return id<'concern'>(found ?? instead?.id ?? name)
}

function choosePremises(
  houses: readonly Premises[],
  { name, source }: { name: string; source: Source },
  mistakes: Mistakes,
): Premises | null {
  const premises = houses.find((house) => house.id === name)
  if (premises) return premises
  mistakes.add(source, ['premises'], {
    what: `premises "${name}" do not exist or cannot be used`,
    right: `one of ${houses.map((house) => house.id).join(', ')}`,
    weight: 'whole',
  })
  return null
}

const nothing = (source: Source): Mistake => ({
  file: source.file,
  line: 1,
  what: 'without city.yaml and policies.yaml nothing can run',
  right: 'both files without mistakes',
  weight: 'whole',
})

const nameOf = (file: string): string => file.replace(/^.*\//, '').replace(/\.yaml$/, '')
