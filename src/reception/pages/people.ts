import { type City, concernById, type Need, packText } from '../../city/index.ts'
import { minutesBetween } from '../../kernel/index.ts'
import type { Asking } from '../../web/index.ts'
import type { Visit } from '../rules/visit.ts'

/** What is said first when somebody named several needs: what makes waiting hardest. */
const HARDEST: readonly Exclude<Need, 'spoken'>[] = [
  'minor',
  'pregnant',
  'standing',
  'child',
  'alone',
  'quiet',
  'seeing',
  'hearing',
]

/** Whom people see who look up: "Jemand mit einem kleinen Kind". Never a name. */
export function whoWords({ t }: Pick<Asking, 't'>, visit: Pick<Visit, 'needs'>): string {
  const need = HARDEST.find((one) => visit.needs.includes(one))
  return need ? t(`people.${need}`) : t('people.somebody')
}

/** The same where nothing follows: without the comma that leads on. */
export const whoAlone = (asking: Pick<Asking, 't'>, visit: Pick<Visit, 'needs'>): string =>
  whoWords(asking, visit).replace(/,$/, '')

/** Who and since when, in one sentence: "Jemand mit einem kleinen Kind wartet seit 40 Minuten." */
export const waitsWords = (asking: Pick<Asking, 't' | 'now'>, visit: Visit): string =>
  asking.t('people.waits', {
    who: whoWords(asking, visit),
    minutes: Math.floor(minutesBetween(visit.arrivedAt, asking.now)),
  })

/** What she comes for, as colleagues name it; a discreet matter by its unit alone. */
export function concernWords(city: City, language: string, visit: Pick<Visit, 'concerns' | 'unit'>): string {
  const concern = concernById(city, visit.concerns[0] ?? '')
  return concern && !concern.discreet
    ? packText(city, language, { section: 'concerns', key: concern.id })
    : packText(city, language, { section: 'units', key: visit.unit })
}

/** The language she speaks, by its own name. */
export const tongueOf = (city: City, visit: Pick<Visit, 'spokenLanguage'>): string =>
  city.spokenLanguages.find(({ code }) => code === visit.spokenLanguage)?.name ?? visit.spokenLanguage
