import { NEEDS, type Policies, type Premises } from '../rules/city.ts'
import { STAFF_ROLES } from '../rules/staff.ts'
import { readHours } from './calendar.ts'
import { fitFile, known, knownKeys } from './reading.ts'
import { policiesShape } from './shapes.ts'
import { type Mistakes, readSource } from './source.ts'

const HEAD_STARTS = new Set<string>(['urgent', 'language', ...NEEDS])

/** Reads the rules of the hall; null when one of them is wrong: no rule is guessed. */
export function readPolicies(folder: string, mistakes: Mistakes): Policies | null {
  const source = readSource(folder, { file: 'policies.yaml', entries: [] }, mistakes)
  const raw = fitFile(policiesShape, source, mistakes)
  if (!raw) return null
  const [low, typical, high] = raw.note_minutes
  const heads = Object.entries(raw.head_start_minutes)
  const at = { existing: HEAD_STARTS, source, path: ['head_start_minutes'], kind: 'need' }
  const needs = knownKeys(Object.keys(raw.head_start_minutes), at, mistakes)
  return {
    longestWaitMinutes: raw.longest_wait_minutes,
    promiseMarginMinutes: raw.promise_margin_minutes,
    repeatCalls: raw.repeat_calls,
    recallPauseMinutes: raw.recall_pause_minutes,
    bufferMinutes: raw.buffer_minutes,
    breakMinutes: raw.break_minutes,
    breakAfterMinutes: raw.break_after_minutes,
    helpWithinMinutes: raw.help_within_minutes,
    alarm: raw.alarm,
    passDeadlineMinutes: raw.pass_deadline_minutes,
    undoMinutes: raw.undo_minutes,
    noteMinutes: { low, typical, high },
    quietHours: readHours(raw.quiet_hours, { source, key: 'quiet_hours' }, mistakes),
    headStartMinutes: {
      urgent: 0,
      language: 0,
      ...Object.fromEntries(heads.filter(([need]) => needs.includes(need))),
    },
  }
}

/** The policies with responders that exist: roles of the staff and desks of the house; others are mistakes and fall away. */
export function withResponders(
  policies: Policies,
  { folder, premises }: { folder: string; premises: Premises },
  mistakes: Mistakes,
): Policies {
  const source = readSource(folder, { file: 'policies.yaml', entries: [] }, mistakes)
  const existing = new Set<string>([...STAFF_ROLES, ...premises.desks.map((desk) => desk.id)])
  const at = { existing, source, path: ['alarm', 'responders'], kind: 'role or desk' }
  return {
    ...policies,
    alarm: { ...policies.alarm, responders: known(policies.alarm.responders, at, mistakes) },
  }
}
