import type { Tx } from '../../db/index.ts'
import { type DeskId, instant } from '../../kernel/index.ts'
import type { HouseEntry, HouseStep } from '../rules/house-journal.ts'
import { asDate } from './rows.ts'

export async function addHouseEntry(tx: Tx, day: string, entry: HouseEntry): Promise<void> {
  const { at, from, to, detail, ...rest } = entry
  await tx
    .insertInto('house_journal')
    .values({
      ...rest,
      day,
      at: asDate(at),
      from_state: from,
      to_state: to,
      detail: JSON.stringify(detail),
    })
    .execute()
}

/** What happened in the house on a day beside the visits, in the order in which it was written. */
export async function houseEntriesOfDay(tx: Tx, day: string): Promise<HouseEntry[]> {
  const rows = await tx
    .selectFrom('house_journal')
    .selectAll()
    .where('day', '=', day)
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({
    at: instant(row.at.getTime()),
    desk: row.desk as DeskId | null,
    step: row.step as HouseStep,
    from: row.from_state,
    to: row.to_state,
    role: row.role,
    detail: row.detail as HouseEntry['detail'],
  }))
}
