import type { z } from 'zod'
import { type ConcernId, id } from '../../kernel/index.ts'
import type { Concern, Desk, Premises } from '../rules/city.ts'
import { type Existing, fit, fitEach, known } from './reading.ts'
import { deskShape, premisesShape } from './shapes.ts'
import type { Mistakes, Source } from './source.ts'

type Around = {
  readonly concerns: readonly Concern[]
  readonly units: ReadonlyMap<string, unknown>
  readonly partners: ReadonlyMap<string, unknown>
  readonly serviceCentre: string
}

/** Reads one house. A desk that is wrong is left out, the house stands. */
export function readPremises(
  { name, source }: { name: string; source: Source },
  around: Around,
  mistakes: Mistakes,
): Premises | null {
  const house = fit(premisesShape, { source, path: [], value: source.value }, mistakes)
  if (!house) return null
  const desks = [...fitEach(deskShape, { source, path: ['desks'], value: house.desks }, mistakes)].flatMap(
    ([deskName, desk]) => readDesk({ name: deskName, desk, source }, around, mistakes) ?? [],
  )
  const byName = new Map(desks.map((desk) => [desk.id as string, desk]))
  const at = ([x, y]: readonly [number, number]) => ({ x, y })
  return {
    id: name,
    name: house.name,
    address: house.address,
    example: house.example,
    size: { width: house.size[0], depth: house.size[1] },
    seats: house.seats,
    entrance: at(house.entrance),
    ways: house.ways,
    desks,
    kiosks: Object.entries(house.kiosks).map(([kiosk, value]) => ({
      id: id<'kiosk'>(kiosk),
      name: value.name,
      at: at(value.at),
    })),
    displays: Object.entries(house.displays).map(([display, value]) => ({
      id: id<'display'>(display),
      name: value.name,
      desks:
        value.desks === 'all'
          ? desks.map((desk) => desk.id)
          : known(
              value.desks,
              { existing: byName, source, path: ['displays', display, 'desks'], kind: 'desk' },
              mistakes,
            ).map(id<'desk'>),
    })),
    landmarks: Object.entries(house.landmarks).map(([mark, value]) => ({
      id: mark,
      icon: value.icon,
      at: at(value.at),
    })),
  }
}

function readDesk(
  { name, desk, source }: { name: string; desk: z.infer<typeof deskShape>; source: Source },
  around: Around,
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
    languages: desk.languages,
    at: { x: desk.at[0], y: desk.at[1] },
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
