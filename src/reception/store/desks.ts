import { sql } from 'kysely'
import type { Tx } from '../../db/index.ts'
import type { DeskId, Instant } from '../../kernel/index.ts'
import type { DeskState } from '../rules/desk.ts'
import { asDate, asDateOrNull, asDeskState } from './rows.ts'
import type { Horizon } from './visits.ts'

export async function deskStates(tx: Tx): Promise<DeskState[]> {
  return (await tx.selectFrom('desk_state').selectAll().execute()).map(asDeskState)
}

export async function changedDesks(tx: Tx, since: Horizon): Promise<DeskState[]> {
  const rows = await tx.selectFrom('desk_state').selectAll().where('changed_tx', '>=', since).execute()
  return rows.map(asDeskState)
}

export async function saveDesk(tx: Tx, desk: DeskState): Promise<void> {
  await sql`${upsert(desk)}`.execute(tx)
}

/** Opens a desk for who sits down there. False while somebody else sits at it: the database decides, whoever asks at once. */
export async function takeDesk(tx: Tx, desk: DeskState): Promise<boolean> {
  const { rows } = await sql<{ desk: string }>`${upsert(desk)}
    where not desk_state.open or desk_state.sitter is null or desk_state.sitter = excluded.sitter
    returning desk`.execute(tx)
  return rows.length === 1
}

const upsert = (desk: DeskState) => sql`
  insert into desk_state (desk, open, since, buffer_until, sitter, languages, skills, work, rested_at, break_until)
  values (${desk.id}, ${desk.open}, ${asDate(desk.since)}, ${asDateOrNull(desk.bufferUntil)}, ${desk.sitter},
    ${desk.languages}::text[], ${desk.skills}::text[], ${desk.work}, ${asDateOrNull(desk.restedAt)},
    ${asDateOrNull(desk.breakUntil)})
  on conflict (desk) do update set open = excluded.open, since = excluded.since, buffer_until = excluded.buffer_until,
    sitter = excluded.sitter, languages = excluded.languages, skills = excluded.skills, work = excluded.work,
    rested_at = excluded.rested_at, break_until = excluded.break_until,
    changed_tx = pg_current_xact_id()`

/** Closes the desks that stand as they did before `begin`, and forgets who sat there. */
export async function clearDesks(tx: Tx, { begin, now }: { begin: Instant; now: Instant }): Promise<void> {
  await sql`update desk_state set open = false, since = ${asDate(now)}, buffer_until = null, sitter = null,
    languages = null, skills = null, work = 'at_desk', rested_at = null, break_until = null,
    changed_tx = pg_current_xact_id()
    where since < ${asDate(begin)}`.execute(tx)
}

/** The desk as it is, kept from others until this transaction ends; null when it was never used. */
export async function lockDesk(tx: Tx, desk: DeskId): Promise<DeskState | null> {
  const row = await tx
    .selectFrom('desk_state')
    .selectAll()
    .where('desk', '=', desk)
    .forUpdate()
    .executeTakeFirst()
  return row ? asDeskState(row) : null
}

/** Whether somebody is called to a desk or served there. */
export async function isOccupied(tx: Tx, desk: DeskId): Promise<boolean> {
  const row = await tx
    .selectFrom('visit')
    .select('id')
    .where('desk', '=', desk)
    .where('state', 'in', ['called', 'serving'])
    .executeTakeFirst()
  return row !== undefined
}
