import { z } from 'zod'
import { deskById, packText } from '../../city/index.ts'
import { clockTime, type TextKey } from '../../i18n/index.ts'
import { isRefusal } from '../../kernel/index.ts'
import { streamAddress } from '../../live/index.ts'
import { type Asking, type Page, post, redirect, type View } from '../../web/index.ts'
import { Button, EmptyState, HiddenFields, Notice } from '../../web/look/index.ts'
import { alarmsNow, answer, raiseAlarmAt, responds } from '../actions/alarm.ts'
import type { Office } from '../actions/office.ts'
import { ALARM_ALLOWED, ALARM_DOINGS, type Alarm } from '../rules/alarm.ts'
import { accountOf, notForYou, ownDesk, Refused } from './staff.tsx'

/** Where a desk sends its alarm to; it has no look of its own. */
export const raisePage = (office: Office): Page => ({
  path: '/staff/desk/:desk/alarm',
  access: 'staff',
  get: (asking) => redirect(asking.href(`/staff/desk/${encodeURIComponent(asking.params.desk ?? '')}`), 302),
  post: post({
    fields: z.object({ drill: z.literal('1').optional() }),
    run: async (asking, { drill }) => {
      const desk = deskById(office.city(), asking.params.desk ?? '')
      if (desk)
        await raiseAlarmAt(office, { desk: desk.id, drill: drill === '1', role: accountOf(asking).role })
      return redirect(asking.href(desk ? `/staff/desk/${desk.id}` : '/staff?choose=1'))
    },
    again: async (asking) =>
      redirect(asking.href(`/staff/desk/${encodeURIComponent(asking.params.desk ?? '')}`)),
  }),
})

/** Whether who asks is called when somebody needs help. */
export const isResponder = (office: Office, asking: Asking): boolean =>
  responds(office, accountOf(asking).role, ownDesk(office, asking))

/** The alarms of the house, for responders alone. */
export const alarmsPage = (office: Office): Page => ({
  path: '/staff/alarm',
  access: 'staff',
  get: (asking) =>
    isResponder(office, asking) ? alarms(office, asking, null) : notForYou(asking, 'alarm.only'),
  post: post({
    fields: z.object({ alarm: z.string().max(100), do: z.enum(ALARM_DOINGS) }),
    run: async (asking, input) => {
      if (!isResponder(office, asking)) return notForYou(asking, 'alarm.only')
      const done = await answer(office, { ...input, role: accountOf(asking).role })
      return isRefusal(done)
        ? alarms(office, asking, done.key as TextKey)
        : redirect(asking.href('/staff/alarm'))
    },
    again: async (asking) => redirect(asking.href('/staff/alarm')),
  }),
})

async function alarms(office: Office, asking: Asking, problem: TextKey | null): Promise<View> {
  const { t } = asking
  const quiet = (await alarmsNow(office)).length === 0
  const body = (
    <div class="stack">
      <h1>{t('alarm.title')}</h1>
      <Refused t={t} problem={problem} />
      {quiet && <EmptyState icon="shield" title={t('alarm.watching')} text={t('alarm.keep_open')} />}
      <Adds office={office} asking={asking} />
    </div>
  )
  return withAlarms(office, asking, {
    title: t('alarm.title'),
    body,
    frame: 'staff',
    status: problem ? 422 : 200,
    refresh: 30,
  })
}

/** What the alarm is not: it adds to the alarm of the house. */
export const Adds = ({ office, asking: { t } }: { office: Office; asking: Asking }) => (
  <p class="quiet">
    {t('alarm.adds')}{' '}
    <span lang="de" dir="ltr">
      {office.city().policies.alarm.note}
    </span>
  </p>
)

/**
 * A page of the staff as responders see it: what is open stands on top, and the page keeps listening when its tab is
 * hidden. Others get the page as it is. The desk that calls for help does not show its own alarm.
 */
export async function withAlarms(
  office: Office,
  asking: Asking,
  view: View & { readonly desk?: string },
): Promise<View> {
  const { desk, ...page } = view
  if (!isResponder(office, asking)) return page
  const live = page.live ?? streamAddress(office.hub, asking.href('/staff/alarm/live'))
  const open = (await alarmsNow(office)).filter((alarm) => alarm.desk !== desk)
  const [first] = open
  const name = first && (deskById(office.city(), first.desk)?.name ?? first.desk)
  return {
    ...page,
    live,
    title: name ? `${asking.t(first.drill ? 'alarm.drill' : 'alarm.word')}: ${name}` : page.title,
    body: (
      <>
        <div data-keep="alarm" id="alarms" class="stack tight alarms" role="alert">
          {open.map((alarm) => (
            <OpenAlarm key={alarm.id} office={office} asking={asking} alarm={alarm} />
          ))}
        </div>
        {page.body}
      </>
    ),
  }
}

/** States of an alarm that is not over. */
type Open = Exclude<Alarm['state'], 'over'>

function OpenAlarm({ office, asking, alarm }: { office: Office; asking: Asking; alarm: Alarm }) {
  const { t, href, language } = asking
  const city = office.city()
  const desk = deskById(city, alarm.desk)
  const time = clockTime(alarm.raisedAt, city.zone)
  return (
    <Notice tone={alarm.drill ? 'now' : 'alarm'} icon="triangle-alert">
      <p class="lead strong">
        {t(alarm.drill ? 'alarm.drill' : 'alarm.word')}: {desk?.name ?? alarm.desk} · {time}
      </p>
      <p>{desk && packText(city, language.code, { section: 'ways', key: desk.way })}</p>
      <p>{t(`alarm.state.${alarm.state as Open}`, { time: clockTime(alarm.since, city.zone) })}</p>
      <div class="row">
        {ALARM_ALLOWED[alarm.state].map((doing) => (
          <form key={doing} method="post" action={href('/staff/alarm')}>
            <HiddenFields values={{ alarm: alarm.id, do: doing }} />
            <Button kind={doing === 'end' ? 'quiet' : 'primary'}>
              {t(`alarm.${doing}`)}
              <span class="unseen">: {desk?.name}</span>
            </Button>
          </form>
        ))}
      </div>
    </Notice>
  )
}
