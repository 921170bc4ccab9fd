import { concernById, packText } from '../../city/index.ts'
import { paperText } from '../../fees/index.ts'
import { streamAddress } from '../../live/index.ts'
import { type Asking, type Page, post, redirect, type View } from '../../web/index.ts'
import { BigNumber, Button, DocumentList, HiddenFields, LinkButton, Thread } from '../../web/look/index.ts'
import { visitOfLink } from '../actions/look.ts'
import type { Office } from '../actions/office.ts'
import { isOver } from '../rules/hall.ts'
import type { Visit } from '../rules/visit.ts'
import { doOwn, ownFields } from './instead.tsx'
import { knotsOf } from './route.ts'
import { whereNow } from './ticket-now.tsx'
import { unknownTicket } from './unknown.tsx'
import { signLook, signName } from './words.ts'

const REFRESH_SECONDS = 30

/** The ticket on the phone: the number, where one stands, how long, where to go. Shows this one visit and no other. */
export const ticketPage = (office: Office): Page => ({
  path: '/ticket/:link',
  access: 'everyone',
  get: async (asking) => {
    const visit = await visitOfLink(office, asking.params.link ?? '')
    return visit ? ticket(office, asking, visit) : unknownTicket(asking)
  },
  post: post({
    fields: ownFields,
    run: async (asking, input) => {
      const visit = await visitOfLink(office, asking.params.link ?? '')
      if (!visit) return unknownTicket(asking)
      await doOwn(office, visit, input)
      return redirect(asking.href(`/ticket/${visit.secret}`))
    },
    again: async (asking) => {
      const visit = await visitOfLink(office, asking.params.link ?? '')
      return visit ? redirect(asking.href(`/ticket/${visit.secret}`)) : unknownTicket(asking)
    },
  }),
})

async function ticket(office: Office, asking: Asking, visit: Visit): Promise<View> {
  const live = streamAddress(office.hub, asking.href(`/ticket/${visit.secret}/live`))
  const { t } = asking
  const body = (
    <div class="stack">
      <TicketNumber asking={asking} visit={visit} />
      {await whereNow(office, asking, visit)}
      {hasWay(visit) && <Thread knots={knotsOf(office.city(), asking, visit)} label={t('route.label')} />}
      {!isOver(visit) && <Matter office={office} asking={asking} visit={visit} />}
      {(visit.state === 'waiting' || visit.state === 'called') && <Ways asking={asking} visit={visit} />}
    </div>
  )
  return {
    title: t('ticket.number', { number: visit.number, sign: signName(t, visit.number) }),
    body,
    // Whoever is done needs no page that reloads itself; a missed number may still be called back.
    ...(isOver(visit) && visit.state !== 'missed' ? {} : { refresh: REFRESH_SECONDS }),
    live,
  }
}

/** Whoever left or was not found did not walk the rest of the way: it is not drawn. */
const hasWay = ({ state }: Visit): boolean => state !== 'left' && state !== 'missed' && state !== 'unserved'

export const TicketNumber = ({ asking: { t }, visit }: { asking: Asking; visit: Visit }) => (
  <BigNumber number={visit.number} {...signLook(visit.number)} label={signName(t, visit.number)} />
)

/** What to have ready. A matter nobody else should read is not named. */
function Matter({ office, asking, visit }: { office: Office; asking: Asking; visit: Visit }) {
  const { t, language } = asking
  const city = office.city()
  const concerns = visit.concerns
    .flatMap((one) => concernById(city, one) ?? [])
    .filter((concern) => !concern.discreet)
  if (concerns.length === 0) return null
  const papers = [...new Set(concerns.flatMap((concern) => concern.documents))]
  return (
    <section class="card stack tight">
      <h2>{t('ticket.matter')}</h2>
      {concerns.map((concern) => (
        <p key={concern.id}>{packText(city, language.code, { section: 'concerns', key: concern.id })}</p>
      ))}
      {papers.length > 0 && (
        <>
          <h2>{t('ticket.prepare')}</h2>
          <DocumentList items={papers.map((key) => paperText(city, asking, key))} />
        </>
      )}
    </section>
  )
}

function Ways({ asking: { t, href }, visit }: { asking: Asking; visit: Visit }) {
  return (
    <div class="stack tight">
      <p class="quiet">{t('ticket.own')}</p>
      {visit.state === 'waiting' && (
        <form method="post">
          <HiddenFields values={{ do: visit.awaySince === null ? 'go_out' : 'be_back' }} />
          <Button
            kind={visit.awaySince === null ? 'quiet' : 'primary'}
            icon={visit.awaySince === null ? 'footprints' : 'armchair'}
          >
            {t(visit.awaySince === null ? 'ticket.go_out' : 'ticket.be_back')}
          </Button>
        </form>
      )}
      <div class="row">
        <LinkButton kind="quiet" icon="printer" href={href(`/ticket/${visit.secret}/slip`)}>
          {t('ticket.slip')}
        </LinkButton>
        <LinkButton kind="quiet" icon="log-out" href={href(`/ticket/${visit.secret}/leave`)}>
          {t('ticket.leave')}
        </LinkButton>
      </div>
    </div>
  )
}
