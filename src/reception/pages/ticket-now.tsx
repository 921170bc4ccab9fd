import type { JSX } from 'preact'
import { deskById, deskName, packText } from '../../city/index.ts'
import { clockTime } from '../../i18n/index.ts'
import { plusMinutes } from '../../kernel/index.ts'
import type { Asking } from '../../web/index.ts'
import { Beads, DocumentList, Icon, LinkButton, Notice } from '../../web/look/index.ts'
import { routeAhead, standingInLine } from '../actions/forecast.ts'
import { freshHall, type Office } from '../actions/office.ts'
import type { Hall } from '../rules/hall.ts'
import type { Visit, VisitOutcome } from '../rules/visit.ts'
import { Notices } from './ticket-notices.tsx'
import { WayPlan } from './way-plan.tsx'
import { waitWords } from './words.ts'

const DRAWN_BEADS = 12

/** Where a visit stands this minute, in one headline, and what that means for her. */
export async function whereNow(office: Office, asking: Asking, visit: Visit): Promise<JSX.Element> {
  const { t } = asking
  const known = visit.desk ? deskById(office.city(), visit.desk) : undefined
  const desk = known ? deskName(office.city(), asking.language.code, known) : ''
  switch (visit.state) {
    case 'called':
      return <Called office={office} asking={asking} visit={visit} />
    case 'serving':
      return <h1>{t('ticket.serving', { desk })}</h1>
    case 'parked':
      return <h1>{t('ticket.parked', { desk })}</h1>
    case 'waiting':
      return waiting(office, asking, visit)
    default:
      return <Ended office={office} asking={asking} visit={visit} />
  }
}

function Called({ office, asking, visit }: { office: Office; asking: Asking; visit: Visit }) {
  const { t, language } = asking
  const city = office.city()
  const desk = deskById(city, visit.desk ?? '')
  if (!desk) return <h1>{t('state.called')}</h1>
  const name = deskName(city, language.code, desk)
  return (
    <section class="come stack tight" role="status">
      <h1>{t('ticket.called', { desk: name })}</h1>
      {name !== desk.name && (
        <p class="lead" lang="de" dir="ltr">
          {desk.name}
        </p>
      )}
      <p class="lead row tight">
        <Icon name={city.premises.ways[desk.way] ?? 'map-pin'} />
        {packText(city, language.code, { section: 'ways', key: desk.way })}
      </p>
      <WayPlan city={city} language={language.code} desk={desk.id} label={t('plan.to', { desk: name })} />
    </section>
  )
}

async function waiting(office: Office, asking: Asking, visit: Visit): Promise<JSX.Element> {
  const { t } = asking
  const city = office.city()
  const hall = await freshHall(office)
  const standing = standingInLine(office, hall, visit)
  const { people, calledLately, wait } = standing
  const at = (minutes: number) => clockTime(plusMinutes(asking.now, minutes), city.zone)
  const between = { from: at(wait.from), to: at(wait.to) }
  const headline = wait.certain ? t('ticket.here', { range: waitWords(t, wait) }) : t('ticket.uncertain')
  return (
    <div class="stack">
      <div class="stack tight">
        <h1>{visit.awaySince === null ? headline : t('ticket.away')}</h1>
        {wait.certain && <p class="lead">{t('ticket.between', between)}</p>}
        {visit.route.length > 1 && <Everything office={office} asking={asking} visit={visit} hall={hall} />}
      </div>
      <Notices office={office} asking={asking} visit={visit} hall={hall} standing={standing} />
      <Interlude office={office} asking={asking} visit={visit} />
      <section class="card stack tight">
        <h2>{t('ticket.queue')}</h2>
        <Beads
          ahead={people}
          label={t('ticket.ahead', { count: people })}
          more={people > DRAWN_BEADS ? t('ticket.more', { count: people - DRAWN_BEADS }) : undefined}
        />
        <p class="strong">{t('ticket.ahead', { count: people })}</p>
        <p>{t('ticket.movement', { count: calledLately })}</p>
      </section>
      <p class="quiet">{t('ticket.updated', { time: clockTime(asking.now, city.zone) })}</p>
    </div>
  )
}

/** With several stations: how long until the last of them is done. */
function Everything({
  office,
  asking: { t },
  visit,
  hall,
}: {
  office: Office
  asking: Asking
  visit: Visit
  hall: Hall
}) {
  const all = routeAhead(office, hall, visit)
  return all.certain ? <p>{t('ticket.all_done_in', { range: waitWords(t, all) })}</p> : null
}

/** What came between: called and not found, or on the way to another unit. */
function Interlude({ office, asking, visit }: { office: Office; asking: Asking; visit: Visit }) {
  const { t, language, now } = asking
  const city = office.city()
  const resting = visit.callableFrom !== null && visit.callableFrom > now
  return (
    <>
      {resting && (
        <Notice tone="now" icon="bell">
          <p>
            {t(visit.calls === 0 ? 'ticket.later' : 'ticket.resting', {
              time: clockTime(visit.callableFrom ?? now, city.zone),
            })}
          </p>
        </Notice>
      )}
      {visit.pass && (
        <Notice icon="footprints">
          <p>
            {t('ticket.passed', {
              unit: packText(city, language.code, { section: 'units', key: visit.unit }),
            })}
          </p>
        </Notice>
      )}
    </>
  )
}

const ENDS = {
  done: 'ticket.done',
  partly: 'ticket.done',
  come_back: 'ticket.come_back',
  wish: 'ticket.wish',
  left: 'ticket.left',
} as const satisfies Record<VisitOutcome, string>

function Ended({
  office,
  asking: { t, href, language },
  visit,
}: {
  office: Office
  asking: Asking
  visit: Visit
}) {
  const key =
    visit.state === 'done'
      ? ENDS[visit.outcome ?? 'done']
      : (`ticket.${visit.state as 'left' | 'missed' | 'unserved'}` as const)
  const paper = (name: string) => packText(office.city(), language.code, { section: 'documents', key: name })
  return (
    <div class="stack">
      <h1>{t(key)}</h1>
      {visit.bring.length > 0 && (
        <section class="card stack tight">
          <h2>{t('ticket.bring')}</h2>
          <DocumentList items={visit.bring.map(paper)} />
        </section>
      )}
      <div class="row">
        <LinkButton href={href('/')}>{t('ticket.again')}</LinkButton>
        {visit.bring.length > 0 && (
          <LinkButton kind="quiet" icon="printer" href={href(`/ticket/${visit.secret}/slip`)}>
            {t('ticket.slip')}
          </LinkButton>
        )}
      </div>
    </div>
  )
}
