import { type Instant, instant } from '../../kernel/index.ts'
import type { City } from './city.ts'

export type Span = { readonly from: Instant; readonly to: Instant }
/** Public holidays of a year as "YYYY-MM-DD"; comes in from outside, because a library knows them. */
export type HolidaysOf = (year: number) => ReadonlySet<string>
type Calendar = Pick<City, 'zone' | 'hours' | 'closures'>

/** The local day in which `at` lies. */
export const localDay = (zone: string, at: Instant): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate()

/** The opening spans of a local day in order; none on closed days and public holidays. Right across clock changes. */
export function spansOn(city: Calendar, day: Temporal.PlainDate, holidays: HolidaysOf): Span[] {
  const name = day.toString()
  if (city.closures.includes(name) || holidays(day.year).has(name)) return []
  const at = (time: string): Instant =>
    instant(
      day.toZonedDateTime({ timeZone: city.zone, plainTime: Temporal.PlainTime.from(time) })
        .epochMilliseconds,
    )
  return city.hours
    .filter((span) => span.weekday === day.dayOfWeek)
    .map((span) => ({ from: at(span.from), to: at(span.to) }))
    .sort((a, b) => a.from - b.from)
}

export const openAt = (spans: readonly Span[], at: Instant): boolean =>
  spans.some((span) => span.from <= at && at < span.to)

/** When the house closes for the day, as seen from `at`: the end of the last span not over yet. */
export const closingOf = (spans: readonly Span[], at: Instant): Instant | null =>
  spans.reduce<Instant | null>((last, span) => (span.to > at ? span.to : last), null)

/** When the house opens next after `at`: today's later span, or a day within three weeks. */
export function nextOpening(city: Calendar, at: Instant, holidays: HolidaysOf): Instant | null {
  let day = localDay(city.zone, at)
  for (let ahead = 0; ahead < 21; ahead++) {
    const span = spansOn(city, day, holidays).find((candidate) => candidate.from > at)
    if (span) return span.from
    day = day.add({ days: 1 })
  }
  return null
}
