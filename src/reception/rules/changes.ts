import { type Instant, plusMinutes, type Refusal, refuse } from '../../kernel/index.ts'
import type { Command, JournalEntry, Standing, Step, Visit } from './visit.ts'
import type { CallReason } from './waiting.ts'

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
  readonly reason?: CallReason
}

/** What a command changes, and how the journal names it. */
export type StepChange = Partial<Standing> & { readonly step: Step; readonly detail?: JournalEntry['detail'] }

/** What an allowed command makes of a visit at the desk that asks, or a refusal. */
export function changeOf(
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
    case 'move_on':
      return movedOn(visit)
    case 'wish':
      return {
        step: 'wish_noted',
        state: 'done',
        awaySince: null,
        outcome: 'wish',
        detail: { times: command.times, concerns: visit.concerns },
      }
    case 'later':
      return { step: 'later_given', callableFrom: command.from }
    case 'receipt':
      return { step: 'receipt_given', detail: { papers: command.papers } }
    case 'go_out':
    case 'be_back':
      return outAndBack(visit, command.do, at)
    case 'finish':
      return finished(command)
    case 'leave':
      return { step: 'left', state: 'left', desk: null, awaySince: null, outcome: 'left' }
    case 'end_day':
      return { step: 'day_ended', state: 'unserved', desk: null, awaySince: null }
  }
}

/** Out of the house for a while, or in again; what is so already is refused. */
function outAndBack(visit: Visit, doing: 'go_out' | 'be_back', { now }: Circumstances): StepChange | Refusal {
  if ((visit.awaySince === null) !== (doing === 'go_out'))
    return refuse('wrong_state', 'visit.refused.wrong_state')
  return doing === 'go_out' ? { step: 'went_out', awaySince: now } : { step: 'came_back', awaySince: null }
}

const finished = ({ outcome, concerns, bring }: Command & { do: 'finish' }): StepChange => ({
  step: 'finished',
  state: outcome === 'left' ? 'left' : 'done',
  desk: null,
  outcome,
  concernsDone: concerns,
  bring: outcome === 'come_back' || outcome === 'partly' ? (bring ?? []) : [],
  detail: { outcome, concerns },
})

/** Called at a desk. Who was passed on is taken by this call: from now on she is this unit's. */
function called(visit: Visit, desk: Standing['desk'], at: Circumstances): StepChange {
  return {
    step: 'called',
    state: 'called',
    desk,
    calls: visit.calls + 1,
    calledAt: at.now,
    callableFrom: null,
    awaySince: null,
    calledWhy: at.reason ?? null,
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

/** To the next station of the route, with number and arrival kept; the last station has none after it. */
function movedOn(visit: Visit): StepChange | Refusal {
  const next = visit.route[visit.stop + 1]
  if (next === undefined) return refuse('wrong_state', 'visit.refused.last_station')
  return {
    step: 'moved_on',
    state: 'waiting',
    desk: null,
    stop: visit.stop + 1,
    calls: 0,
    calledAt: null,
    callableFrom: null,
    pass: null,
    detail: { station: next },
  }
}
