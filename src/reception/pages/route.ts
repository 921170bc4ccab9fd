import { type City, packText } from '../../city/index.ts'
import type { Asking } from '../../web/index.ts'
import type { Knot } from '../../web/look/index.ts'
import type { State, Visit } from '../rules/visit.ts'

const STATIONS = ['arrived', 'waiting', 'called', 'desk', 'done'] as const

const WHERE: Readonly<Record<State, number>> = {
  waiting: 1,
  called: 2,
  serving: 3,
  parked: 3,
  done: 4,
  left: 4,
  missed: 2,
  unserved: 1,
}

/** The way of a visit: what is behind, where it is, what comes. With several stations these are its knots. */
export function knotsOf(city: City, { t, language }: Asking, visit: Visit): Knot[] {
  if (visit.route.length === 1)
    return laid(
      STATIONS.map((station) => t(`route.${station}`)),
      WHERE[visit.state],
    )
  const names = visit.route.map((station) =>
    packText(city, language.code, { section: 'stations', key: station }),
  )
  return laid(
    [t('route.arrived'), ...names, t('route.done')],
    visit.state === 'done' ? names.length + 1 : visit.stop + 1,
  )
}

const laid = (labels: readonly string[], now: number): Knot[] =>
  labels.map((label, i) => ({ label, state: i < now ? 'past' : i === now ? 'now' : 'next' }))
