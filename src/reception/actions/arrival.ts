import { createHash } from 'node:crypto'
import { routeOf, serviceDay } from '../../city/index.ts'
import { SYSTEM, transact } from '../../db/index.ts'
import { type ConcernId, type Instant, id, type Outcome, plusMinutes, refuse } from '../../kernel/index.ts'
import { type JournalEntry, JUST_CAME, type Visit } from '../rules/visit.ts'
import { type Arrival, type Arriving, answered, beginDay, insertArrival, visitById } from '../store.ts'
import { forecastFor, type Wait, willBeToday } from './forecast.ts'
import { announce, catchUp, freshHall, type Office } from './office.ts'

export type ArrivalRequest = {
  readonly concerns: readonly ConcernId[]
  readonly arrival: Visit['arrival']
  readonly partySize: number
  readonly readingLanguage: string
  readonly spokenLanguage: string
  readonly needs: readonly string[]
  /** Who asks (a device, a browser): keys of one never meet those of another. */
  readonly scope: string
  readonly key: string
}

export type Issued = {
  readonly visit: Visit
  readonly today: boolean
  readonly wait: Wait
  readonly repeated: boolean
}

/**
 * Gives a number: at any hour and under any load; only a stop of intake refuses. The same key gives the same ticket
 * again; with other content it is refused.
 */
export async function issueTicket(office: Office, request: ArrivalRequest): Promise<Outcome<Issued>> {
  const hall = await freshHall(office)
  const content = contentOf(request)
  if (office.memory.intakeStopped !== null) {
    return (await repeated(office, request, content)) ?? refuse('conflict', 'error.intake_stopped')
  }
  const { arrival: unpromised, entry } = arrive(office, request)
  const wait = forecastFor(office, hall, unpromised)
  const arrival = { ...unpromised, promised: promisedBy(unpromised.arrivedAt, wait) }
  const today = willBeToday(office, wait)
  const answer = { visit: arrival.id, today, wait }
  const visit = await transact(office.database, SYSTEM, async (tx) => {
    await catchUp(office, tx)
    if (office.memory.begun !== arrival.day) await beginDay(tx, arrival.day)
    return insertArrival(tx, { arrival, entry }, { scope: request.scope, key: request.key, content, answer })
  })
  if (!visit) return (await repeated(office, request, content)) ?? refuse('conflict', 'error.form_old')
  office.memory.begun = arrival.day
  announce(office, null, visit)
  return { visit, today, wait, repeated: false }
}

const promisedBy = (now: Instant, wait: Wait): Visit['promised'] =>
  wait.certain ? { from: plusMinutes(now, wait.from), to: plusMinutes(now, wait.to) } : null

/** A fingerprint of what was asked, so that a key used again with other content is noticed. */
const contentOf = (request: ArrivalRequest): string => {
  const { scope, key, ...content } = request
  return createHash('sha256')
    .update(JSON.stringify([scope, content]))
    .digest('base64url')
}

function arrive(office: Office, request: ArrivalRequest): Arriving {
  const now = office.clock.now()
  const city = office.city()
  const [main] = request.concerns
  const unit = city.concerns.find((concern) => concern.id === main)?.unit ?? city.serviceCentre
  const visit = id<'visit'>(office.ids.next())
  const arrival: Arrival = {
    id: visit,
    secret: id<'secret'>(office.ids.next()),
    day: serviceDay(city, now),
    arrivedAt: now,
    arrival: request.arrival,
    concerns: request.concerns,
    partySize: request.partySize,
    readingLanguage: request.readingLanguage,
    spokenLanguage: request.spokenLanguage,
    needs: request.needs,
    route: routeOf(city, request.concerns),
    promised: null,
    ...JUST_CAME,
    since: now,
    unit,
    version: 1,
    last: null,
  }
  const entry: JournalEntry = {
    at: now,
    visit,
    step: 'arrived',
    from: null,
    to: 'waiting',
    desk: null,
    role: request.arrival,
    unit,
    detail: { arrival: request.arrival },
  }
  return { arrival, entry }
}

async function repeated(
  office: Office,
  request: ArrivalRequest,
  content: string,
): Promise<Outcome<Issued> | null> {
  return transact(office.database, SYSTEM, async (tx) => {
    const kept = await answered(tx, request.scope, request.key)
    if (!kept) return null
    if (kept.content !== content) return refuse('invalid', 'error.key_reused')
    const answer = kept.answer as { visit: string; today: boolean; wait: Wait }
    const visit = await visitById(tx, id<'visit'>(answer.visit))
    return visit && { visit, today: answer.today, wait: answer.wait, repeated: true }
  })
}
