import { type DeskId, type Instant, instant, plusMinutes, type VisitId } from '../../kernel/index.ts'
import { isBefore } from './dispatch.ts'
import { asWaiting, type Indexes } from './indexes.ts'
import type { Visit } from './visit.ts'
import type { CallReason, Waiting } from './waiting.ts'

/** Ended visits stay this long, so that displays and phones can still tell what became of them. */
const KEPT_MINUTES = 15
/** A call is of interest to displays and phones this long. */
const CALL_MINUTES = 10

/**
 * The present hall, gathered from the visits one by one. It changes in place, because it is asked on every request and
 * in every play of a forecast; everything that decides reads it and is pure.
 */
export type Hall = {
  readonly indexes: Indexes
  readonly visits: Map<VisitId, Visit>
  /** Who waits and is not being called this instant; in no order. */
  readonly waiting: Waiting[]
  readonly places: Map<VisitId, number>
  /** How many wait for each concern. */
  readonly countByConcern: Int32Array
  /** Who is called to or served at each desk. */
  readonly atDesk: Map<DeskId, Visit>
  readonly parked: Map<VisitId, Visit>
  /** Passed on and not yet taken by the other unit. */
  readonly passed: Map<VisitId, Visit>
  /** Changed of late at a desk, in the order of the changes: what may still be undone. */
  readonly undoable: Map<VisitId, Visit>
  /** Latest call of each visit called in the last minutes. */
  readonly calls: Map<VisitId, RecentCall>
  readonly claimed: Set<VisitId>
  /** When what ended was forgotten last. */
  sweptAt: Instant
}

export type RecentCall = {
  readonly visit: VisitId
  readonly number: number
  readonly desk: DeskId
  readonly at: Instant
  /** When she came, and why she was called: for those she overtook. */
  readonly arrivedAt: Instant
  readonly why: CallReason | null
  /** When she stood at the desk or the call came to nothing; null while it holds. */
  readonly over: Instant | null
}

export const makeHall = (indexes: Indexes): Hall => ({
  indexes,
  visits: new Map(),
  waiting: [],
  places: new Map(),
  countByConcern: new Int32Array(indexes.spreads.length),
  atDesk: new Map(),
  parked: new Map(),
  passed: new Map(),
  undoable: new Map(),
  calls: new Map(),
  claimed: new Set(),
  sweptAt: instant(0),
})

/** Takes in a visit as it is now. An older or equal version than the known one changes nothing. */
export function applyVisit(hall: Hall, visit: Visit): void {
  const known = hall.visits.get(visit.id)
  if (known && known.version >= visit.version) return
  // What changed last stands last: steps of the same instant keep their order.
  hall.visits.delete(visit.id)
  hall.visits.set(visit.id, visit)
  removeWaiting(hall, visit.id)
  if (known?.desk && hall.atDesk.get(known.desk)?.id === visit.id) hall.atDesk.delete(known.desk)
  hall.parked.delete(visit.id)
  if (visit.state === 'waiting' && !hall.claimed.has(visit.id)) addWaiting(hall, visit)
  if ((visit.state === 'called' || visit.state === 'serving') && visit.desk)
    hall.atDesk.set(visit.desk, visit)
  if (visit.state === 'parked') hall.parked.set(visit.id, visit)
  keep(hall.passed, visit, visit.state === 'waiting' && visit.pass !== null)
  keep(hall.undoable, visit, visit.last !== null && visit.last.desk !== null)
  noteCall(hall, visit, known === undefined)
}

/** In the list, at its end, or out of it. */
function keep(list: Map<VisitId, Visit>, visit: Visit, belongs: boolean): void {
  list.delete(visit.id)
  if (belongs) list.set(visit.id, visit)
}

function noteCall(hall: Hall, visit: Visit, isNews: boolean): void {
  const known = hall.calls.get(visit.id)
  const holds = visit.state === 'called'
  // After a restart also those calls are known again that are over: the hall goes on saying how many there were.
  const desk = visit.desk ?? visit.last?.before.desk
  if ((holds || (isNews && !known)) && desk && visit.calledAt !== null) {
    hall.calls.set(visit.id, {
      visit: visit.id,
      number: visit.number,
      desk,
      at: visit.calledAt,
      arrivedAt: visit.arrivedAt,
      why: visit.calledWhy,
      over: holds ? null : visit.since,
    })
  } else if (known && known.over === null) {
    hall.calls.set(visit.id, { ...known, over: visit.since })
  }
}

/** Takes a visit out of the queue while a call of it is being saved, so that no other call of this process picks it. */
export function claim(hall: Hall, visit: VisitId): void {
  hall.claimed.add(visit)
  removeWaiting(hall, visit)
}

/** Ends a claim: whoever still waits stands in the queue again. */
export function release(hall: Hall, visit: VisitId): void {
  if (!hall.claimed.delete(visit)) return
  const known = hall.visits.get(visit)
  if (known?.state === 'waiting' && !hall.places.has(visit)) addWaiting(hall, known)
}

function addWaiting(hall: Hall, visit: Visit): void {
  const waiting = asWaiting(hall.indexes, visit)
  hall.places.set(visit.id, hall.waiting.length)
  hall.waiting.push(waiting)
  hall.countByConcern[waiting.concern] = (hall.countByConcern[waiting.concern] ?? 0) + 1
}

function removeWaiting(hall: Hall, visit: VisitId): void {
  const place = hall.places.get(visit)
  if (place === undefined) return
  hall.places.delete(visit)
  const gone = hall.waiting[place]
  const last = hall.waiting.pop()
  if (gone) hall.countByConcern[gone.concern] = (hall.countByConcern[gone.concern] ?? 0) - 1
  if (last && last.id !== visit) {
    hall.waiting[place] = last
    hall.places.set(last.id, place)
  }
}

/** The first `count` of those who wait and belong to what is asked for, by arrival: one scan, however many wait. */
export function earliest(
  hall: Hall,
  count: number,
  belongs: (visit: Visit) => boolean = () => true,
): Visit[] {
  const first: Waiting[] = []
  for (const waiting of hall.waiting) {
    const visit = hall.visits.get(waiting.id)
    if (visit && belongs(visit)) insertBounded(first, waiting, { count, before: isBefore })
  }
  return first.flatMap(({ id }) => hall.visits.get(id) ?? [])
}

/** Puts `item` at its place in a sorted list of at most `count`; what falls off the end is gone. */
export function insertBounded<T>(
  list: T[],
  item: T,
  { count, before }: { count: number; before: (a: T, b: T) => boolean },
): void {
  let place = list.length
  while (place > 0 && before(item, list[place - 1] as T)) place -= 1
  if (place >= count) return
  list.splice(place, 0, item)
  if (list.length > count) list.pop()
}

const SWEEP_MINUTES = 1

/** Forgets what ended a while ago; looks once a minute, because it is asked on every request. */
export function sweep(hall: Hall, now: Instant): void {
  if (now >= hall.sweptAt && now < plusMinutes(hall.sweptAt, SWEEP_MINUTES)) return
  hall.sweptAt = now
  const before = plusMinutes(now, -KEPT_MINUTES)
  for (const [id, visit] of hall.visits) {
    if (isOver(visit) && visit.since < before && (visit.calledAt ?? 0) < before) hall.visits.delete(id)
  }
  for (const [id, visit] of hall.undoable) if ((visit.last?.at ?? 0) < before) hall.undoable.delete(id)
  const callsBefore = plusMinutes(now, -CALL_MINUTES)
  for (const [id, call] of hall.calls) if (call.at < callsBefore) hall.calls.delete(id)
}

export const isOver = (visit: Pick<Visit, 'state'>): boolean =>
  visit.state === 'done' || visit.state === 'left' || visit.state === 'missed' || visit.state === 'unserved'
