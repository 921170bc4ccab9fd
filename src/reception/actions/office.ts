import { type City, effectiveMinutes, serviceDay } from '../../city/index.ts'
import { type Database, SYSTEM, type Tx, transact } from '../../db/index.ts'
import type { Clock, DeskId, Ids, Instant, KioskId, VisitId } from '../../kernel/index.ts'
import { plusMinutes } from '../../kernel/index.ts'
import type { Hub, Topic } from '../../live/index.ts'
import type { DeskState } from '../rules/desk.ts'
import { closedDesk } from '../rules/desk.ts'
import { applyVisit, type Hall, makeHall, sweep } from '../rules/hall.ts'
import { makeIndexes } from '../rules/indexes.ts'
import type { IntakeReason } from '../rules/intake.ts'
import type { Visit } from '../rules/visit.ts'
import {
  calledSince,
  changedDesks,
  changedVisits,
  deskStates,
  type Horizon,
  intakeStop,
  openVisits,
} from '../store.ts'

/** Everything the reception's actions need, put together once in `main.ts`. */
export type Office = {
  readonly database: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly hub: Hub
  readonly city: () => City
  readonly memory: Memory
}

/** The present hall in this process: the rows as they were when last read, and how far that was. */
export type Memory = {
  hall: Hall
  day: string
  horizon: Horizon
  desks: Map<DeskId, DeskState>
  intakeStopped: Instant | null
  /** Why, while it is stopped. */
  intakeReason: IntakeReason | null
  /** Days whose first number is known to be set. */
  begun: string | null
  reading: Promise<void> | null
  /** Terminals whose slips do not come out, by what visitors said, and since when. */
  readonly printers: Map<KioskId, Instant>
}

const newHall = (city: City): Hall =>
  makeHall(
    makeIndexes(
      city,
      city.concerns.map((concern) => effectiveMinutes(city, concern)),
    ),
  )

export const emptyMemory = (city: City): Memory => ({
  hall: newHall(city),
  day: '',
  horizon: '0',
  desks: new Map(),
  intakeStopped: null,
  intakeReason: null,
  begun: null,
  reading: null,
  printers: new Map(),
})

const SHOWN_MINUTES = 5

/** Reads the whole hall of `day`: at start, at the change of day, after a new pack. */
export async function loadHall(office: Office, day: string): Promise<void> {
  const { memory } = office
  const from = plusMinutes(office.clock.now(), -SHOWN_MINUTES)
  await transact(office.database, SYSTEM, async (tx) => {
    const { horizon } = await changedVisits(tx, '9223372036854775807')
    const visits = [...(await calledSince(tx, from)), ...(await openVisits(tx, day))]
    const desks = await deskStates(tx)
    const stop = await intakeStop(tx)
    memory.hall = newHall(office.city())
    for (const visit of visits) applyVisit(memory.hall, visit)
    memory.desks = new Map(desks.map((desk) => [desk.id, desk]))
    memory.intakeStopped = stop?.since ?? null
    memory.intakeReason = stop?.reason ?? null
    memory.horizon = horizon
    memory.day = day
  })
}

/** Takes in what other processes wrote since the last look. Inside a transaction; the embedded database has no others. */
export async function catchUp(office: Office, tx: Tx): Promise<void> {
  if (office.database.alone) return
  const { memory } = office
  const since = memory.horizon
  // The horizon first: what is written between two statements is then read again the next time, never left out.
  const { visits, horizon } = await changedVisits(tx, since)
  const desks = await changedDesks(tx, since)
  const stop = await intakeStop(tx)
  for (const visit of visits) if (visit.day === memory.day) applyVisit(memory.hall, visit)
  for (const desk of desks) memory.desks.set(desk.id, desk)
  memory.intakeStopped = stop?.since ?? null
  memory.intakeReason = stop?.reason ?? null
  memory.horizon = horizon
}

/** Makes sure the hall in memory is that of today and holds all that was written before this call. One read serves many. */
export async function freshHall(office: Office): Promise<Hall> {
  const { memory } = office
  const today = serviceDay(office.city(), office.clock.now())
  if (memory.day !== today) {
    memory.reading ??= loadHall(office, today).finally(() => {
      memory.reading = null
    })
    await memory.reading
  } else if (!office.database.alone) {
    await transact(office.database, SYSTEM, (tx) => catchUp(office, tx))
  }
  sweep(memory.hall, office.clock.now())
  return memory.hall
}

export const deskStateOf = (office: Office, desk: DeskId): DeskState =>
  office.memory.desks.get(desk) ?? closedDesk(desk, office.clock.now())

/** The topics that a change of this visit touches. */
export function topicsOf(before: Visit | null, after: Visit): Topic[] {
  const topics: Topic[] = [visitTopic(after.id)]
  for (const desk of [before?.desk, after.desk]) if (desk) topics.push(deskTopic(desk))
  if (before?.state !== after.state || before.calledAt !== after.calledAt) topics.push('board')
  // Whom it concerns hears of it before everybody does.
  return [...topics, 'hall']
}

export const visitTopic = (visit: VisitId): Topic => `visit:${visit}`
export const deskTopic = (desk: DeskId): Topic => `desk:${desk}`

/** After the commit: the memory knows it, then everybody hears of it. */
export function announce(office: Office, before: Visit | null, after: Visit): void {
  applyVisit(office.memory.hall, after)
  office.hub.publish(topicsOf(before, after))
}
