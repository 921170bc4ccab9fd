import type { ConcernId, DeskId, Id, Instant, StationId, UnitId, VisitId } from '../../kernel/index.ts'
import type { CallReason } from './waiting.ts'

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

/** When an appointment would suit somebody. */
export const WISH_TIMES = ['any', 'morning', 'afternoon'] as const
export type WishTimes = (typeof WISH_TIMES)[number]

export const OUTCOMES = ['done', 'partly', 'come_back', 'wish', 'left'] as const
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
  /** Why she was called last; null where no rule chose her. */
  readonly calledWhy: CallReason | null
  /** Position on the route: the station she waits for or stands at. */
  readonly stop: number
  /** She went out for a while and keeps her place; nobody calls her. */
  readonly awaySince: Instant | null
  readonly outcome: VisitOutcome | null
  readonly concernsDone: readonly ConcernId[]
  /** Papers to bring when she comes again: keys of the pack. */
  readonly bring: readonly string[]
}

/** How somebody stands who has just come: nothing has happened yet. Since when and for which unit is added. */
export const JUST_CAME = {
  state: 'waiting',
  desk: null,
  calls: 0,
  calledAt: null,
  callableFrom: null,
  pass: null,
  calledWhy: null,
  stop: 0,
  awaySince: null,
  outcome: null,
  concernsDone: [],
  bring: [],
} as const satisfies Omit<Standing, 'since' | 'unit'>

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
  /** The stations of the visit in order; the first is the desk of her matter. */
  readonly route: readonly StationId[]
  /** The range she was told when she came: not before, not after. Null when nobody could tell. */
  readonly promised: { readonly from: Instant; readonly to: Instant } | null
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
  'moved_on',
  'went_out',
  'came_back',
  'wish_noted',
  'later_given',
  'receipt_given',
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
  | { readonly do: 'wish'; readonly desk: null; readonly times: WishTimes }
  | { readonly do: 'later'; readonly desk: null; readonly from: Instant }
  | { readonly do: 'receipt'; readonly desk: DeskId | null; readonly papers: readonly string[] }
  | { readonly do: 'move_on'; readonly desk: DeskId | null }
  | { readonly do: 'go_out'; readonly desk: null }
  | { readonly do: 'be_back'; readonly desk: null }
  | { readonly do: 'take_back'; readonly desk: DeskId; readonly unit: UnitId }
  | {
      readonly do: 'finish'
      readonly desk: DeskId | null
      readonly outcome: VisitOutcome
      readonly concerns: readonly ConcernId[]
      readonly bring?: readonly string[]
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
