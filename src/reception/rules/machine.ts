import {
  type Instant,
  isRefusal,
  type Outcome,
  plusMinutes,
  type Refusal,
  refuse,
} from '../../kernel/index.ts'
import type { Command, JournalEntry, Standing, State, Step, Visit } from './visit.ts'

type Doing = Command['do']

/** What may be done with a visit in each state: draws the buttons, guards the server, drives the tests. */
export const ALLOWED = {
  waiting: ['call', 'take_back', 'leave', 'end_day', 'undo'],
  called: ['call_again', 'start', 'not_here', 'park', 'pass', 'leave', 'end_day', 'undo'],
  serving: ['park', 'pass', 'finish', 'leave', 'end_day', 'undo'],
  parked: ['bring_back', 'start', 'pass', 'leave', 'end_day', 'undo'],
  done: ['undo'],
  left: ['undo'],
  missed: ['bring_back', 'undo'],
  unserved: [],
} as const satisfies Record<State, readonly Doing[]>

export const allows = (state: State, doing: Doing): boolean =>
  (ALLOWED[state] as readonly Doing[]).includes(doing)

/** The policies a step needs, as the pack names them, in minutes. */
export type StepPolicies = {
  readonly repeatCalls: number
  readonly recallPauseMinutes: number
  readonly passDeadlineMinutes: number
  readonly undoMinutes: number
}

export type Circumstances = {
  readonly now: Instant
  readonly policies: StepPolicies
  readonly role: string
  /** Why this visit was chosen, for the journal of a call. */
  readonly reason?: string
}

export type Decided = { readonly visit: Visit; readonly entry: JournalEntry }

/**
 * What a command makes of a visit: the visit as it then is and its line in the journal, or a refusal. A command without
 * a desk (the visitor, the reception, a device that names the visit) speaks for the desk the visit is at.
 */
export function decide(visit: Visit, command: Command, at: Circumstances): Outcome<Decided> {
  if (!allows(visit.state, command.do)) return refuse('wrong_state', 'visit.refused.wrong_state')
  if (command.do === 'undo') return undo(visit, command.desk, at)
  if (isElsewhere(visit, command)) return refuse('wrong_state', 'visit.refused.other_desk')
  const change = changeOf(visit, command, at)
  if (isRefusal(change)) return change
  const { step, detail, ...changed } = change
  const before = standingOf(visit)
  const desk = command.desk ?? visit.desk
  const after: Visit = {
    ...visit,
    ...changed,
    since: changed.state === undefined || changed.state === visit.state ? visit.since : at.now,
    last: { step, at: at.now, desk, before },
    version: visit.version + 1,
  }
  return { visit: after, entry: entryOf(visit, after, { step, desk, detail: detail ?? {}, at }) }
}

type StepChange = Partial<Standing> & { readonly step: Step; readonly detail?: JournalEntry['detail'] }

/** A visit at one desk is not another desk's to change; a missed one may turn up anywhere. */
const isElsewhere = (visit: Visit, command: Command): boolean =>
  visit.desk !== null && command.desk !== null && visit.desk !== command.desk && visit.state !== 'missed'

function changeOf(
  visit: Visit,
  command: Exclude<Command, { do: 'undo' }>,
  at: Circumstances,
): StepChange | Refusal {
  switch (command.do) {
    case 'call':
      return called(visit, command.desk, at)
    case 'call_again':
      return { step: 'called_again', calls: visit.calls + 1, calledAt: at.now }
    case 'start':
      return { step: 'started', state: 'serving' }
    case 'not_here':
      return notHere(visit, at)
    case 'park':
      return { step: 'parked', state: 'parked' }
    case 'bring_back':
      return {
        step: 'brought_back',
        state: 'called',
        desk: command.desk,
        calledAt: at.now,
        calls: visit.calls + 1,
      }
    case 'pass':
      return passed(visit, command, at)
    case 'take_back':
      return takenBack(visit, command)
    case 'finish':
      return {
        step: 'finished',
        state: command.outcome === 'left' ? 'left' : 'done',
        desk: null,
        outcome: command.outcome,
        concernsDone: command.concerns,
        detail: { outcome: command.outcome, concerns: command.concerns },
      }
    case 'leave':
      return { step: 'left', state: 'left', desk: null, outcome: 'left' }
    case 'end_day':
      return { step: 'day_ended', state: 'unserved', desk: null }
  }
}

/** Called at a desk. Who was passed on is taken by this call: from now on she is this unit's. */
function called(visit: Visit, desk: Standing['desk'], at: Circumstances): StepChange {
  return {
    step: 'called',
    state: 'called',
    desk,
    calls: visit.calls + 1,
    calledAt: at.now,
    callableFrom: null,
    pass: null,
    detail: {
      ...(at.reason ? { why: at.reason } : {}),
      ...(visit.pass ? { taken_from: visit.pass.from } : {}),
    },
  }
}

/** Back into the queue with her arrival kept, to rest a while; after the last call she counts as missed. */
function notHere(visit: Visit, { now, policies }: Circumstances): StepChange {
  if (visit.calls >= policies.repeatCalls) return { step: 'not_here', state: 'missed', desk: null }
  return {
    step: 'not_here',
    state: 'waiting',
    desk: null,
    callableFrom: plusMinutes(now, policies.recallPauseMinutes),
    detail: { calls: visit.calls },
  }
}

/** To another unit's queue: number and arrival stay, and she stays the sender's until the other unit calls her. */
function passed(
  visit: Visit,
  command: Command & { do: 'pass' },
  { now, policies }: Circumstances,
): StepChange | Refusal {
  if (command.to === visit.unit) return refuse('wrong_state', 'visit.refused.same_unit')
  return {
    step: 'passed',
    state: 'waiting',
    desk: null,
    unit: command.to,
    calls: 0,
    callableFrom: null,
    pass: {
      from: visit.unit,
      fromDesk: command.desk ?? visit.desk,
      deadline: plusMinutes(now, policies.passDeadlineMinutes),
    },
    detail: { from: visit.unit, to: command.to },
  }
}

/** The sender takes back who was not taken yet: into the old queue, with her arrival kept. */
function takenBack(visit: Visit, command: Command & { do: 'take_back' }): StepChange | Refusal {
  if (visit.pass?.from !== command.unit) return refuse('wrong_state', 'visit.refused.wrong_state')
  return {
    step: 'taken_back',
    unit: command.unit,
    pass: null,
    detail: { from: visit.unit, to: command.unit },
  }
}

/** Takes the last step back, as a step of its own in the journal; by whom it was done, and not long after. */
function undo(visit: Visit, desk: Standing['desk'], at: Circumstances): Outcome<Decided> {
  const { last } = visit
  if (!last || last.step === 'arrived') return refuse('wrong_state', 'visit.refused.nothing_to_undo')
  if (desk !== null && last.desk !== null && desk !== last.desk)
    return refuse('wrong_state', 'visit.refused.other_desk')
  if (at.now > plusMinutes(last.at, at.policies.undoMinutes))
    return refuse('wrong_state', 'visit.refused.undo_too_late')
  const after: Visit = { ...visit, ...last.before, last: null, version: visit.version + 1 }
  const details = { step: 'undone' as const, desk: desk ?? last.desk, detail: { undone: last.step }, at }
  return { visit: after, entry: entryOf(visit, after, details) }
}

function entryOf(
  before: Visit,
  after: Visit,
  {
    step,
    desk,
    detail,
    at,
  }: { step: Step; desk: Standing['desk']; detail: JournalEntry['detail']; at: Circumstances },
): JournalEntry {
  return {
    at: at.now,
    visit: after.id,
    step,
    from: before.state,
    to: after.state,
    desk,
    role: at.role,
    unit: after.unit,
    detail,
  }
}

export const standingOf = (visit: Visit): Standing => ({
  state: visit.state,
  since: visit.since,
  desk: visit.desk,
  unit: visit.unit,
  calls: visit.calls,
  calledAt: visit.calledAt,
  callableFrom: visit.callableFrom,
  pass: visit.pass,
  outcome: visit.outcome,
  concernsDone: visit.concernsDone,
})
