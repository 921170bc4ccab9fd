import { z } from 'zod'
import { calendarDay, languageOf } from '../../i18n/index.ts'
import { type Asking, type Page, post, redirect, type View } from '../../web/index.ts'
import { Button, EmptyState, HiddenFields, LinkButton } from '../../web/look/index.ts'
import { finishBarrier, openBarriers, type VoiceHouse } from '../actions.ts'
import { type Barrier, deletedAt, READERS } from '../rules.ts'

export type BarriersHouse = VoiceHouse & { readonly zone: () => string }

/** What visitors reported, for those who lead: what, where, whether somebody waits for an answer, when it is deleted. */
export const barriersPage = (house: BarriersHouse): Page => ({
  path: '/staff/barriers',
  access: 'staff',
  get: (asking) => (mayRead(asking) ? list(house, asking) : forbidden(asking)),
  post: post({
    fields: z.object({ report: z.string().min(1).max(100) }),
    run: async (asking, { report }) => {
      if (!mayRead(asking)) return forbidden(asking)
      await finishBarrier(house, report)
      return redirect(asking.href('/staff/barriers'))
    },
    again: async (asking) => (mayRead(asking) ? list(house, asking) : forbidden(asking)),
  }),
})

const mayRead = ({ account }: Asking): boolean => account !== null && READERS.includes(account.role)

function forbidden({ t, href }: Asking): View {
  const body = (
    <div class="stack">
      <h1>{t('error.forbidden.title')}</h1>
      <p>{t('error.forbidden.text')}</p>
      <div class="row">
        <LinkButton href={href('/staff')}>{t('common.back')}</LinkButton>
      </div>
    </div>
  )
  return { title: t('error.forbidden.title'), body, frame: 'staff', status: 403 }
}

async function list(house: BarriersHouse, asking: Asking): Promise<View> {
  const { t } = asking
  const reports = await openBarriers(house)
  const body = (
    <div class="stack">
      <h1>{t('barriers.title')}</h1>
      {reports.length === 0 && <EmptyState title={t('barriers.none')} />}
      <ul class="plain stack">
        {reports.map((report) => (
          <li key={report.id} class="card stack tight">
            <Report asking={asking} report={report} zone={house.zone()} />
          </li>
        ))}
      </ul>
    </div>
  )
  return { title: t('barriers.title'), body, frame: 'staff' }
}

function Report({ asking, report, zone }: { asking: Asking; report: Barrier; zone: string }) {
  const { t, language } = asking
  const written = languageOf(report.language)
  return (
    <>
      <p class="quiet">
        {calendarDay(report.at, zone, language)} · <bdi>{written?.name ?? report.language}</bdi>
        {report.place && (
          <>
            {' '}
            · <bdi>{report.place}</bdi>
          </>
        )}
      </p>
      <p class="told" dir="auto" lang={written?.code}>
        {report.what}
      </p>
      <p>
        {report.answerTo === null
          ? t('barriers.no_answer')
          : t('barriers.answer_to', { contact: report.answerTo })}
      </p>
      {report.doneAt === null ? (
        <form method="post">
          <HiddenFields values={{ report: report.id }} />
          <Button kind="quiet" icon="check">
            {t('barriers.done')}
          </Button>
        </form>
      ) : (
        <p>{t('barriers.done_at', { day: calendarDay(report.doneAt, zone, language) })}</p>
      )}
      <p class="quiet">{t('barriers.until', { day: calendarDay(deletedAt(report), zone, language) })}</p>
    </>
  )
}
