import { z } from 'zod'
import { packText } from '../../city/index.ts'
import { clockTime } from '../../i18n/index.ts'
import { minutesBetween } from '../../kernel/index.ts'
import { streamAddress } from '../../live/index.ts'
import { type Asking, type Page, post, redirect, type View } from '../../web/index.ts'
import {
  Button,
  EmptyState,
  FigureTile,
  HiddenFields,
  Notice,
  Person,
  Persons,
} from '../../web/look/index.ts'
import { setIntake } from '../actions/desk.ts'
import { deskAdvice } from '../actions/look.ts'
import { freshHall, type Office } from '../actions/office.ts'
import { earliest } from '../rules/hall.ts'
import type { Visit } from '../rules/visit.ts'
import { Desks, Partners } from './hall-desks.tsx'
import { needsOf, personOf } from './person.ts'
import { Printers } from './printers.tsx'
import { accountOf } from './staff.tsx'

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
  return {
    title: t('reception.title'),
    body,
    frame: 'staff',
    refresh: 30,
    live,
  }
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
              {packText(office.city(), language.code, { section: 'units', key: visit.unit })}
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

function Intake({ office, asking: { t } }: Here) {
  const stopped = office.memory.intakeStopped
  if (stopped !== null) {
    return (
      <form method="post" class="stack tight">
        <Notice tone="alarm">
          <p>{t('reception.intake_stopped', { time: clockTime(stopped, office.city().zone) })}</p>
        </Notice>
        <HiddenFields values={{ intake: 'resume' }} />
        <Button>{t('reception.intake_resume')}</Button>
      </form>
    )
  }
  return (
    <details class="more" id="intake">
      <summary class="button quiet">{t('reception.intake_stop')}</summary>
      <form method="post" class="stack tight">
        <p>{t('reception.intake_sure')}</p>
        <HiddenFields values={{ intake: 'stop' }} />
        <Button kind="alarm">{t('reception.intake_stop')}</Button>
      </form>
    </details>
  )
}
