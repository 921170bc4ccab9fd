import { serviceDay } from '../../city/index.ts'
import { type Database, SYSTEM, transact } from '../../db/index.ts'
import { type Instant, plusMinutes } from '../../kernel/index.ts'
import { type DayFigures, dayFigures } from '../rules/figures.ts'
import { entriesOfDay, forgetAnswers, forgottenVisits, lastEntryAt } from '../store.ts'
import { changeVisit } from './change.ts'
import { closePastDesks } from './desk.ts'
import type { Office } from './office.ts'

const KEPT_MINUTES = 2 * 24 * 60

/**
 * What is left to do after a day: visits nobody ended are ended, desks closed, who sat where is forgotten, old keys go.
 * Doing it twice, or from two servers at once, changes nothing more.
 */
export async function endPastDays(office: Office): Promise<number> {
  const today = serviceDay(office.city(), office.clock.now())
  const left = await transact(office.database, SYSTEM, (tx) => forgottenVisits(tx, today))
  for (const visit of left) {
    const asker = { role: 'system', scope: 'night', key: null }
    await changeVisit(office, { visit: visit.id, command: { do: 'end_day', desk: null }, asker })
  }
  await closePastDesks(office)
  await transact(office.database, SYSTEM, (tx) =>
    forgetAnswers(tx, plusMinutes(office.clock.now(), -KEPT_MINUTES)),
  )
  return left.length
}

/** The figures of a day, worked out of its journal each time they are asked for. */
export async function figuresOf(office: Office, day: string): Promise<DayFigures> {
  const entries = await transact(office.database, SYSTEM, (tx) => entriesOfDay(tx, day))
  return dayFigures(entries, office.city().policies.longestWaitMinutes)
}

/** When the last line of the journal was written; null when it is empty. */
export const lastJournal = (database: Database): Promise<Instant | null> =>
  transact(database, SYSTEM, lastEntryAt)

const KEPT_FIGURES_MINUTES = 1
const counted = new WeakMap<Office['memory'], { at: Instant; ended: number; withOutcome: number }>()

/** How many visits of today are over, and how many of them with an outcome; worked out anew at most once a minute. */
export async function outcomesToday(office: Office): Promise<{ ended: number; withOutcome: number }> {
  const now = office.clock.now()
  const known = counted.get(office.memory)
  if (known && now >= known.at && now < plusMinutes(known.at, KEPT_FIGURES_MINUTES)) return known
  const { ended, withOutcome } = await figuresOf(office, serviceDay(office.city(), now))
  const fresh = { at: now, ended, withOutcome }
  counted.set(office.memory, fresh)
  return fresh
}
