/** A point in time: milliseconds since 1970-01-01T00:00Z. Branded, so that a duration is never taken for one. */
export type Instant = number & { readonly __brand: 'Instant' }

/** Tells the time. There is one, made in `main.ts`; rules never see it, they are given an `Instant`. */
export type Clock = { now(): Instant }

export const SECOND = 1_000
export const MINUTE = 60_000
export const HOUR = 3_600_000

export const instant = (epochMilliseconds: number): Instant => epochMilliseconds as Instant

/** `at` moved by a number of minutes (negative: earlier). */
export const plusMinutes = (at: Instant, minutes: number): Instant => instant(at + minutes * MINUTE)

/** Minutes from `from` to `to`, with fractions; negative when `to` lies before `from`. */
export const minutesBetween = (from: Instant, to: Instant): number => (to - from) / MINUTE

/**
 * The clock of a running house: wall time, or a demo's time that starts at `start` and runs `speed` times as fast. It
 * tells whole milliseconds: calendars know no parts of them.
 */
export function makeClock(wall: () => number, start?: Instant, speed = 1): Clock {
  const began = wall()
  return { now: () => instant(start === undefined ? wall() : Math.floor(start + (wall() - began) * speed)) }
}
