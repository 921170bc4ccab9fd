import { type DeskId, type Instant, minutesBetween, type VisitId } from '../../kernel/index.ts'
import type { JournalEntry, State } from './visit.ts'

/** A time a visit spent in one state; `to` is null while it lasts. */
export type Interval = {
  readonly state: State
  readonly from: Instant
  readonly to: Instant | null
  readonly desk: DeskId | null
}

export type VisitTimes = {
  readonly visit: VisitId
  readonly arrivedAt: Instant
  readonly intervals: readonly Interval[]
  readonly end: State
  /** Minutes until the call that led to the desk: in the queue, and called in vain; parked time does not count. */
  readonly waitedMinutes: number | null
  readonly servedMinutes: number
}

/** The journal without the steps that were undone, and without the undoing. */
export function withoutUndone(entries: readonly JournalEntry[]): JournalEntry[] {
  const kept: JournalEntry[] = []
  for (const entry of entries) {
    if (entry.step === 'undone') kept.pop()
    else kept.push(entry)
  }
  return kept
}

/** The times of one visit, from its lines of the journal in order. */
export function timesOf(entries: readonly JournalEntry[]): VisitTimes | null {
  const steps = withoutUndone(entries)
  const [first] = steps
  const last = steps.at(-1)
  if (!first || !last) return null
  const intervals: Interval[] = []
  for (const [i, entry] of steps.entries()) {
    const next = steps.slice(i + 1).find((later) => later.to !== entry.to || later.step === 'passed')
    if (i > 0 && steps[i - 1]?.to === entry.to && entry.step !== 'passed') continue
    intervals.push({ state: entry.to, from: entry.at, to: next?.at ?? null, desk: entry.desk })
  }
  return {
    visit: first.visit,
    arrivedAt: first.at,
    intervals,
    end: last.to,
    waitedMinutes: waitedOf(intervals),
    servedMinutes: total(intervals.filter((interval) => interval.state === 'serving')),
  }
}

/** Waiting ends with the call after which she first stood at a desk; until then being called in vain is waiting too. */
function waitedOf(intervals: readonly Interval[]): number | null {
  const served = intervals.findIndex((interval) => interval.state === 'serving')
  if (served < 0) return null
  const beforeDesk = intervals.slice(0, served)
  const lastCall = beforeDesk.at(-1)
  const waits = lastCall?.state === 'called' ? beforeDesk.slice(0, -1) : beforeDesk
  return total(waits.filter((interval) => interval.state === 'waiting' || interval.state === 'called'))
}

const total = (intervals: readonly Interval[]): number =>
  intervals.reduce((sum, { from, to }) => sum + (to === null ? 0 : minutesBetween(from, to)), 0)

export type DayFigures = {
  readonly arrived: number
  readonly served: number
  readonly missed: number
  readonly left: number
  readonly unserved: number
  readonly open: number
  readonly meanWaitMinutes: number | null
  readonly p90WaitMinutes: number | null
  readonly longestWaitMinutes: number | null
  readonly meanServiceMinutes: number | null
  /** Of those whose visit is over and who did not leave by themselves: how many, and how many with an outcome. */
  readonly ended: number
  readonly withOutcome: number
  /** Who noted a wish for an appointment instead of waiting on. */
  readonly wishes: number
  /** Share of those served who waited no longer than promised, 0 to 1. */
  readonly promiseKept: number | null
}

/** The figures of a day, worked out of its journal: the same journal gives the same figures, whenever it is asked. */
export function dayFigures(entries: readonly JournalEntry[], longestWaitMinutes: number): DayFigures {
  const byVisit = new Map<VisitId, JournalEntry[]>()
  for (const entry of entries) {
    const list = byVisit.get(entry.visit)
    if (list) list.push(entry)
    else byVisit.set(entry.visit, [entry])
  }
  const times = [...byVisit.values()].flatMap((list) => timesOf(list) ?? [])
  const waits = times.flatMap((time) => time.waitedMinutes ?? []).sort((a, b) => a - b)
  // A case still under way has no length yet.
  const services = times
    .filter((time) => time.waitedMinutes !== null && !isOpen(time))
    .map((time) => time.servedMinutes)
  const ended = (state: State) =>
    times.filter((time) => time.end === state && time.waitedMinutes === null).length
  return {
    arrived: times.length,
    served: waits.length,
    missed: ended('missed'),
    left: ended('left'),
    unserved: ended('unserved'),
    open: times.filter(isOpen).length,
    ended: times.filter((time) => !isOpen(time) && time.end !== 'left').length,
    withOutcome: times.filter((time) => time.end === 'done').length,
    wishes: ended('done'),
    meanWaitMinutes: mean(waits),
    p90WaitMinutes: waits[Math.ceil(waits.length * 0.9) - 1] ?? null,
    longestWaitMinutes: waits.at(-1) ?? null,
    meanServiceMinutes: mean(services),
    promiseKept:
      waits.length === 0 ? null : waits.filter((wait) => wait <= longestWaitMinutes).length / waits.length,
  }
}

const isOpen = ({ end }: VisitTimes): boolean => ['waiting', 'called', 'serving', 'parked'].includes(end)

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
