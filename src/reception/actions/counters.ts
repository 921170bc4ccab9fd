import { deskById, type Unit } from '../../city/index.ts'
import { type DisplayId, id, instant, type UnitId } from '../../kernel/index.ts'
import { countAhead, forecastWait, type Wait } from '../rules/forecast.ts'
import type { Hall } from '../rules/hall.ts'
import type { Waiting } from '../rules/waiting.ts'
import { desksNow } from './forecast.ts'
import { freshHall, type Office } from './office.ts'

/** How long somebody waits who comes now to the counters of a unit. */
export type CounterRange = { readonly unit: UnitId; readonly wait: Wait }

/** Of a line of fewer people nothing is told to the whole hall, as in the figures. */
const FEWEST_TOLD = 5

/**
 * The next range for each kind of counter whose calls a display shows, in the order of the pack. Left out are discreet
 * units, lines of fewer than five people, and counters that nobody can serve at now.
 */
export async function counterRanges(office: Office, display: DisplayId): Promise<CounterRange[]> {
  const city = office.city()
  const desks = city.premises.displays.find((screen) => screen.id === display)?.desks ?? []
  const units = new Set(desks.map((desk) => deskById(city, desk)?.unit))
  const hall = await freshHall(office)
  return city.units
    .filter((unit) => !unit.discreet && units.has(unit.id))
    .flatMap((unit) => rangeOf(office, hall, unit) ?? [])
}

function rangeOf(office: Office, hall: Hall, unit: Unit): CounterRange | null {
  const { indexes } = hall
  const now = office.clock.now()
  const somebody: Waiting = {
    // After every id: whoever came in the same instant was there before.
    id: id<'visit'>('~'),
    concern: 0,
    arrivedAt: now,
    callableFrom: instant(0),
    language: -1,
    headStart: 0,
    urgent: false,
    needs: false,
    unit: indexes.unitIndex.get(unit.id) ?? -2,
  }
  const desks = desksNow(office, hall, now)
  const skills = desks.map((desk) => desk.skills)
  const byConcern = new Int32Array(indexes.city.concerns.length)
  const moment = { now, policy: indexes.policy }
  if (!skills.some((desk) => desk.unit === somebody.unit)) return null
  const people = countAhead(somebody, hall.waiting, { desks: skills, moment, byConcern })
  if (people < FEWEST_TOLD) return null
  const wait = forecastWait({
    concern: somebody.concern,
    unit: somebody.unit,
    ahead: byConcern,
    spreads: indexes.spreads,
    desks,
    buffer: office.city().policies.bufferMinutes,
  })
  return wait.certain ? { unit: unit.id, wait } : null
}
