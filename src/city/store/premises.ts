import type { z } from 'zod'
import { type ConcernId, id } from '../../kernel/index.ts'
import type { Concern, Desk, Premises } from '../rules/city.ts'
import { type Existing, fitEach, fitFile, known } from './reading.ts'
import { calmShape, deskShape, displayShape, kioskShape, landmarkShape, premisesShape } from './shapes.ts'
import type { Mistakes, Source } from './source.ts'

type Around = {
  readonly concerns: readonly Concern[]
  readonly units: Existing
  readonly partners: Existing
  readonly languages: Existing
  readonly stations: Existing
  readonly serviceCentre: string
}

const point = ([x, y]: readonly [number, number]) => ({ x, y })

/** Reads one house. A desk, kiosk, display or landmark that is wrong is left out, the house stands. */
export function readPremises(
  { name, source }: { name: string; source: Source },
  around: Around,
  mistakes: Mistakes,
): Premises | null {
  const house = fitFile(premisesShape, source, mistakes)
  if (!house) return null
  const each = <T>(shape: z.ZodType<T>, kind: 'desk' | 'kiosk' | 'display' | 'landmark') => [
    ...fitEach(shape, { source, path: [`${kind}s`], value: house[`${kind}s`], kind }, mistakes),
  ]
  const desks = each(deskShape, 'desk').flatMap(([deskName, desk]) => {
    const read = readDesk({ name: deskName, desk, source }, { ...around, ways: house.ways }, mistakes)
    if (!read) mistakes.leftOut.add(`desk ${deskName}`)
    return read ?? []
  })
  const all = desks.map((desk) => desk.id)
  return {
    id: name,
    name: house.name,
    address: house.address,
    example: house.example,
    size: { width: house.size[0], depth: house.size[1] },
    seats: house.seats,
    entrance: point(house.entrance),
    ways: house.ways,
    desks,
    kiosks: each(kioskShape, 'kiosk').map(([kiosk, value]) => ({
      id: id<'kiosk'>(kiosk),
      name: value.name,
      at: point(value.at),
    })),
    displays: each(displayShape, 'display').map(([display, value]) => {
      const path = ['displays', display, 'desks']
      const naming = { existing: new Set<string>(all), source, path, kind: 'desk' }
      const shown = value.desks === 'all' ? all : known(value.desks, naming, mistakes).map(id<'desk'>)
      return { id: id<'display'>(display), name: value.name, desks: shown }
    }),
    landmarks: each(landmarkShape, 'landmark').map(([mark, value]) => ({
      id: mark,
      icon: value.icon,
      at: point(value.at),
    })),
    calm: [
      ...fitEach(calmShape, { source, path: ['calm'], value: house.calm, kind: 'calm text' }, mistakes),
    ].map(([calm, icon]) => ({ id: calm, icon })),
  }
}

function readDesk(
  { name, desk, source }: { name: string; desk: z.infer<typeof deskShape>; source: Source },
  around: Around & { readonly ways: Readonly<Record<string, string>> },
  mistakes: Mistakes,
): Desk | null {
  const at = (key: string, kind: string, existing: Existing) => ({
    existing,
    source,
    path: ['desks', name, key],
    kind,
  })
  const units = known(desk.units, at('units', 'unit', around.units), mistakes)
  const [unit] = units
  if (!unit) return null
  if (desk.partner) {
    const partners = known([desk.partner], at('partner', 'partner', around.partners), mistakes)
    if (partners.length === 0) return null
  }
  const ways = new Set(Object.keys(around.ways))
  if (ways.size > 0) known([desk.way], at('way', 'way', ways), mistakes)
  const all = new Set(around.concerns.map((concern) => concern.id as string))
  const listed = (key: 'only' | 'also' | 'not') => known(desk[key] ?? [], at(key, 'concern', all), mistakes)
  const only = desk.only && listed('only')
  const derived = around.concerns
    .filter((concern) => servesByDefault(concern, { units, room: desk.room }, around))
    .map((c) => c.id)
  const not = new Set(listed('not'))
  const concerns = [...new Set([...(only ?? derived), ...listed('also')])].filter(
    (concern) => !not.has(concern),
  )
  return {
    id: id<'desk'>(name),
    name: desk.name,
    label: desk.label,
    kind: desk.kind ?? (desk.room ? 'room' : 'desk'),
    way: desk.way,
    unit: id<'unit'>(unit),
    ...(desk.partner ? { partner: desk.partner } : {}),
    concerns: concerns as ConcernId[],
    stations: known(desk.stations, at('stations', 'station', around.stations), mistakes).map(id<'station'>),
    languages: known(desk.languages, at('languages', 'language', around.languages), mistakes),
    at: point(desk.at),
    room: desk.room,
  }
}

/** What a desk does unless the pack says otherwise: its units' concerns; the service centre also what is simple. */
function servesByDefault(
  concern: Concern,
  desk: { units: readonly string[]; room: boolean },
  around: Around,
): boolean {
  if (concern.discreet && !desk.room) return false
  if (desk.units.includes(concern.unit)) return true
  const noted = concern.channel === 'appointment' || concern.channel === 'online'
  return desk.units.includes(around.serviceCentre) && (noted || concern.simple)
}
