import type { Tx } from '../db/index.ts'
import { type Instant, instant } from '../kernel/index.ts'
import type { Barrier } from './rules.ts'

const asDate = (at: Instant): Date => new Date(at)

/** False when the key was taken before. */
export async function addBarrier(tx: Tx, barrier: Barrier): Promise<boolean> {
  const { id, at, language, what, place, answerTo } = barrier
  const added = await tx
    .insertInto('barrier_report')
    .values({ id, at: asDate(at), language, what, place, answer_to: answerTo, done_at: null })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

/** Those that wait first, then the newest. */
export async function barriers(tx: Tx, most: number): Promise<Barrier[]> {
  const rows = await tx
    .selectFrom('barrier_report')
    .selectAll()
    .orderBy('done_at', (by) => by.desc().nullsFirst())
    .orderBy('at', 'desc')
    .limit(most)
    .execute()
  return rows.map(asBarrier)
}

export async function barrierById(tx: Tx, id: string): Promise<Barrier | null> {
  const row = await tx.selectFrom('barrier_report').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? asBarrier(row) : null
}

type Row = {
  id: string
  at: Date
  language: string
  what: string
  place: string | null
  answer_to: string | null
  done_at: Date | null
}

const asBarrier = (row: Row): Barrier => ({
  id: row.id,
  at: instant(row.at.getTime()),
  language: row.language,
  what: row.what,
  place: row.place,
  answerTo: row.answer_to,
  doneAt: row.done_at && instant(row.done_at.getTime()),
})

export async function barriersSince(tx: Tx, from: Instant): Promise<number> {
  const { count } = await tx
    .selectFrom('barrier_report')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('at', '>', asDate(from))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** The first to say it is done is the one that counts. */
export async function endBarrier(tx: Tx, id: string, at: Instant): Promise<void> {
  await tx
    .updateTable('barrier_report')
    .set({ done_at: asDate(at) })
    .where('id', '=', id)
    .where('done_at', 'is', null)
    .execute()
}

export async function deleteBarriers(tx: Tx, before: Instant): Promise<void> {
  await tx.deleteFrom('barrier_report').where('at', '<', asDate(before)).execute()
}
