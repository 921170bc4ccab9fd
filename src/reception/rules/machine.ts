import { isRefusal, type Outcome, plusMinutes, refuse } from '../../kernel/index.ts'
import { type Circumstances, changeOf } from './changes.ts'

export type { Circumstances, StepPolicies } from './changes.ts'

import type { Command, JournalEntry, Standing, State, Step, Visit } from './visit.ts'

type Doing = Command['do']

/** What may be done with a visit in each state: draws the buttons, guards the server, drives the tests. */
export const ALLOWED = {
  waiting: ['call', 'take_back', 'go_out', 'be_back', 'wish', 'later', 'leave', 'end_day', 'undo'],
  called: ['call_again', 'start', 'not_here', 'park', 'pass', 'leave', 'end_day', 'undo'],
  serving: ['move_on', 'receipt', 'park', 'pass', 'finish', 'leave', 'end_day', 'undo'],
  parked: ['bring_back', 'start', 'pass', 'leave', 'end_day', 'undo'],
  done: ['undo'],
  left: ['undo'],
  missed: ['bring_back', 'undo'],
  unserved: [],
} as const satisfies Record<State, readonly Doing[]>

export const allows = (state: State, doing: Doing): boolean =>
  (ALLOWED[state] as readonly Doing[]).includes(doing)

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

/** A visit at one desk is not another desk's to change; a missed one may turn up anywhere. */
const isElsewhere = (visit: Visit, command: Command): boolean =>
  visit.desk !== null && command.desk !== null && visit.desk !== command.desk && visit.state !== 'missed'

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
  calledWhy: visit.calledWhy,
  stop: visit.stop,
  awaySince: visit.awaySince,
  outcome: visit.outcome,
  concernsDone: visit.concernsDone,
  bring: visit.bring,
})
