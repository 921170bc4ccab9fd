import fc from 'fast-check'
import { type DeskId, id, isRefusal, plusMinutes, type UnitId } from '../../src/kernel/index.ts'
import { ALLOWED, type Circumstances, type Decided, decide } from '../../src/reception/rules/machine.ts'
import {
  type Command,
  type JournalEntry,
  JUST_CAME,
  OUTCOMES,
  type State,
  type Visit,
} from '../../src/reception/rules/visit.ts'
import { at, NINE } from './waiting.ts'

export const desk = (name: string): DeskId => id<'desk'>(name)
export const unit = (name: string): UnitId => id<'unit'>(name)

/** Three calls, five minutes of rest, twenty minutes to take somebody over, three minutes to undo. */
export const POLICIES = { repeatCalls: 3, recallPauseMinutes: 5, passDeadlineMinutes: 20, undoMinutes: 3 }

/** Number 42, who took her ticket at nine at the terminal and waits for the front unit. */
export const arrived = (more: Partial<Visit> = {}): Visit => ({
  id: id<'visit'>('visit-42'),
  secret: id<'secret'>('secret-42'),
  day: '2026-11-23',
  number: 42,
  arrivedAt: NINE,
  arrival: 'kiosk',
  concerns: [id<'concern'>('card')],
  partySize: 1,
  readingLanguage: 'ar',
  spokenLanguage: 'ar',
  needs: [],
  route: [id<'station'>('desk'), id<'station'>('fingerprints'), id<'station'>('cash')],
  promised: null,
  ...JUST_CAME,
  since: NINE,
  unit: unit('front'),
  version: 1,
  last: null,
  ...more,
})

/** The line the journal has of her arrival. */
export const arrivalOf = (visit: Visit): JournalEntry => ({
  at: visit.arrivedAt,
  visit: visit.id,
  step: 'arrived',
  from: null,
  to: 'waiting',
  desk: null,
  role: visit.arrival,
  unit: visit.unit,
  detail: { arrival: visit.arrival },
})

/** So many minutes past nine, by a clerk, under the policies of the tests or some of its own. */
export const when = (minutes: number, policies: Partial<typeof POLICIES> = {}): Circumstances => ({
  now: at(minutes),
  policies: { ...POLICIES, ...policies },
  role: 'clerk',
})

/** One step that must succeed. */
export function done(visit: Visit, command: Command, circumstances: Circumstances): Decided {
  const decided = decide(visit, command, circumstances)
  if (isRefusal(decided)) throw new Error(`${command.do}: ${decided.key}`)
  return decided
}

/** The key of the refusal, or "done". */
export function answer(visit: Visit, command: Command, circumstances: Circumstances): string {
  const decided = decide(visit, command, circumstances)
  return isRefusal(decided) ? decided.key : 'done'
}

export const ONE = desk('1')
export const call = (name: DeskId = ONE): Command => ({ do: 'call', desk: name })
export const start: Command = { do: 'start', desk: ONE }
export const notHere: Command = { do: 'not_here', desk: ONE }
export const park: Command = { do: 'park', desk: ONE }
export const finish: Command = { do: 'finish', desk: ONE, outcome: 'done', concerns: [] }
export const leave: Command = { do: 'leave', desk: null }
export const undo: Command = { do: 'undo', desk: ONE }
export const endDay: Command = { do: 'end_day', desk: null }
export const bringBack = (name: DeskId = ONE): Command => ({ do: 'bring_back', desk: name })
export const pass = (to: string): Command => ({ do: 'pass', desk: ONE, to: unit(to) })

/** Each command one minute after the other, from five past nine, all of which must succeed. */
export function led(commands: readonly Command[], policies: Partial<typeof POLICIES> = {}): Visit {
  return commands.reduce((visit, command, i) => done(visit, command, when(5 + i, policies)).visit, arrived())
}

/** How a visit comes into each state. */
export const WAYS: Readonly<Record<State, readonly Command[]>> = {
  waiting: [call(), start, pass('asylum')],
  called: [call()],
  serving: [call(), start],
  parked: [call(), start, park],
  done: [call(), start, finish],
  left: [leave],
  missed: [call(), notHere],
  unserved: [endDay],
}

/** A visit in this state at desk 1; whoever waits was passed on from the front unit to asylum. */
export const standing = (state: State): Visit =>
  led(WAYS[state], state === 'missed' ? { repeatCalls: 0 } : {})

const anyDeskName = fc.constantFrom(ONE, desk('2'), desk('3'))
const deskOrNone = fc.oneof({ weight: 4, arbitrary: anyDeskName }, fc.constant(null))
const anyUnit = fc.constantFrom(unit('front'), unit('asylum'), unit('money'))
const concerns = [id<'concern'>('card'), id<'concern'>('letter')]
const outcome = fc.constantFrom(...OUTCOMES)

/** Anything anybody may ask of a visit, from any of three desks or from none. */
export const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ do: fc.constantFrom('call', 'call_again', 'bring_back'), desk: anyDeskName }),
  fc.record({
    do: fc.constantFrom('start', 'not_here', 'park', 'undo', 'leave', 'move_on'),
    desk: deskOrNone,
  }),
  fc.record({ do: fc.constantFrom('go_out', 'be_back'), desk: fc.constant(null) }),
  fc.record({ do: fc.constant('pass'), desk: deskOrNone, to: anyUnit }),
  fc.record({ do: fc.constant('take_back'), desk: anyDeskName, unit: anyUnit }),
  fc.record({ do: fc.constant('finish'), desk: deskOrNone, outcome, concerns: fc.subarray(concerns) }),
  fc.constant(endDay),
)

/** What somebody wants: one of the things possible at her desk, counted from 0, or anything whatever. */
export type Wish = { readonly anything: Command; readonly possible: number | null }

export const anyWish: fc.Arbitrary<Wish> = fc.record({
  anything: anyCommand,
  possible: fc.option(fc.nat(100), { freq: 4 }),
})

/** The wish as a command for this visit. */
export function wished(visit: Visit, { anything, possible }: Wish): Command {
  // Only now and then does she leave or the day end, or nobody would ever come to a desk.
  const ends = [
    ...((possible ?? 0) > 85 ? [] : ['leave', 'wish', 'later']),
    ...((possible ?? 0) > 95 ? [] : ['end_day']),
  ]
  const options = ALLOWED[visit.state].filter((doing) => !ends.includes(doing))
  const doing = possible === null ? undefined : options[possible % options.length]
  if (!doing) return anything
  const at = visit.desk ?? anything.desk ?? ONE
  if (doing === 'pass') return { do: doing, desk: at, to: unit(visit.unit === 'front' ? 'asylum' : 'front') }
  if (doing === 'take_back') return { do: doing, desk: at, unit: visit.pass?.from ?? visit.unit }
  if (doing === 'finish') return { do: doing, desk: at, outcome: 'done', concerns: visit.concerns }
  if (doing === 'wish') return { do: doing, desk: null, times: 'any' }
  if (doing === 'later') return { do: doing, desk: null, from: plusMinutes(NINE, 240) }
  if (doing === 'receipt') return { do: doing, desk: at, papers: ['passport'] }
  if (doing === 'go_out' || doing === 'be_back') return { do: doing, desk: null }
  return doing === 'end_day' ? endDay : { do: doing, desk: at }
}

/** What happened to a visit and when, in minutes past nine; the journal it leaves begins with her arrival. */
export type Told = readonly (readonly [minutes: number, command: Command])[]

export function journalOf(
  told: Told,
  { visit: first = arrived(), policies = {} }: { visit?: Visit; policies?: Partial<typeof POLICIES> } = {},
): { visit: Visit; entries: JournalEntry[] } {
  let visit = first
  const entries = [arrivalOf(first)]
  for (const [minutes, command] of told) {
    const decided = done(visit, command, when(minutes, policies))
    visit = decided.visit
    entries.push(decided.entry)
  }
  return { visit, entries }
}
