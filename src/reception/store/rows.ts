import type { Selectable } from 'kysely'
import type { DeskStateTable, JournalTable, VisitTable } from '../../db/index.ts'
import {
  type ConcernId,
  type DeskId,
  type Id,
  type Instant,
  id,
  instant,
  type StationId,
  type UnitId,
} from '../../kernel/index.ts'
import type { DeskState, Sitting } from '../rules/desk.ts'
import type { JournalEntry, Pass, State, Step, Visit, VisitOutcome } from '../rules/visit.ts'
import type { CallReason } from '../rules/waiting.ts'

const at = (date: Date): Instant => instant(date.getTime())
const atOrNull = (date: Date | null): Instant | null => (date ? at(date) : null)

export const asDate = (moment: Instant): Date => new Date(moment)
export const asDateOrNull = (moment: Instant | null): Date | null =>
  moment === null ? null : new Date(moment)

/** A row of `visit` as the rules know it. */
export const asVisit = (row: Selectable<VisitTable>): Visit => ({
  id: id<'visit'>(row.id),
  secret: id<'secret'>(row.secret),
  day: row.day,
  number: row.number,
  arrivedAt: at(row.arrived_at),
  arrival: row.arrival as Visit['arrival'],
  concerns: row.concerns as ConcernId[],
  partySize: row.party_size,
  readingLanguage: row.reading_language,
  spokenLanguage: row.spoken_language,
  needs: row.needs,
  route: row.route as StationId[],
  promised:
    row.promised_from && row.promised_to ? { from: at(row.promised_from), to: at(row.promised_to) } : null,
  state: row.state as State,
  since: at(row.since),
  desk: row.desk as DeskId | null,
  unit: id<'unit'>(row.unit),
  calls: row.calls,
  calledAt: atOrNull(row.called_at),
  callableFrom: atOrNull(row.callable_from),
  pass: row.pass as Pass | null,
  calledWhy: row.called_why as CallReason | null,
  stop: row.stop,
  awaySince: atOrNull(row.away_since),
  bring: row.bring,
  outcome: row.outcome as VisitOutcome | null,
  concernsDone: row.concerns_done as ConcernId[],
  last: row.last as Visit['last'],
  version: row.version,
})

/** A row of `desk_state`; the unit comes from the pack. */
export const asDeskState = (row: Selectable<DeskStateTable>): DeskState => ({
  id: id<'desk'>(row.desk),
  open: row.open,
  since: at(row.since),
  bufferUntil: atOrNull(row.buffer_until),
  sitter: row.sitter,
  languages: row.languages,
  skills: row.skills as ConcernId[] | null,
  work: row.work as Sitting,
  restedAt: atOrNull(row.rested_at),
  breakUntil: atOrNull(row.break_until),
})

export const asEntry = (row: Selectable<JournalTable>): JournalEntry => ({
  at: at(row.at),
  visit: id<'visit'>(row.visit),
  step: row.step as Step,
  from: row.from_state as State | null,
  to: row.to_state as State,
  desk: row.desk as DeskId | null,
  role: row.role,
  unit: row.unit as UnitId,
  detail: row.detail as JournalEntry['detail'],
})

/** The secret of a ticket's link, as it may come from anywhere: 22 characters of base64url or nothing. */
export const asSecret = (text: string): Id<'secret'> | null =>
  /^[\w-]{22}$/.test(text) ? id<'secret'>(text) : null
