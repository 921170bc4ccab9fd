import type { Tx } from '../../db/index.ts'
import { type Instant, instant, type VisitId } from '../../kernel/index.ts'
import type { JournalEntry } from '../rules/visit.ts'
import { asEntry } from './rows.ts'

/** A day's journal in the order in which it was written. */
export async function entriesOfDay(tx: Tx, day: string): Promise<JournalEntry[]> {
  const rows = await tx.selectFrom('journal').selectAll().where('day', '=', day).orderBy('seq').execute()
  return rows.map(asEntry)
}

export async function entriesOfVisit(tx: Tx, visit: VisitId): Promise<JournalEntry[]> {
  const rows = await tx.selectFrom('journal').selectAll().where('visit', '=', visit).orderBy('seq').execute()
  return rows.map(asEntry)
}

/** How far both journals are, the visits' and the house's: a net for readers who missed a notice. */
export async function lastLine(tx: Tx): Promise<number> {
  const last = (table: 'journal' | 'house_journal') =>
    tx.selectFrom(table).select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return ((await last('journal'))?.seq ?? 0) + ((await last('house_journal'))?.seq ?? 0)
}

/** When the last line was written; null when there is none. */
export async function lastEntryAt(tx: Tx): Promise<Instant | null> {
  const row = await tx.selectFrom('journal').select('at').orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return row ? instant(row.at.getTime()) : null
}
