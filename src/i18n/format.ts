import type { Instant } from '../kernel/index.ts'
import type { Language } from './catalogues.ts'

const formats = new Map<string, Intl.DateTimeFormat>()

function formatter(
  language: Language,
  zone: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${language.intl} ${zone} ${JSON.stringify(options)}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(language.intl, { timeZone: zone, ...options })
    formats.set(key, format)
  }
  return format
}

/** The time of day as clocks in Germany show it, in every language: "10:05". */
export const clockTime = (at: Instant, zone: string): string =>
  formatter({ code: 'de', name: '', direction: 'ltr', intl: 'de' }, zone, {
    hour: '2-digit',
    minute: '2-digit',
  }).format(at)

/** Weekday in words and the date as it stands on German papers: "Montag, 23.11.2026". */
export function calendarDay(at: Instant, zone: string, language: Language): string {
  const weekday = formatter(language, zone, { weekday: 'long' }).format(at)
  const parts = formatter(language, zone, {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  }).formatToParts(at)
  const part = (type: string) => parts.find((entry) => entry.type === type)?.value ?? ''
  const comma = language.direction === 'rtl' ? '،' : ','
  return `${weekday}${comma} ${part('day')}.${part('month')}.${part('year')}`
}

/** A Monday, so that weekdays can be named without a date. */
const MONDAY = Date.UTC(2024, 0, 1)

/** The name of a weekday, 1 (Monday) to 7: "Montag". */
export const weekdayName = (weekday: number, language: Language): string =>
  formatter(language, 'UTC', { weekday: 'long' }).format(MONDAY + (weekday - 1) * 86_400_000)
