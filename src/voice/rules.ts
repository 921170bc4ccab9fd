import { type Instant, plusMinutes } from '../kernel/index.ts'

/** So long a report is kept, its address for an answer with it; what was learned from it needs no report. */
export const KEPT_DAYS = 90
const DAY_MINUTES = 24 * 60

/** More reports than this within an hour are no reports: the form asks to come back later. */
export const MOST_IN_AN_HOUR = 60

export const LONGEST_TEXT = 2000
export const LONGEST_LINE = 200

/** What stood in somebody's way, in her own words. No name is asked. */
export type Barrier = {
  readonly id: string
  readonly at: Instant
  /** The language of the page she wrote on. */
  readonly language: string
  readonly what: string
  readonly place: string | null
  readonly answerTo: string | null
  readonly doneAt: Instant | null
}

export const deletedAt = ({ at }: Pick<Barrier, 'at'>): Instant => plusMinutes(at, KEPT_DAYS * DAY_MINUTES)
/** Reports from before this are deleted by the night. */
export const keptSince = (now: Instant): Instant => plusMinutes(now, -KEPT_DAYS * DAY_MINUTES)
export const anHourBefore = (now: Instant): Instant => plusMinutes(now, -60)

/** The same key with other words is another report, and not taken under it. */
export const sameWords = (one: Barrier, other: Barrier): boolean =>
  one.what === other.what && one.place === other.place && one.answerTo === other.answerTo

/** Who reads reports and answers them. */
export const READERS: readonly string[] = ['lead', 'head']
