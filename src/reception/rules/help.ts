import { type DeskId, MINUTE } from '../../kernel/index.ts'
import { canServe, type Moment } from './dispatch.ts'
import type { DeskSkills, Waiting } from './waiting.ts'

/** A desk in use, as far as the question for help looks. */
export type Helper = {
  readonly id: DeskId
  readonly skills: DeskSkills
  /** `front`: there for the people in the hall; `back`: in the back office; `away`: on a break or on the way there. */
  readonly place: 'front' | 'back' | 'away'
  readonly busy: boolean
  /** Whether anybody waits whom this desk can serve. */
  readonly wanted: boolean
  /** Indexes of concerns who sits there can do beside the desk's own. */
  readonly knows: ReadonlySet<number>
}

export type HelpQuestion = {
  /** Those who wait longest first; a few are enough. */
  readonly waiting: readonly Waiting[]
  readonly desks: readonly Helper[]
  readonly moment: Moment
  /** The longest wait somebody may come to within so many minutes. */
  readonly withinMinutes: number
  /** Minutes until she would be called by the desks that are there; null when none of them can serve her. */
  readonly minutesTo: (visit: Waiting) => number | null
}

export type HelpWanted = {
  /** Whose promise would break. */
  readonly visit: Waiting
  /** The desks whose people could help, on whose pages it is said. */
  readonly desks: readonly DeskId[]
}

/**
 * "Please help at the front": for one visit at a time, and only when her promise breaks without it: she comes to the
 * longest wait soon, and the desks that are there would not call her before. Meant is whoever could serve her and is not
 * needed elsewhere: in the back office, or idle at another desk. Never somebody on a break. Null when all is well, or
 * when nobody could help.
 */
export function helpWanted(question: HelpQuestion): HelpWanted | null {
  for (const visit of question.waiting) {
    if (!breaks(visit, question)) continue
    const desks = question.desks.filter((desk) => couldHelp(desk, visit)).map(({ id }) => id)
    if (desks.length > 0) return { visit, desks }
  }
  return null
}

function breaks(visit: Waiting, { moment, withinMinutes, minutesTo }: HelpQuestion): boolean {
  const { now, policy } = moment
  if (visit.callableFrom > now) return false
  const left = (visit.arrivedAt + policy.longestWait - now) / MINUTE
  if (left > withinMinutes) return false
  const called = minutesTo(visit)
  return called === null || called > left
}

function couldHelp(desk: Helper, visit: Waiting): boolean {
  if (desk.busy || desk.place === 'away') return false
  const able = canServe(visit, desk.skills) || (visit.unit < 0 && desk.knows.has(visit.concern))
  if (!able) return false
  // Who has people before the own desk is needed there.
  return desk.place === 'back' || !desk.wanted
}
