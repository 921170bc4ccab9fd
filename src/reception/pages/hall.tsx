import { z } from 'zod'
import { type Desk, openSpansOn, packText } from '../../city/index.ts'
import { clockTime } from '../../i18n/index.ts'
import { minutesBetween } from '../../kernel/index.ts'
import { type Asking, type Page, post, redirect, type View } from '../../web/index.ts'
import { Beads, Button, Hidden, Icon, Notice, Sign } from '../../web/view/index.ts'
import { setIntake } from '../actions/desk.ts'
import { deskAdvice } from '../actions/look.ts'
import { deskStateOf, freshHall, type Office } from '../actions/office.ts'
import type { Hall } from '../rules/hall.ts'
import type { Visit } from '../rules/visit.ts'
import { accountOf } from './staff.tsx'
import { signLook, signName } from './words.ts'

/** The hall at a glance: who waits and needs what, how the desks stand, who needs a person now. */
export const hallPage = (office: Office): Page => ({
  path: '/staff/reception',
  access: 'staff',
  get: (asking) => hall(office, asking),
  post: post({
    fields: z.object({ intake: z.enum(['stop', 'resume']) }),
    run: async (asking, { intake }) => {
      await setIntake(office, intake === 'stop', accountOf(asking).role)
      return redirect(asking.href('/staff/reception'))
    },
    again: (asking) => hall(office, asking),
  }),
})

async function hall(office: Office, asking: Asking): Promise<View> {
  const { t } = asking
  const now = await freshHall(office)
  const waiting = [...now.visits.values()]
    .filter((visit) => visit.state === 'waiting')
    .sort((a, b) => a.arrivedAt - b.arrivedAt)
  const longest = waiting[0] ? Math.floor(minutesBetween(waiting[0].arrivedAt, asking.now)) : 0
  const body = (
    <div class="stack">
      <h1>{t('reception.title')}</h1>
      <Wanted office={office} asking={asking} waiting={waiting} />
      <dl class="figure-grid">
        <div class="figure card">
          <dt>{t('reception.waiting')}</dt>
          <dd>{waiting.length}</dd>
        </div>
        <div class="figure card">
          <dt>{t('reception.longest')}</dt>
          <dd>{t('reception.minutes', { minutes: longest })}</dd>
        </div>
      </dl>
      <p class="quiet">{t('reception.promise', { minutes: office.city().policies.longestWaitMinutes })}</p>
      <Beads ahead={waiting.length} label={t('display.waiting', { count: waiting.length })} />
      <div class="columns">
        <section>
          <h2>{t('reception.waiting')}</h2>
          {waiting.length === 0 ? (
            <p>{t('reception.nobody')}</p>
          ) : (
            <ul class="people">
              {waiting.slice(0, 60).map((visit) => (
                <Waiting key={visit.id} office={office} asking={asking} visit={visit} />
              ))}
            </ul>
          )}
        </section>
        <section class="stack">
          <h2>{t('reception.desks')}</h2>
          <ul class="desks">
            {office.city().premises.desks.map((desk) => (
              <DeskLine key={desk.id} office={office} asking={asking} desk={desk} now={now} />
            ))}
          </ul>
          <Present office={office} asking={asking} />
          <Intake office={office} asking={asking} />
        </section>
      </div>
    </div>
  )
  return {
    title: t('reception.title'),
    body,
    frame: 'staff',
    refresh: 30,
    live: asking.href('/staff/reception/live'),
  }
}

const HELP = { minor: 'reception.help_minor', alone: 'reception.help_alone' } as const

/** People who asked for a person at once stand above everything else. */
function Wanted({
  office,
  asking: { t },
  waiting,
}: {
  office: Office
  asking: Asking
  waiting: readonly Visit[]
}) {
  const wanted = waiting.filter((visit) => visit.concerns[0] === 'isc-orientation')
  if (wanted.length === 0) return null
  return (
    <Notice tone="now" icon="hand-heart">
      <h2>{t('reception.help')}</h2>
      <ul class="people">
        {wanted.map((visit) => {
          const kind = visit.needs.find((need): need is keyof typeof HELP => need in HELP)
          const advice = deskAdvice(office, visit)
          return (
            <li key={visit.id}>
              <span class="number">{visit.number}</span> {t(kind ? HELP[kind] : 'reception.help_person')}
              {advice &&
                ` · ${t('reception.free_desk', { desk: advice.desk.name, why: t(`reason.desk.${advice.why}`) })}`}
            </li>
          )
        })}
      </ul>
    </Notice>
  )
}

function Waiting({
  office,
  asking: { t, now, language },
  visit,
}: {
  office: Office
  asking: Asking
  visit: Visit
}) {
  const minutes = Math.floor(minutesBetween(visit.arrivedAt, now))
  const advice = deskAdvice(office, visit)
  return (
    <li>
      <Sign look={signLook(visit.number)} label={signName(t, visit.number)} small />
      <span class="number">{visit.number}</span>
      <span>{t('reception.minutes', { minutes })}</span>
      <span class="quiet">
        {packText(office.city(), language.code, { section: 'units', key: visit.unit })}
      </span>
      {visit.needs.length > 0 && (
        <span class="row">
          <Icon name="heart" /> {visit.needs.map((need) => t(`need.${need}` as 'need.child')).join(' · ')}
        </span>
      )}
      {advice && (
        <span class="quiet">
          {t('reception.free_desk', { desk: advice.desk.name, why: t(`reason.desk.${advice.why}`) })}
        </span>
      )}
    </li>
  )
}

function DeskLine({
  office,
  asking: { t, href },
  desk,
  now,
}: {
  office: Office
  asking: Asking
  desk: Desk
  now: Hall
}) {
  const visit = now.atDesk.get(desk.id)
  const { open } = deskStateOf(office, desk.id)
  return (
    <li class={visit ? 'card busy' : open ? 'card' : 'card closed'}>
      <a href={href(`/staff/desk/${desk.id}`)}>
        <strong>{desk.name}</strong>
      </a>{' '}
      {visit
        ? `${visit.number} · ${t(`state.${visit.state}`)}`
        : t(open ? 'reception.desk_idle' : 'reception.desk_closed')}
    </li>
  )
}

/** Partners who sit in the house this minute, by their agreed hours. */
function Present({ office, asking: { t, now } }: { office: Office; asking: Asking }) {
  const city = office.city()
  if (openSpansOn(city, now).length === 0) return null
  const local = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(city.zone)
  const present = city.partners.filter((partner) =>
    partner.presence.some(
      (span) => span.weekday === local.dayOfWeek && span.to > local.toPlainTime().toString().slice(0, 5),
    ),
  )
  if (present.length === 0) return null
  return (
    <div>
      <h2>{t('reception.present')}</h2>
      <p>{present.map((partner) => partner.name).join(' · ')}</p>
    </div>
  )
}

function Intake({ office, asking }: { office: Office; asking: Asking }) {
  const { t } = asking
  const stopped = office.memory.intakeStopped
  if (stopped !== null) {
    return (
      <form method="post">
        <Notice tone="alarm" icon="triangle-alert">
          <p>{t('reception.intake_stopped', { time: clockTime(stopped, office.city().zone) })}</p>
        </Notice>
        <Hidden values={{ intake: 'resume' }} />
        <Button>{t('reception.intake_resume')}</Button>
      </form>
    )
  }
  return (
    <details>
      <summary class="link-button">{t('reception.intake_stop')}</summary>
      <form method="post">
        <p>{t('reception.intake_sure')}</p>
        <Hidden values={{ intake: 'stop' }} />
        <Button look="alarm">{t('reception.intake_stop')}</Button>
      </form>
    </details>
  )
}
