import type { City, Spread } from '../../city/index.ts'
import { instant, MINUTE, type UnitId } from '../../kernel/index.ts'
import type { DeskState } from './desk.ts'
import type { Visit } from './visit.ts'
import type { DeskSkills, DispatchPolicy, Waiting } from './waiting.ts'

/** A city's names as numbers, so that the rules compare numbers; made once for each pack. */
export type Indexes = {
  readonly city: City
  readonly concernIndex: ReadonlyMap<string, number>
  readonly homeUnit: readonly UnitId[]
  readonly urgent: Uint8Array
  readonly unitIndex: ReadonlyMap<string, number>
  readonly languageIndex: ReadonlyMap<string, number>
  /** Stations beyond the own desk, as matters behind the concerns. */
  readonly stationIndex: ReadonlyMap<string, number>
  readonly policy: DispatchPolicy
  /** Minutes at the desk for each matter: concerns, then stations. */
  readonly spreads: readonly Spread[]
}

export function makeIndexes(city: City, spreads: readonly Spread[]): Indexes {
  const { policies } = city
  return {
    city,
    concernIndex: new Map(city.concerns.map((concern) => [concern.id, concern.index])),
    homeUnit: city.concerns.map((concern) => concern.unit),
    urgent: Uint8Array.from(city.concerns, (concern) => (concern.urgent ? 1 : 0)),
    unitIndex: new Map(city.units.map((unit, i) => [unit.id, i])),
    languageIndex: new Map(city.spokenLanguages.map((language, i) => [language.code, i])),
    stationIndex: new Map(city.stations.map((station, i) => [station.id, city.concerns.length + i])),
    policy: {
      longestWait: policies.longestWaitMinutes * MINUTE,
      promiseMargin: policies.promiseMarginMinutes * MINUTE,
      languageHeadStart: policies.headStartMinutes.language * MINUTE,
    },
    spreads: [...spreads, ...city.stations.map((station) => station.minutes)],
  }
}

/** The matter a visit waits for or is served in now: its concern, or the station of its route. */
export const matterOf = (indexes: Indexes, visit: Pick<Visit, 'concerns' | 'route' | 'stop'>): number =>
  indexes.stationIndex.get(visit.route[visit.stop] ?? '') ??
  indexes.concernIndex.get(visit.concerns[0] ?? '') ??
  0

/** A visit in numbers. The needs' head starts do not add up: the greatest counts, urgency on top. */
export function asWaiting(indexes: Indexes, visit: Pick<Visit, WaitingFields>): Waiting {
  const concern = indexes.concernIndex.get(visit.concerns[0] ?? '') ?? 0
  const head = indexes.city.policies.headStartMinutes
  const urgent = indexes.urgent[concern] === 1
  const need = visit.needs.reduce((most, name) => Math.max(most, head[name] ?? 0), 0)
  // Whoever was passed on belongs to that unit; at a later station of the way any desk of the station serves her.
  const goesToUnit = visit.pass !== null || (visit.stop === 0 && visit.unit !== indexes.homeUnit[concern])
  return {
    id: visit.id,
    concern: matterOf(indexes, visit),
    arrivedAt: visit.arrivedAt,
    callableFrom: visit.awaySince === null ? (visit.callableFrom ?? instant(0)) : NEVER,
    language:
      visit.spokenLanguage === OF_THE_OFFICE ? -1 : (indexes.languageIndex.get(visit.spokenLanguage) ?? -1),
    headStart: (need + (urgent ? head.urgent : 0)) * MINUTE,
    urgent,
    needs: need > 0,
    unit: goesToUnit ? (indexes.unitIndex.get(visit.unit) ?? -1) : -1,
  }
}

/** Understood at every desk: being understood there puts nobody before those who have one desk that understands them. */
const OF_THE_OFFICE = 'de'

/** Later than any call. */
const NEVER = instant(Number.MAX_SAFE_INTEGER)

type WaitingFields =
  | 'id'
  | 'concerns'
  | 'arrivedAt'
  | 'callableFrom'
  | 'spokenLanguage'
  | 'needs'
  | 'unit'
  | 'pass'
  | 'route'
  | 'stop'
  | 'awaySince'

/** What a desk can do now: the pack says what the desk is for, who sits there which of it and in which languages. */
export function deskSkills(indexes: Indexes, state: DeskState): DeskSkills {
  const { city } = indexes
  const desk = city.premises.desks.find((candidate) => candidate.id === state.id)
  const serves = new Uint8Array(indexes.spreads.length)
  const able = new Set(state.skills ?? [])
  const own = desk?.concerns ?? []
  const both = own.filter((concern) => able.has(concern))
  for (const concern of both.length > 0 ? both : own) serves[indexes.concernIndex.get(concern) ?? 0] = 1
  for (const station of desk?.stations ?? []) serves[indexes.stationIndex.get(station) ?? 0] = 1
  const speaks = new Uint8Array(city.spokenLanguages.length)
  for (const language of state.languages ?? desk?.languages ?? []) {
    const index = indexes.languageIndex.get(language)
    if (index !== undefined) speaks[index] = 1
  }
  const breadth = serves.reduce((sum, one) => sum + one, 0)
  return { id: state.id, serves, breadth, speaks, unit: indexes.unitIndex.get(desk?.unit ?? '') ?? -2 }
}
