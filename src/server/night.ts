import { serviceDay } from '../city/index.ts'
import { endPastDays, freshHall, type Office } from '../reception/index.ts'
import { forgetBarriers } from '../voice/index.ts'

const EVERY_MILLISECONDS = 60_000

/**
 * Looks each minute whether a new day began, and then ends what is left of the old one; what fails is tried again a
 * minute later. Returns how to stop.
 */
export function watchNight(office: Office, failed: (error: unknown) => void): () => void {
  let ended = serviceDay(office.city(), office.clock.now())
  const timer = setInterval(async () => {
    const today = serviceDay(office.city(), office.clock.now())
    if (today === ended) return
    try {
      await endPastDays(office)
      await forgetBarriers(office)
      await freshHall(office)
      await office.database.tidy()
      ended = today
    } catch (error) {
      failed(error)
    }
  }, EVERY_MILLISECONDS)
  timer.unref()
  return () => clearInterval(timer)
}
