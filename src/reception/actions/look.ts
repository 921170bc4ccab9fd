import { type Desk, deskById, openSpansOn } from '../../city/index.ts'
import { SYSTEM, transact } from '../../db/index.ts'
import type { DeskId, DisplayId, Instant, UnitId, VisitId } from '../../kernel/index.ts'
import { type Board, boardAfterAbsence, boardAt } from '../rules/board.ts'
import { canServe, deskFor, isBefore, rank } from '../rules/dispatch.ts'
import { withoutUndone } from '../rules/figures.ts'
import { type Hall, insertBounded } from '../rules/hall.ts'
import { asWaiting } from '../rules/indexes.ts'
import type { Visit } from '../rules/visit.ts'
import type { DeskReason, DeskSkills, IdleDesk, Waiting } from '../rules/waiting.ts'
import { isAtDesk } from '../rules/work.ts'
import { asSecret, entriesOfVisit, visitById, visitBySecret } from '../store.ts'
import { skillsOf } from './forecast.ts'
import { catchUp, deskStateOf, freshHall, type Office } from './office.ts'

/** The visit a ticket's link belongs to, as it is now; null for a link that is none. */
export async function visitOfLink(office: Office, link: string): Promise<Visit | null> {
  const secret = asSecret(link)
  if (!secret) return null
  await freshHall(office)
  return transact(office.database, SYSTEM, async (tx) => {
    await catchUp(office, tx)
    return visitBySecret(tx, secret)
  })
}

export type Receipt = { readonly at: Instant; readonly papers: readonly string[] }

/** The receipts given for a visit, oldest first, from its journal; those taken back are gone. */
export async function receiptsOf(office: Office, visit: VisitId): Promise<Receipt[]> {
  const entries = await transact(office.database, SYSTEM, (tx) => entriesOfVisit(tx, visit))
  return withoutUndone(entries).flatMap(({ step, at, detail }) =>
    step === 'receipt_given' && Array.isArray(detail.papers) ? [{ at, papers: detail.papers }] : [],
  )
}

export const visitOf = (office: Office, visit: VisitId): Promise<Visit | null> =>
  transact(office.database, SYSTEM, (tx) => visitById(tx, visit))

/**
 * What a display shows now; null when the pack has no such display. `awaySince`: since when it was without the house, so
 * that it shows once what it missed.
 */
export async function boardOf(
  office: Office,
  display: DisplayId,
  awaySince: Instant | null = null,
): Promise<Board | null> {
  const screen = office.city().premises.displays.find((candidate) => candidate.id === display)
  if (!screen) return null
  const hall = await freshHall(office)
  const desks = new Set<DeskId>(screen.desks)
  const calls = [...hall.calls.values()].filter((call) => desks.has(call.desk))
  const board = boardAt(calls, office.clock.now())
  return awaySince === null ? board : boardAfterAbsence(board, calls, { since: awaySince })
}

export type DeskView = {
  readonly open: boolean
  readonly visit: Visit | null
  /** How many wait who could be served here. */
  readonly waiting: number
  /** The first of them, in the order in which they would be called now. */
  readonly next: readonly Visit[]
  /** How many of them could be called this instant: nobody who rests. */
  readonly callable: number
  /** Who of them is here longest. */
  readonly longest: Visit | null
  readonly parked: readonly Visit[]
  /** Passed on from this unit and not yet taken. */
  readonly passed: readonly Visit[]
  /** The last visit this desk did something with, when that can be undone. */
  readonly undoable: Visit | null
}

/** What a clerk needs to know about the own desk and the queue before it. */
export async function deskView(office: Office, desk: DeskId, unit: UnitId): Promise<DeskView> {
  const hall = await freshHall(office)
  const now = office.clock.now()
  const state = deskStateOf(office, desk)
  const visit = hall.atDesk.get(desk) ?? null
  return {
    open: state.open,
    visit,
    ...lineAt(hall, skillsOf(hall, state), now),
    parked: [...hall.parked.values()].filter((parked) => parked.desk === desk),
    passed: [...hall.passed.values()].filter(({ pass }) => pass?.from === unit),
    undoable: lastStepOf(office, hall, desk),
  }
}

const SHOWN = 5

/** The queue before a desk in one scan: how many, the first few, since when; who rests stands at the end. */
function lineAt(
  hall: Hall,
  skills: DeskSkills,
  now: Instant,
): Pick<DeskView, 'waiting' | 'next' | 'callable' | 'longest'> {
  const moment = { now, policy: hall.indexes.policy }
  const first: { visit: Waiting; rank: number }[] = []
  const before = (a: (typeof first)[number], b: (typeof first)[number]) =>
    a.rank > b.rank || (a.rank === b.rank && isBefore(a.visit, b.visit))
  const found = { waiting: 0, callable: 0, longest: null as Waiting | null }
  for (const visit of hall.waiting) {
    if (!canServe(visit, skills)) continue
    found.waiting += 1
    if (visit.callableFrom <= now) found.callable += 1
    if (found.longest === null || isBefore(visit, found.longest)) found.longest = visit
    insertBounded(first, { visit, rank: rank(visit, skills, moment) }, { count: SHOWN, before })
  }
  return {
    ...found,
    next: first.flatMap(({ visit }) => hall.visits.get(visit.id) ?? []),
    longest: found.longest && (hall.visits.get(found.longest.id) ?? null),
  }
}

function lastStepOf(office: Office, hall: Hall, desk: DeskId): Visit | null {
  const limit = office.city().policies.undoMinutes * 60_000
  let latest: Visit | null = null
  for (const visit of hall.undoable.values()) {
    if (visit.last?.desk !== desk || office.clock.now() - visit.last.at > limit) continue
    if (!latest?.last || visit.last.at >= latest.last.at) latest = visit
  }
  return latest
}

/** Which free desk would take this visit, and why; null when none is free for it. */
export function deskAdvice(office: Office, visit: Visit): { desk: Desk; why: DeskReason } | null {
  const { hall } = office.memory
  const idle: IdleDesk[] = []
  for (const state of office.memory.desks.values()) {
    if (isAtDesk(state) && !hall.atDesk.has(state.id))
      idle.push({ ...skillsOf(hall, state), idleSince: state.since })
  }
  const found = deskFor(asWaiting(hall.indexes, visit), idle)
  const desk = found && deskById(office.city(), idle[found.index]?.id ?? '')
  return desk ? { desk, why: found.why } : null
}

export type PartnerToday = {
  readonly name: string
  /** Local "HH:MM". */
  readonly from: string
  readonly to: string
  readonly desk: DeskId
}

/** The partners who sit in the house today and are not gone yet, by their agreed hours; none on a closed day. */
export function partnersToday(office: Office, now: Instant): PartnerToday[] {
  const city = office.city()
  if (openSpansOn(city, now).length === 0) return []
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(city.zone)
  const time = local.toPlainTime().toString().slice(0, 5)
  return city.partners.flatMap(({ name, presence }) =>
    presence
      .filter(({ weekday, to }) => weekday === local.dayOfWeek && to > time)
      .map(({ from, to, desk }) => ({ name, from, to, desk })),
  )
}
