import { serviceDay } from '../../city/index.ts'
import { calendarDay } from '../../i18n/index.ts'
import type { Asking, Page, View } from '../../web/index.ts'
import { FigureTile } from '../../web/look/index.ts'
import { figuresOf } from '../actions/day.ts'
import type { Office } from '../actions/office.ts'
import { withAlarms } from './alarm.tsx'

const FEWEST = 5

/** The day in figures, each worked out of the journal; nothing is said of fewer than five people. */
export const figuresPage = (office: Office): Page => ({
  path: '/staff/figures',
  access: 'staff',
  get: (asking) => figures(office, asking),
})

async function figures(office: Office, asking: Asking): Promise<View> {
  const { t, now, language } = asking
  const city = office.city()
  const day = await figuresOf(office, serviceDay(city, now))
  const enough = day.served >= FEWEST
  const minutes = (value: number | null) =>
    enough && value !== null ? t('figures.minutes', { minutes: Math.round(value) }) : t('figures.too_few')
  const body = (
    <div class="stack">
      <h1>{t('figures.title')}</h1>
      <p class="quiet">{calendarDay(now, city.zone, language)}</p>
      <dl class="tiles">
        <FigureTile label={t('figures.arrived')} value={String(day.arrived)} />
        <FigureTile label={t('figures.served')} value={String(day.served)} />
        <FigureTile label={t('figures.open')} value={String(day.open)} />
        <FigureTile label={t('figures.missed')} value={String(day.missed)} />
        <FigureTile label={t('figures.left')} value={String(day.left)} />
        <FigureTile
          label={t('figures.outcome')}
          value={day.ended < FEWEST ? t('figures.too_few') : `${day.withOutcome} / ${day.ended}`}
        />
        <FigureTile label={t('figures.wishes')} value={String(day.wishes)} />
        <FigureTile label={t('figures.mean_wait')} value={minutes(day.meanWaitMinutes)} />
        <FigureTile label={t('figures.p90_wait')} value={minutes(day.p90WaitMinutes)} />
        <FigureTile label={t('figures.longest_wait')} value={minutes(day.longestWaitMinutes)} />
        <FigureTile label={t('figures.service')} value={minutes(day.meanServiceMinutes)} />
        <FigureTile
          label={t('figures.promise')}
          value={
            enough && day.promiseKept !== null
              ? t('figures.percent', { percent: Math.round(day.promiseKept * 100) })
              : t('figures.too_few')
          }
        />
      </dl>
      <p class="quiet">{t('figures.from_journal')}</p>
    </div>
  )
  return withAlarms(office, asking, { title: t('figures.title'), body, frame: 'staff' })
}
