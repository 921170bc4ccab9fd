import { type Selectable, sql } from 'kysely'
import type { Tx, VisitTable } from '../../db/index.ts'
import type { Id, Instant, VisitId } from '../../kernel/index.ts'
import type { Decided } from '../rules/machine.ts'
import type { JournalEntry, Visit } from '../rules/visit.ts'
import { asDate, asDateOrNull, asVisit } from './rows.ts'

type Row = Selectable<VisitTable>

/** A visit before it has its number: the sequence gives it. */
export type Arrival = Omit<Visit, 'number'>
export type Arriving = { readonly arrival: Arrival; readonly entry: JournalEntry }

/** What was answered under a key, so that a repeated post gets the same. */
export type Answer = {
  readonly scope: string
  readonly key: string
  readonly content: string
  readonly answer: unknown
}

/**
 * Takes the next number, writes the visit, the journal and the answer in one statement. Null when the key was answered
 * before: then nothing is written.
 */
export async function insertArrival(
  tx: Tx,
  { arrival, entry }: Arriving,
  answer: Answer,
): Promise<Visit | null> {
  const { rows } = await sql<Row>`
    with key as (
      insert into answered (scope, key, content, answer, at)
      values (${answer.scope}, ${answer.key}, ${answer.content}, ${JSON.stringify(answer.answer)}, ${asDate(entry.at)})
      on conflict do nothing returning key
    ), next as (
      select nextval('ticket_number') - d.first_number + 1 as number from key, service_day d where d.day = ${arrival.day}
    ), v as (
      insert into visit (id, secret, day, number, arrived_at, arrival, concerns, party_size, reading_language,
        spoken_language, needs, state, since, unit, calls, concerns_done, version, route, promised_from, promised_to)
      select ${arrival.id}, ${arrival.secret}, ${arrival.day}, next.number, ${asDate(arrival.arrivedAt)},
        ${arrival.arrival}, ${arrival.concerns}::text[], ${arrival.partySize}::int, ${arrival.readingLanguage},
        ${arrival.spokenLanguage}, ${arrival.needs}::text[], ${arrival.state}, ${asDate(arrival.since)},
        ${arrival.unit}, 0, '{}', ${arrival.version}::int, ${arrival.route}::text[],
        ${asDateOrNull(arrival.promised?.from ?? null)}::timestamptz,
        ${asDateOrNull(arrival.promised?.to ?? null)}::timestamptz
      from next returning *
    ), j as (
      insert into journal (at, day, visit, step, from_state, to_state, desk, role, unit, detail)
      select ${asDate(entry.at)}, v.day, v.id, ${entry.step}, null, v.state, null, ${entry.role}, v.unit,
        ${JSON.stringify(entry.detail)}::jsonb from v
    )
    select * from v`.execute(tx)
  return rows[0] ? asVisit(rows[0]) : null
}

/** Remembers where the day's numbers begin; the first arrival of a day needs it, later calls change nothing. */
export async function beginDay(tx: Tx, day: string): Promise<void> {
  await sql`insert into service_day (day, first_number)
    select ${day}, nextval('ticket_number') + 1 where not exists (select from service_day where day = ${day})
    on conflict do nothing`.execute(tx)
}

/** Writes the change and its line in the journal in one statement. False when somebody else changed the visit first. */
export async function saveVisit(tx: Tx, before: Visit, { visit: after, entry }: Decided): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    with v as (
      update visit set state = ${after.state}, since = ${asDate(after.since)}, desk = ${after.desk}, unit = ${after.unit},
        calls = ${after.calls}::int, called_at = ${asDateOrNull(after.calledAt)},
        callable_from = ${asDateOrNull(after.callableFrom)}, pass = ${json(after.pass)}::jsonb, outcome = ${after.outcome},
        concerns_done = ${after.concernsDone}::text[], called_why = ${after.calledWhy}, stop = ${after.stop}::int,
        away_since = ${asDateOrNull(after.awaySince)}, bring = ${after.bring}::text[], last = ${json(after.last)}::jsonb, version = ${after.version}::int,
        changed_tx = pg_current_xact_id()
      where id = ${before.id} and version = ${before.version}::int returning id, day
    ), j as (
      insert into journal (at, day, visit, step, from_state, to_state, desk, role, unit, detail)
      select ${asDate(entry.at)}, v.day, v.id, ${entry.step}, ${entry.from}, ${entry.to}, ${entry.desk}, ${entry.role},
        ${entry.unit}, ${JSON.stringify(entry.detail)}::jsonb from v
    )
    select id from v`.execute(tx)
  return rows.length === 1
}

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value))

export async function visitById(tx: Tx, visit: VisitId): Promise<Visit | null> {
  const row = await tx.selectFrom('visit').selectAll().where('id', '=', visit).executeTakeFirst()
  return row ? asVisit(row) : null
}

export async function visitBySecret(tx: Tx, secret: Id<'secret'>): Promise<Visit | null> {
  const row = await tx.selectFrom('visit').selectAll().where('secret', '=', secret).executeTakeFirst()
  return row ? asVisit(row) : null
}

/** The visits still open of a day, oldest first. */
export async function openVisits(tx: Tx, day: string): Promise<Visit[]> {
  const rows = await tx
    .selectFrom('visit')
    .selectAll()
    .where('day', '=', day)
    .where('state', 'in', ['waiting', 'called', 'serving', 'parked'])
    .orderBy('number')
    .execute()
  return rows.map(asVisit)
}

/** Open visits of days before `day`, that nobody ended. */
export async function forgottenVisits(tx: Tx, day: string): Promise<Visit[]> {
  const rows = await tx
    .selectFrom('visit')
    .selectAll()
    .where('day', '<', day)
    .where('state', 'in', ['waiting', 'called', 'serving', 'parked'])
    .execute()
  return rows.map(asVisit)
}

/** Visits called since `from`, ended ones too: what the displays still show after a restart. */
export async function calledSince(tx: Tx, from: Instant): Promise<Visit[]> {
  const rows = await tx.selectFrom('visit').selectAll().where('called_at', '>=', asDate(from)).execute()
  return rows.map(asVisit)
}

/** Where a reader stands: everything written by transactions before `horizon` is known to it. */
export type Horizon = string

/**
 * The visits changed by transactions that were not over at `since`, and the new horizon. Transaction numbers and the
 * oldest one still running (pg_snapshot_xmin) make it complete whatever the order in which transactions commit.
 */
export async function changedVisits(tx: Tx, since: Horizon): Promise<{ visits: Visit[]; horizon: Horizon }> {
  const { rows } = await sql<Row & { horizon: string }>`
    select h.horizon, v.* from (select pg_snapshot_xmin(pg_current_snapshot())::text as horizon) h
    left join visit v on v.changed_tx >= ${since}::xid8`.execute(tx)
  return { visits: rows.filter((row) => row.id !== null).map(asVisit), horizon: rows[0]?.horizon ?? since }
}
