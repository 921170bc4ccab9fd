import { z } from 'zod'
import { concernById, deskById, packText } from '../../city/index.ts'
import { clockTime } from '../../i18n/index.ts'
import { isRefusal, plusMinutes } from '../../kernel/index.ts'
import { type Asking, type Page, post, redirect, type View } from '../../web/index.ts'
import { Beads, Bring, Button, HallPlan, Hidden, Notice, Sign, Thread } from '../../web/view/index.ts'
import { changeVisit } from '../actions/change.ts'
import { standingInLine } from '../actions/forecast.ts'
import { visitOfLink } from '../actions/look.ts'
import { freshHall, type Office } from '../actions/office.ts'
import { isOver } from '../rules/hall.ts'
import type { Visit } from '../rules/visit.ts'
import { knotsOf } from './route.ts'
import { unknownTicket } from './unknown.tsx'
import { signLook, signName, waitWords } from './words.ts'

const REFRESH_SECONDS = 30

/** The ticket on the phone: the number, where one stands, how long, where to go. Shows this one visit and no other. */
export const ticketPage = (office: Office): Page => ({
  path: '/ticket/:link',
  access: 'everyone',
  get: async (asking) => {
    const visit = await visitOfLink(office, asking.params.link ?? '')
    return visit ? ticket(office, asking, visit) : unknownTicket(asking)
  },
})

async function ticket(office: Office, asking: Asking, visit: Visit): Promise<View> {
  const { t } = asking
  const body = (
    <div class="stack">
      <TicketNumber asking={asking} visit={visit} />
      <Thread knots={knotsOf(t, visit.state)} label={t('route.label')} />
      {await now(office, asking, visit)}
      {!isOver(visit) && <Matter office={office} asking={asking} visit={visit} />}
      {(visit.state === 'waiting' || visit.state === 'called') && <Ways asking={asking} visit={visit} />}
    </div>
  )
  return {
    title: t('ticket.number', { number: visit.number, sign: signName(t, visit.number) }),
    body,
    refresh: REFRESH_SECONDS,
    live: asking.href(`/ticket/${visit.secret}/live`),
  }
}

export function TicketNumber({ asking: { t }, visit }: { asking: Asking; visit: Visit }) {
  return (
    <div class="ticket-number">
      <Sign look={signLook(visit.number)} label={signName(t, visit.number)} />
      <div>
        <p class="quiet">{t('ticket.title')}</p>
        <p class="number">{visit.number}</p>
      </div>
    </div>
  )
}

async function now(office: Office, asking: Asking, visit: Visit) {
  const { t } = asking
  const city = office.city()
  const desk = visit.desk ? deskById(city, visit.desk) : undefined
  if (visit.state === 'called' && desk) {
    return (
      <div class="call" role="status">
        <h1>{t('ticket.called', { desk: desk.name })}</h1>
        <p class="lead">{packText(city, asking.language.code, { section: 'ways', key: desk.way })}</p>
        <HallPlan
          size={city.premises.size}
          entrance={city.premises.entrance}
          desks={city.premises.desks.map((one) => ({
            id: one.id,
            label: one.label,
            ...one.at,
            lit: one.id === desk.id,
          }))}
          label={t('plan.to', { desk: desk.name })}
        />
      </div>
    )
  }
  if (visit.state === 'serving') return <h1>{t('ticket.serving', { desk: desk?.name ?? '' })}</h1>
  if (visit.state === 'parked') return <h1>{t('ticket.parked', { desk: desk?.name ?? '' })}</h1>
  if (visit.state === 'waiting') return waiting(office, asking, visit)
  return <Ended asking={asking} visit={visit} />
}

async function waiting(office: Office, asking: Asking, visit: Visit) {
  const { t } = asking
  const city = office.city()
  const hall = await freshHall(office)
  const { people, calledLately, wait } = standingInLine(office, hall, visit)
  const at = (minutes: number) => clockTime(plusMinutes(asking.now, minutes), city.zone)
  return (
    <div class="stack">
      <h1>{wait.certain ? t('ticket.here', { range: waitWords(t, wait) }) : t('ticket.uncertain')}</h1>
      {wait.certain && <p class="lead">{t('ticket.between', { from: at(wait.from), to: at(wait.to) })}</p>}
      {visit.callableFrom !== null && visit.callableFrom > asking.now && (
        <Notice tone="now" icon="bell">
          <p>{t('ticket.resting', { time: clockTime(visit.callableFrom, city.zone) })}</p>
        </Notice>
      )}
      {visit.pass && (
        <Notice icon="footprints">
          <p>{t('ticket.passed', { unit: unitName(office, asking, visit) })}</p>
        </Notice>
      )}
      <section class="card">
        <h2>{t('ticket.queue')}</h2>
        <Beads ahead={people} label={t('ticket.ahead', { count: people })} />
        <p>
          {t('ticket.ahead', { count: people })} · {t('ticket.movement', { count: calledLately })}
        </p>
      </section>
      <p class="quiet">{t('ticket.updated', { time: clockTime(asking.now, city.zone) })}</p>
    </div>
  )
}

/** The unit she is passed to; one that must not be read along bears its neutral name in the pack's texts. */
const unitName = (office: Office, asking: Asking, visit: Visit): string =>
  packText(office.city(), asking.language.code, { section: 'units', key: visit.unit })

function Ended({ asking: { t, href }, visit }: { asking: Asking; visit: Visit }) {
  const key =
    visit.state === 'done'
      ? visit.outcome === 'come_back'
        ? 'ticket.come_back'
        : 'ticket.done'
      : (`ticket.${visit.state as 'left' | 'missed' | 'unserved'}` as const)
  return (
    <div class="stack">
      <h1>{t(key)}</h1>
      <p>
        <a class="button" href={href('/')}>
          {t('ticket.again')}
        </a>
      </p>
    </div>
  )
}

/** What to have ready. A matter nobody else should read is not named. */
function Matter({ office, asking, visit }: { office: Office; asking: Asking; visit: Visit }) {
  const { t, language } = asking
  const city = office.city()
  const concerns = visit.concerns
    .flatMap((one) => concernById(city, one) ?? [])
    .filter((concern) => !concern.discreet)
  const papers = [...new Set(concerns.flatMap((concern) => concern.documents))]
  if (concerns.length === 0) return null
  return (
    <section class="card">
      <h2>{t('ticket.matter')}</h2>
      <ul>
        {concerns.map((concern) => (
          <li key={concern.id}>{packText(city, language.code, { section: 'concerns', key: concern.id })}</li>
        ))}
      </ul>
      {papers.length > 0 && (
        <>
          <h2>{t('ticket.prepare')}</h2>
          <Bring items={papers.map((key) => packText(city, language.code, { section: 'documents', key }))} />
        </>
      )}
    </section>
  )
}

function Ways({ asking: { t, href }, visit }: { asking: Asking; visit: Visit }) {
  return (
    <div class="stack">
      <p class="quiet">{t('ticket.own')}</p>
      <div class="row">
        <a class="button quiet-button" href={href(`/ticket/${visit.secret}/slip`)}>
          {t('ticket.slip')}
        </a>
        <a class="button quiet-button" href={href(`/ticket/${visit.secret}/leave`)}>
          {t('ticket.leave')}
        </a>
      </div>
    </div>
  )
}

/** Leaving the queue asks once more; leaving twice is leaving once. */
export const leavePage = (office: Office): Page => ({
  path: '/ticket/:link/leave',
  access: 'everyone',
  get: async (asking) => {
    const visit = await visitOfLink(office, asking.params.link ?? '')
    return visit ? leaving(asking, visit) : unknownTicket(asking)
  },
  post: post({
    fields: z.object({}),
    run: async (asking) => {
      const visit = await visitOfLink(office, asking.params.link ?? '')
      if (!visit) return unknownTicket(asking)
      const asker = { role: 'visitor', scope: 'visitor', key: null }
      const left = await changeVisit(office, { visit: visit.id, command: { do: 'leave', desk: null }, asker })
      if (isRefusal(left) && visit.state !== 'left' && left.code !== 'wrong_state')
        return unknownTicket(asking)
      return redirect(asking.href(`/ticket/${visit.secret}`))
    },
    again: async (asking) => redirect(asking.href(`/ticket/${asking.params.link}`)),
  }),
})

function leaving(asking: Asking, visit: Visit): View {
  const { t, href } = asking
  const body = (
    <form method="post">
      <Hidden values={{}} />
      <TicketNumber asking={asking} visit={visit} />
      <h1>{t('ticket.leave_sure')}</h1>
      <p class="lead">{t('ticket.leave_text')}</p>
      <div class="row">
        <a class="button" href={href(`/ticket/${visit.secret}`)}>
          {t('ticket.leave_no')}
        </a>
        <Button look="alarm">{t('ticket.leave_yes')}</Button>
      </div>
    </form>
  )
  return { title: t('ticket.leave_sure'), body }
}
