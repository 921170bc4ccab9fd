import { serviceDay } from '../city/index.ts'
import { endPastDays, freshHall, type Office } from '../reception/index.ts'

const EVERY_MILLISECONDS = 60_000

/** Looks each minute whether a new day began, and then ends what is left of the old one. Returns how to stop. */
export function watchNight(office: Office, failed: (error: unknown) => void): () => void {
  let day = serviceDay(office.city(), office.clock.now())
  const timer = setInterval(async () => {
    const today = serviceDay(office.city(), office.clock.now())
    if (today === day) return
    day = today
    try {
      await endPastDays(office)
      await freshHall(office)
    } catch (error) {
      failed(error)
    }
  }, EVERY_MILLISECONDS)
  timer.unref()
  return () => clearInterval(timer)
}
