import type { ConcernId, DeskId, Id, Instant, UnitId, VisitId } from '../../kernel/index.ts'

/** Where a visit stands. The last four are ends: done, left (went by herself), missed (called in vain), unserved (the day ended). */
export const STATES = [
  'waiting',
  'called',
  'serving',
  'parked',
  'done',
  'left',
  'missed',
  'unserved',
] as const
export type State = (typeof STATES)[number]

export const OUTCOMES = ['done', 'partly', 'come_back', 'left'] as const
export type VisitOutcome = (typeof OUTCOMES)[number]

/** A visit on its way to another unit: stays the sender's until taken there. */
export type Pass = { readonly from: UnitId; readonly fromDesk: DeskId | null; readonly deadline: Instant }

/** What changes in the course of a visit; `previous` of it is kept so that one misclick can be undone. */
export type Standing = {
  readonly state: State
  readonly since: Instant
  /** The desk she is called to or served at; of a parked visit the desk that brings her back. Null while waiting. */
  readonly desk: DeskId | null
  /** The unit whose queue she stands in. */
  readonly unit: UnitId
  /** How often her number was called. */
  readonly calls: number
  readonly calledAt: Instant | null
  /** She rests after "not here" until then. */
  readonly callableFrom: Instant | null
  readonly pass: Pass | null
  readonly outcome: VisitOutcome | null
  readonly concernsDone: readonly ConcernId[]
}

export type Visit = Standing & {
  readonly id: VisitId
  /** The part of the ticket's link that nobody can guess. */
  readonly secret: Id<'secret'>
  /** Day of service in the city's zone, "YYYY-MM-DD". */
  readonly day: string
  readonly number: number
  readonly arrivedAt: Instant
  readonly arrival: 'kiosk' | 'phone' | 'reception'
  /** First is the main one: it decides who can serve. */
  readonly concerns: readonly ConcernId[]
  readonly partySize: number
  readonly readingLanguage: string
  readonly spokenLanguage: string
  readonly needs: readonly string[]
  /** Counts the changes: a save is refused when another came first. */
  readonly version: number
  /** The last step and the standing before it, for undo; null after an undo or at the start. */
  readonly last: {
    readonly step: Step
    readonly at: Instant
    readonly desk: DeskId | null
    readonly before: Standing
  } | null
}

/** Steps of a visit, as the journal names them. */
export const STEPS = [
  'arrived',
  'called',
  'called_again',
  'started',
  'not_here',
  'parked',
  'brought_back',
  'passed',
  'taken_back',
  'finished',
  'left',
  'undone',
  'day_ended',
] as const
export type Step = (typeof STEPS)[number]

/** What somebody asks of a visit. `desk` is the desk that asks; null: the visitor herself or the reception. */
export type Command =
  | { readonly do: 'call'; readonly desk: DeskId }
  | { readonly do: 'call_again'; readonly desk: DeskId }
  | { readonly do: 'start'; readonly desk: DeskId | null }
  | { readonly do: 'not_here'; readonly desk: DeskId | null }
  | { readonly do: 'park'; readonly desk: DeskId | null }
  | { readonly do: 'bring_back'; readonly desk: DeskId }
  | { readonly do: 'pass'; readonly desk: DeskId | null; readonly to: UnitId }
  | { readonly do: 'take_back'; readonly desk: DeskId; readonly unit: UnitId }
  | {
      readonly do: 'finish'
      readonly desk: DeskId | null
      readonly outcome: VisitOutcome
      readonly concerns: readonly ConcernId[]
    }
  | { readonly do: 'leave'; readonly desk: DeskId | null }
  | { readonly do: 'undo'; readonly desk: DeskId | null }
  | { readonly do: 'end_day'; readonly desk: null }

/** One line of the journal: never a person. `detail` holds codes only (reason, outcome, unit, what was undone). */
export type JournalEntry = {
  readonly at: Instant
  readonly visit: VisitId
  readonly step: Step
  readonly from: State | null
  readonly to: State
  readonly desk: DeskId | null
  readonly role: string
  readonly unit: UnitId
  readonly detail: Readonly<Record<string, string | number | readonly string[]>>
}
