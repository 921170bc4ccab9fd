import type { Spread } from '../../city/index.ts'
import { type DeskId, type Instant, minutesBetween } from '../../kernel/index.ts'
import { withoutUndone } from './figures.ts'
import type { JournalEntry } from './visit.ts'

/** What somebody sees of her own day: how many she served, and what such matters usually take. Nothing to compare with. */
export type Pace = {
  readonly people: number
  /** Usual minutes of the matters she settled, from the pack; null when none is known. */
  readonly usual: { readonly from: number; readonly to: number } | null
}

export type PaceQuestion = {
  readonly desk: DeskId
  /** Since she sat down: what was before is another's. */
  readonly since: Instant
  readonly spreadOf: (concern: string) => Spread | undefined
}

/** Works out of a day's journal, in order, what was finished at one desk since then. */
export function paceOf(entries: readonly JournalEntry[], { desk, since, spreadOf }: PaceQuestion): Pace {
  const finished = [...byVisit(entries).values()]
    .flatMap(withoutUndone)
    .filter(
      (entry) => entry.step === 'finished' && entry.desk === desk && minutesBetween(since, entry.at) >= 0,
    )
  const spreads = finished
    .flatMap(({ detail: { concerns } }) => (Array.isArray(concerns) ? (concerns as string[]) : []))
    .flatMap((concern) => spreadOf(concern) ?? [])
  const mean = (of: (spread: Spread) => number) =>
    Math.round(spreads.reduce((sum, spread) => sum + of(spread), 0) / spreads.length)
  const usual = spreads.length === 0 ? null : { from: mean(({ low }) => low), to: mean(({ high }) => high) }
  return { people: finished.length, usual }
}

function byVisit(entries: readonly JournalEntry[]): Map<string, JournalEntry[]> {
  const visits = new Map<string, JournalEntry[]>()
  for (const entry of entries) {
    const list = visits.get(entry.visit)
    if (list) list.push(entry)
    else visits.set(entry.visit, [entry])
  }
  return visits
}
