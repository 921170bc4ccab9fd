import type { ColumnType, Generated } from 'kysely'

/** A point in time as the database gives it; stores turn it into an `Instant` at their edge. */
type Timestamp = ColumnType<Date, Date, Date>
type TimestampOrNull = ColumnType<Date | null, Date | null, Date | null>
type Json<T> = ColumnType<T, string, string>

export type VisitTable = {
  id: string
  secret: string
  day: string
  number: number
  arrived_at: Timestamp
  arrival: string
  concerns: string[]
  party_size: number
  reading_language: string
  spoken_language: string
  needs: string[]
  state: string
  since: Timestamp
  desk: string | null
  unit: string
  calls: number
  called_at: TimestampOrNull
  callable_from: TimestampOrNull
  pass: Json<unknown>
  outcome: string | null
  concerns_done: string[]
  route: string[]
  stop: number
  called_why: string | null
  bring: string[]
  promised_from: TimestampOrNull
  promised_to: TimestampOrNull
  away_since: TimestampOrNull
  last: Json<unknown>
  version: number
  changed_tx: ColumnType<string, never, never>
}

export type DeskStateTable = {
  desk: string
  open: boolean
  since: Timestamp
  buffer_until: TimestampOrNull
  sitter: string | null
  languages: string[] | null
  skills: string[] | null
  work: string
  rested_at: TimestampOrNull
  break_until: TimestampOrNull
  changed_tx: ColumnType<string, never, never>
}

export type JournalTable = {
  seq: Generated<number>
  at: Timestamp
  day: string
  visit: string
  step: string
  from_state: string | null
  to_state: string
  desk: string | null
  role: string
  unit: string
  detail: Json<Record<string, unknown>>
}

export type HouseJournalTable = {
  seq: Generated<number>
  at: Timestamp
  day: string
  desk: string | null
  step: string
  from_state: string
  to_state: string
  role: string
  detail: Json<Record<string, unknown>>
}

export type AlarmTable = {
  id: string
  desk: string
  drill: boolean
  state: string
  raised_at: Timestamp
  since: Timestamp
}

export type Schema = {
  visit: VisitTable
  desk_state: DeskStateTable
  journal: JournalTable
  house_journal: HouseJournalTable
  alarm: AlarmTable
  service_day: { day: string; first_number: number }
  intake_stop: { one: Generated<boolean>; since: Timestamp; role: string; reason: string }
  answered: { scope: string; key: string; content: string; answer: Json<unknown>; at: Timestamp }
  device_token: {
    id: string
    hash: string
    role: string
    desk: string | null
    created_at: Timestamp
    revoked_at: TimestampOrNull
  }
  barrier_report: {
    id: string
    at: Timestamp
    language: string
    what: string
    place: string | null
    answer_to: string | null
    done_at: TimestampOrNull
  }
  user: {
    id: string
    name: string
    email: string
    emailVerified: boolean
    image: string | null
    createdAt: Timestamp
    updatedAt: Timestamp
    staffId: string | null
    role: string | null
  }
  session: {
    id: string
    expiresAt: Timestamp
    token: string
    createdAt: Timestamp
    updatedAt: Timestamp
    ipAddress: string | null
    userAgent: string | null
    userId: string
  }
}
