import { openSpansOn, opensNext } from '../../city/index.ts'
import { calendarDay, clockTime } from '../../i18n/index.ts'
import type { Office } from '../../reception/index.ts'
import type { Asking } from '../../web/index.ts'

/** When the house is open without an appointment: today, or when next. */
export function Hours({ office, asking: { t, language } }: { office: Office; asking: Asking }) {
  const city = office.city()
  const now = office.clock.now()
  const spans = openSpansOn(city, now)
  const hours = spans.map((span) =>
    t('common.from_to', { from: clockTime(span.from, city.zone), to: clockTime(span.to, city.zone) }),
  )
  const next = opensNext(city, now)
  if (hours.length > 0) return <p class="quiet">{t('common.hours_today', { hours: hours.join(' · ') })}</p>
  return (
    <p class="quiet">
      {next === null
        ? t('common.closed_today')
        : t('outcome.closed', {
            day: calendarDay(next, city.zone, language),
            time: clockTime(next, city.zone),
          })}
    </p>
  )
}
