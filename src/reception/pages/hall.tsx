import { z } from 'zod'
import { packText } from '../../city/index.ts'
import { isRefusal, minutesBetween } from '../../kernel/index.ts'
import { streamAddress } from '../../live/index.ts'
import { type Asking, type Page, post, redirect, type View } from '../../web/index.ts'
import { EmptyState, FigureTile, Notice, Person, Persons } from '../../web/look/index.ts'
import { setIntake } from '../actions/desk.ts'
import { deskAdvice } from '../actions/look.ts'
import { freshHall, type Office } from '../actions/office.ts'
import { earliest } from '../rules/hall.ts'
import { INTAKE_REASONS } from '../rules/intake.ts'
import type { Visit } from '../rules/visit.ts'
import { withAlarms } from './alarm.tsx'
import { Desks, Partners } from './hall-desks.tsx'
import { Intake } from './intake.tsx'
import { tongueOf, waitsWords, whoAlone } from './people.ts'
import { needsOf, personOf } from './person.ts'
import { Printers } from './printers.tsx'
import { accountOf, notForYou } from './staff.tsx'

/** The hall at a glance: who waits and needs what, how the desks stand, who needs a person now. */
export const hallPage = (office: Office): Page => ({
  path: '/staff/reception',
  access: 'staff',
  get: (asking) => hall(office, asking),
  post: post({
    fields: z.object({ intake: z.union([z.enum(INTAKE_REASONS), z.literal('resume')]) }),
    run: async (asking, { intake }) => {
      const stop = intake === 'resume' ? null : intake
      const refused = isRefusal(await setIntake(office, stop, accountOf(asking).role))
      return refused ? notForYou(asking, 'intake.refused') : redirect(asking.href('/staff/reception'))
    },
    again: (asking) => hall(office, asking),
  }),
})

/** So many fit on a screen; a hall that is fuller is told by its number. */
const MOST = 60

type Shown = {
  readonly office: Office
  readonly asking: Asking
  /** Those who came first. */
  readonly waiting: readonly Visit[]
  /** Those who asked for a person at once. */
  readonly wanted: readonly Visit[]
}
type Here = Pick<Shown, 'office' | 'asking'>

async function hall(office: Office, asking: Asking): Promise<View> {
  const live = streamAddress(office.hub, asking.href('/staff/reception/live'))
  const { t } = asking
  const now = await freshHall(office)
  const wanted = earliest(now, MOST, (visit) => asksForPerson(office, visit))
  const shown = { office, asking, waiting: earliest(now, MOST), wanted }
  const body = (
    <div class="stack">
      <h1>{t('reception.title')}</h1>
      <Printers office={office} asking={asking} />
      <Wanted {...shown} />
      <Figures {...shown} />
      <div class="columns">
        <section class="stack tight">
          <h2>{t('reception.waiting')}</h2>
          {shown.waiting[0] && <p class="lead">{waitsWords(asking, shown.waiting[0])}</p>}
          <Line {...shown} />
        </section>
        <div class="stack">
          <Desks office={office} asking={asking} hall={now} />
          <Partners office={office} asking={asking} />
          <Intake office={office} asking={asking} />
        </div>
      </div>
    </div>
  )
  return withAlarms(office, asking, { title: t('reception.title'), body, frame: 'staff', refresh: 30, live })
}

function Figures({ office, asking: { t, now }, waiting }: Shown) {
  const longest = waiting[0] ? Math.floor(minutesBetween(waiting[0].arrivedAt, now)) : 0
  return (
    <dl class="tiles">
      <FigureTile label={t('reception.waiting')} value={String(office.memory.hall.waiting.length)} />
      <FigureTile
        label={t('reception.longest')}
        value={t('reception.minutes', { minutes: longest })}
        note={t('reception.promise', { minutes: office.city().policies.longestWaitMinutes })}
      />
    </dl>
  )
}

const HELP = { minor: 'reception.help_minor', alone: 'reception.help_alone' } as const
const asksForPerson = (office: Office, visit: Visit): boolean =>
  visit.concerns[0] === office.city().orientation || visit.needs.some((need) => need in HELP)

/** People who asked for a person at once stand above everything else. */
function Wanted({ office, asking, wanted }: Shown) {
  const { t } = asking
  if (wanted.length === 0) return null
  return (
    <Notice tone="now" icon="hand-heart">
      <h2>{t('reception.help')}</h2>
      <Persons>
        {wanted.map((visit) => {
          const kind = visit.needs.find((need): need is keyof typeof HELP => need in HELP)
          return (
            <Person key={visit.id} {...personOf(asking, visit)}>
              <span>{t(kind ? HELP[kind] : 'reception.help_person')}</span>
              <Advice office={office} asking={asking} visit={visit} />
            </Person>
          )
        })}
      </Persons>
    </Notice>
  )
}

function Line({ office, asking, waiting }: Shown) {
  const { t, now, language } = asking
  const promised = office.city().policies.longestWaitMinutes
  if (waiting.length === 0) return <EmptyState title={t('reception.nobody')} />
  return (
    <Persons>
      {waiting.map((visit) => {
        const late = minutesBetween(visit.arrivedAt, now) > promised
        return (
          <Person
            key={visit.id}
            {...personOf(asking, visit)}
            needs={needsOf(asking, visit)}
            late={late ? t('reception.promise', { minutes: promised }) : undefined}
          >
            <span class="quiet">
              {visit.needs.length > 0 && `${whoAlone(asking, visit)} · `}
              {packText(office.city(), language.code, { section: 'units', key: visit.unit })}
              {visit.partySize > 1 && ` · ${t('desk.party', { count: visit.partySize })}`} ·{' '}
              <bdi>{tongueOf(office.city(), visit)}</bdi>
            </span>
            <Advice office={office} asking={asking} visit={visit} />
          </Person>
        )
      })}
    </Persons>
  )
}

/** Which free desk would take her, and why. */
function Advice({ office, asking: { t }, visit }: Here & { visit: Visit }) {
  const advice = deskAdvice(office, visit)
  if (!advice) return null
  const why = t(`reason.desk.${advice.why}`)
  return <span class="quiet">{t('reception.free_desk', { desk: advice.desk.name, why })}</span>
}
