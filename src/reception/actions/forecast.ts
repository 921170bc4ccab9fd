import { closingTime, concernById, isOpen, opensNext, serviceDay } from '../../city/index.ts'
import { type ConcernId, type Instant, id, minutesBetween, plusMinutes } from '../../kernel/index.ts'
import type { DeskState } from '../rules/desk.ts'
import {
  countAhead,
  type DeskNow,
  elapsedMinutes,
  forecastWait,
  type Spread,
  type Wait,
} from '../rules/forecast.ts'
import type { Hall } from '../rules/hall.ts'
import { asWaiting, deskSkills, matterOf } from '../rules/indexes.ts'
import { forecastRoute } from '../rules/route.ts'
import type { Visit } from '../rules/visit.ts'
import type { DeskSkills } from '../rules/waiting.ts'
import { isAtDesk, workOf } from '../rules/work.ts'
import { freshHall, type Office } from './office.ts'

export type { Wait } from '../rules/forecast.ts'

const kept = new WeakMap<DeskState, { hall: Hall; skills: DeskSkills }>()

/** What a desk can do now, worked out once for each state of it. */
export function skillsOf(hall: Hall, state: DeskState): DeskSkills {
  const known = kept.get(state)
  if (known?.hall === hall) return known.skills
  const skills = deskSkills(hall.indexes, state)
  kept.set(state, { hall, skills })
  return skills
}

/** The desks whose people are there, with the case each has under way, and those who come back from a break. */
export function desksNow(office: Office, hall: Hall, now: Instant): DeskNow[] {
  const { indexes } = hall
  const desks: DeskNow[] = []
  for (const state of office.memory.desks.values()) {
    const away = minutesAway(state, now)
    if (away === null) continue
    const visit = hall.atDesk.get(state.id)
    const spread = visit && indexes.spreads[matterOf(indexes, visit)]
    const underway =
      visit && spread
        ? { spread, elapsed: visit.state === 'serving' ? elapsedMinutes(visit.since, now) : 0 }
        : null
    desks.push({ skills: skillsOf(hall, state), underway, away })
  }
  return desks
}

/** Minutes until who sits there serves people again; null where nobody knows: closed, in the back office, long overdue. */
function minutesAway(state: DeskState, now: Instant): number | null {
  if (isAtDesk(state)) return 0
  const left = state.breakUntil === null ? 0 : minutesBetween(now, state.breakUntil)
  return workOf(state) === 'break' && left > 0 ? left : null
}

/** How long somebody who arrives now with these concerns would wait: everybody who waits is ahead. */
export function forecastFor(office: Office, hall: Hall, arrival: Parameters<typeof asWaiting>[1]): Wait {
  const { indexes } = hall
  const me = asWaiting(indexes, arrival)
  return forecastWait({
    concern: me.concern,
    unit: me.unit,
    ahead: hall.countByConcern,
    spreads: indexes.spreads,
    desks: desksNow(office, hall, office.clock.now()),
    buffer: office.city().policies.bufferMinutes,
  })
}

export type Ahead = { readonly people: number; readonly calledLately: number; readonly wait: Wait }

const LATELY_MINUTES = 5

/** Where a waiting visit stands: how many go before her, how many were called of late, how long it will take. */
export function standingInLine(office: Office, hall: Hall, visit: Visit): Ahead {
  const { indexes } = hall
  const now = office.clock.now()
  const me = asWaiting(indexes, visit)
  const desks = desksNow(office, hall, now)
  const byConcern = new Int32Array(indexes.spreads.length)
  const moment = { now, policy: indexes.policy }
  const people = countAhead(me, hall.waiting, { desks: desks.map((desk) => desk.skills), moment, byConcern })
  const wait = forecastWait({
    concern: me.concern,
    unit: me.unit,
    ahead: byConcern,
    spreads: indexes.spreads,
    desks,
    buffer: office.city().policies.bufferMinutes,
  })
  let calledLately = 0
  for (const call of hall.calls.values())
    if (elapsedMinutes(call.at, now) <= LATELY_MINUTES) calledLately += 1
  return { people, calledLately, wait }
}

/** Minutes until everything is done: this station and all that come after it, under one number. */
export function routeAhead(office: Office, hall: Hall, visit: Visit): Wait {
  const { indexes } = hall
  const desks = desksNow(office, hall, office.clock.now())
  const spreadOf = (matter: number): Spread => indexes.spreads[matter] ?? { low: 5, typical: 5, high: 5 }
  const here = { wait: standingInLine(office, hall, visit).wait, service: spreadOf(matterOf(indexes, visit)) }
  const later = visit.route.slice(visit.stop + 1).map((_, i) => {
    const concern = matterOf(indexes, { ...visit, stop: visit.stop + 1 + i })
    const buffer = office.city().policies.bufferMinutes
    const asked = { concern, unit: -1, ahead: hall.countByConcern, spreads: indexes.spreads, desks, buffer }
    return { wait: forecastWait(asked), service: spreadOf(concern) }
  })
  return forecastRoute([here, ...later])
}

/** The wait of somebody who would come now with this concern, and whether the day is long enough for it. */
export async function waitForConcern(
  office: Office,
  concern: ConcernId,
): Promise<{ wait: Wait; today: boolean }> {
  const hall = await freshHall(office)
  const unit = concernById(office.city(), concern)?.unit ?? office.city().serviceCentre
  const somebody = {
    id: id<'visit'>(''),
    concerns: [concern],
    arrivedAt: office.clock.now(),
    callableFrom: null,
    spokenLanguage: 'de',
    needs: [],
    unit,
    pass: null,
    route: [],
    stop: 0,
    awaySince: null,
  }
  const wait = forecastFor(office, hall, somebody)
  return { wait, today: willBeToday(office, wait) }
}

/** When the house opens once more today, for whoever comes back then; null when it does not. */
export function laterToday(office: Office): Instant | null {
  const city = office.city()
  const now = office.clock.now()
  const next = opensNext(city, now)
  return next !== null && serviceDay(city, next) === serviceDay(city, now) ? next : null
}

/** Whether the day is long enough for somebody who comes now. */
export function willBeToday(office: Office, wait: Wait): boolean {
  const city = office.city()
  const now = office.clock.now()
  const closing = closingTime(city, now)
  return isOpen(city, now) && closing !== null && plusMinutes(now, wait.to) <= closing
}
