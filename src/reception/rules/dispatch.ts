import type { Instant } from '../../kernel/index.ts'
import type { CallReason, DeskReason, DeskSkills, DispatchPolicy, IdleDesk, Waiting } from './waiting.ts'

/** What a scan is made under; put together once, not for each visit. */
export type Moment = { readonly now: Instant; readonly policy: DispatchPolicy }

/** The rank of a visit that this desk cannot call now. */
export const CANNOT = -1

/** Lifts those near the promise above everybody else: longer than any wait and head start together (milliseconds). */
const PROMISE_TIER = 1e12

/** Whether a desk can serve a visit at all: passed to its unit, or one of the concerns it does. */
export const canServe = (visit: Waiting, desk: DeskSkills): boolean =>
  visit.unit < 0 ? desk.serves[visit.concern] === 1 : visit.unit === desk.unit

/**
 * How soon a desk should call a visit: higher is sooner, `CANNOT` is never. Who comes near the longest wait the office
 * promises goes before everybody who does not, the longest waiting first; among the others counts the time waited plus
 * the head start of needs, urgency and a shared language. So nobody starves and within equals the first to come is first.
 */
export function rank(visit: Waiting, desk: DeskSkills, moment: Moment): number {
  if (visit.callableFrom > moment.now || !canServe(visit, desk)) return CANNOT
  return seniority(visit, desk.speaks[visit.language] === 1, moment)
}

/** The rank at a desk that can serve her: what she has behind her, in milliseconds. */
export function seniority(visit: Waiting, understood: boolean, { now, policy }: Moment): number {
  const waited = Math.max(0, now - visit.arrivedAt)
  if (waited >= policy.longestWait - policy.promiseMargin) return PROMISE_TIER + waited
  return waited + headStartOf(visit, understood, policy)
}

const headStartOf = (visit: Waiting, understood: boolean, policy: DispatchPolicy): number =>
  visit.headStart + (understood ? policy.languageHeadStart : 0)

/** The position of who is next for this desk, or -1: one scan, nothing allocated, the order of the array does not matter. */
export function next(waiting: readonly Waiting[], desk: DeskSkills, moment: Moment): number {
  let best = -1
  let bestRank = CANNOT
  for (let i = 0; i < waiting.length; i++) {
    const visit = waiting[i] as Waiting
    const value = rank(visit, desk, moment)
    if (
      value > bestRank ||
      (value === bestRank && value !== CANNOT && isBefore(visit, waiting[best] as Waiting))
    ) {
      best = i
      bestRank = value
    }
  }
  return best
}

/** Settles a tie: who arrived earlier, then the smaller id, so that the answer never depends on chance. */
export const isBefore = (a: Waiting, b: Waiting): boolean =>
  a.arrivedAt !== b.arrivedAt ? a.arrivedAt < b.arrivedAt : a.id < b.id

export type Choice = {
  readonly winner: Waiting
  readonly waiting: readonly Waiting[]
  readonly desk: DeskSkills
  readonly moment: Moment
}

/** Why the winner is next, worked out for her alone: what she would not have been first without. */
export function whyNext({ winner, waiting, desk, moment }: Choice): CallReason {
  const { now, policy } = moment
  const due = now - winner.arrivedAt >= policy.longestWait - policy.promiseMargin
  const unpromised = (visit: Waiting): number =>
    Math.max(0, now - visit.arrivedAt) + headStartOf(visit, desk.speaks[visit.language] === 1, policy)
  const first = waiting.every(
    (other) =>
      other.id === winner.id ||
      rank(other, desk, moment) === CANNOT ||
      (isBefore(winner, other) && !(due && unpromised(other) > unpromised(winner))),
  )
  if (first) return 'first_come'
  if (due) return 'promise_due'
  if (winner.urgent) return 'urgent'
  const runnerUp = waiting.reduce(
    (most, other) => (other.id === winner.id ? most : Math.max(most, rank(other, desk, moment))),
    CANNOT,
  )
  const language = desk.speaks[winner.language] === 1 ? policy.languageHeadStart : 0
  const withoutLanguage = rank(winner, desk, moment) - language
  return winner.needs && (language === 0 || withoutLanguage >= runnerUp)
    ? 'need'
    : language > 0
      ? 'language'
      : 'need'
}

/**
 * Which idle desk takes an arrival: one that understands her, then the one that can do the fewest other things (so that
 * desks that can do everything stay free), then the longest idle.
 */
export function deskFor(
  visit: Waiting,
  idle: readonly IdleDesk[],
): { readonly index: number; readonly why: DeskReason } | null {
  let best = -1
  let candidates = 0
  for (let i = 0; i < idle.length; i++) {
    const desk = idle[i] as IdleDesk
    if (!canServe(visit, desk)) continue
    candidates += 1
    if (best < 0 || compareDesks(visit, desk, idle[best] as IdleDesk) < 0) best = i
  }
  if (best < 0) return null
  return { index: best, why: whyDesk(visit, idle, { best, candidates }) }
}

function compareDesks(visit: Waiting, a: IdleDesk, b: IdleDesk): number {
  const language = (b.speaks[visit.language] ?? 0) - (a.speaks[visit.language] ?? 0)
  if (language !== 0) return language
  return a.breadth - b.breadth || a.idleSince - b.idleSince || (a.id < b.id ? -1 : 1)
}

function whyDesk(
  visit: Waiting,
  idle: readonly IdleDesk[],
  found: { best: number; candidates: number },
): DeskReason {
  if (found.candidates === 1) return 'only_desk'
  const desk = idle[found.best] as IdleDesk
  const others = idle.filter((other, i) => i !== found.best && canServe(visit, other))
  if (desk.speaks[visit.language] === 1 && others.some((other) => other.speaks[visit.language] !== 1))
    return 'language'
  return others.some((other) => other.breadth > desk.breadth) ? 'special_desk' : 'longest_idle'
}
