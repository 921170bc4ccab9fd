import Holidays from 'date-holidays'
import { type ConcernId, type DeskId, type Instant, id, instant, type StationId } from '../kernel/index.ts'
import type { City, Concern, Desk, Mistake, Spread } from './rules/city.ts'
import { closingOf, localDay, nextOpening, openAt, type Span, spansOn } from './rules/hours.ts'
import type { PackTexts } from './rules/texts.ts'

type Today = {
  readonly day: string
  readonly from: Instant
  readonly to: Instant
  readonly spans: readonly Span[]
}
type Known = {
  readonly desks: ReadonlyMap<string, Desk>
  readonly concerns: ReadonlyMap<string, Concern>
  readonly holidays: (year: number) => ReadonlySet<string>
  today: Today | null
}

/** What is asked of a city on every request, worked out once for each pack that is read. */
const knownByCity = new WeakMap<City, Known>()

function knownOf(city: City): Known {
  const known = knownByCity.get(city)
  if (known) return known
  const calendar = new Holidays(city.holidays.country, city.holidays.state)
  const years = new Map<number, ReadonlySet<string>>()
  const made: Known = {
    desks: new Map(city.premises.desks.map((desk) => [desk.id, desk])),
    concerns: new Map(city.concerns.map((concern) => [concern.id, concern])),
    holidays: (year) => {
      const days = years.get(year) ?? publicHolidays(calendar, year)
      years.set(year, days)
      return days
    },
    today: null,
  }
  knownByCity.set(city, made)
  return made
}

const publicHolidays = (calendar: Holidays, year: number): ReadonlySet<string> =>
  new Set(
    calendar
      .getHolidays(year)
      .flatMap((holiday) => (holiday.type === 'public' ? [holiday.date.slice(0, 10)] : [])),
  )

function todayOf(city: City, at: Instant): Today {
  const known = knownOf(city)
  const { today } = known
  if (today && today.from <= at && at < today.to) return today
  const date = localDay(city.zone, at)
  const start = (day: Temporal.PlainDate) => instant(day.toZonedDateTime(city.zone).epochMilliseconds)
  known.today = {
    day: date.toString(),
    from: start(date),
    to: start(date.add({ days: 1 })),
    spans: spansOn(city, date, known.holidays),
  }
  return known.today
}

/** The day of service in which `at` lies, "YYYY-MM-DD" in the city's zone. */
export const serviceDay = (city: City, at: Instant): string => todayOf(city, at).day
/** When the day of service began in which `at` lies. */
export const dayBegin = (city: City, at: Instant): Instant => todayOf(city, at).from
export const openSpansOn = (city: City, at: Instant): readonly Span[] => todayOf(city, at).spans
export const isOpen = (city: City, at: Instant): boolean => openAt(todayOf(city, at).spans, at)
/** Whether displays make no sound now: in the quiet hours of the pack, by the clock of the city. */
export function isQuiet({ policies, zone }: City, at: Instant): boolean {
  if (policies.quietHours.length === 0) return false
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
  const time = local.toPlainTime().toString().slice(0, 5)
  return policies.quietHours.some(
    ({ weekday, from, to }) => weekday === local.dayOfWeek && from <= time && time < to,
  )
}
export const closingTime = (city: City, at: Instant): Instant | null => closingOf(todayOf(city, at).spans, at)
export const opensNext = (city: City, at: Instant): Instant | null =>
  nextOpening(city, at, knownOf(city).holidays)

export const deskById = (city: City, desk: DeskId | string): Desk | undefined => knownOf(city).desks.get(desk)
export const concernById = (city: City, concern: ConcernId | string): Concern | undefined =>
  knownOf(city).concerns.get(concern)

export const desksFor = (city: City, concern: ConcernId): Desk[] =>
  city.premises.desks.filter((desk) => desk.concerns.includes(concern))

/** The first station of every visit: the desk of its matter. */
const OWN_DESK = id<'station'>('desk')

/** The way of a visit with these concerns: first the desk, then the stations of each concern, each once. */
export const routeOf = (city: City, concerns: readonly ConcernId[]): StationId[] => [
  ...new Set([OWN_DESK, ...concerns.flatMap((concern) => concernById(city, concern)?.stations ?? [])]),
]

/** Minutes at the desk: where the counter only notes an appointment or points the way, those of noting. */
export const effectiveMinutes = (city: City, concern: Concern): Spread =>
  concern.channel === 'appointment' || concern.channel === 'online'
    ? city.policies.noteMinutes
    : concern.minutes

type Section = Exclude<keyof PackTexts, 'language' | 'state' | 'house_name' | 'places'>

/** A text of the pack in a language; German where that language lacks it, the key where German lacks it too. */
export function packText(
  city: City,
  language: string,
  { section, key }: { section: Section; key: string },
): string {
  return city.texts[language]?.[section][key] ?? city.texts.de?.[section][key] ?? key
}

/** What a desk is called in a language; in German exactly as it stands on its sign. */
export function deskName(city: City, language: string, desk: Desk): string {
  const words = language === 'de' ? undefined : city.texts[language]?.desks[desk.kind]
  return words?.replace('{label}', desk.label) ?? desk.name
}

export const houseName = (city: City, language: string): string =>
  city.texts[language]?.house_name ?? city.texts.de?.house_name ?? city.name

export const placeText = (
  city: City,
  language: string,
  place: string,
): PackTexts['places'][string] | undefined =>
  city.texts[language]?.places[place] ?? city.texts.de?.places[place]

/** One line for each mistake, for reading. */
export const formatMistakes = (mistakes: readonly Mistake[]): string =>
  mistakes
    .map(({ file, line, what, right }) => `${file}:${line}  ${what}. Right would be: ${right}`)
    .join('\n')
