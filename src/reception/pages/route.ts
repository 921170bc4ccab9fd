import type { Translate } from '../../i18n/index.ts'
import type { Knot } from '../../web/look/index.ts'
import type { State } from '../rules/visit.ts'

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

/** The stations of a visit: what is behind, where it is, what comes. */
export const knotsOf = (t: Translate, state: State): Knot[] =>
  STATIONS.map((station, i) => ({
    label: t(`route.${station}`),
    state: i < WHERE[state] ? 'past' : i === WHERE[state] ? 'now' : 'next',
  }))
