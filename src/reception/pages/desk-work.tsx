import { clockTime, type TextKey } from '../../i18n/index.ts'
import { minutesBetween } from '../../kernel/index.ts'
import type { Asking } from '../../web/index.ts'
import { Button, HiddenFields, LinkButton, Notice } from '../../web/look/index.ts'
import type { Wanted } from '../actions/help.ts'
import { deskStateOf, type Office } from '../actions/office.ts'
import type { Pace } from '../rules/pace.ts'
import { allowsWork, breakDueAt, type WorkDoing, workOf } from '../rules/work.ts'
import type { Shown } from './desk-shown.ts'
import { concernWords } from './people.ts'
import { accountOf } from './staff.tsx'

type Here = Pick<Shown, 'office' | 'asking' | 'desk'>

/** Whether this page is shown to who sits at the desk. */
export const isOwn = ({ office, asking, desk }: Here): boolean => {
  const state = deskStateOf(office, desk.id)
  return state.open && state.sitter === accountOf(asking).id
}

const WISHES = [
  { doing: 'take_break', key: 'work.take_break', shortcut: 'm', icon: 'coffee' },
  { doing: 'go_back', key: 'work.go_back', shortcut: 'h', icon: 'folder-open' },
  { doing: 'come_back', key: 'work.stay', shortcut: 'r', icon: 'armchair' },
] as const satisfies readonly { doing: WorkDoing; key: TextKey; shortcut: string; icon: string }[]

/** Break and back office, as the table allows them, for who sits here; and when a break is due at the latest. */
export function Sitting(here: Here) {
  const { office, asking, desk } = here
  const { t, formKey } = asking
  const state = deskStateOf(office, desk.id)
  const work = workOf(state)
  if (!isOwn(here) || work === 'break' || work === 'back_office') return null
  const due = breakDueAt(state, office.city().policies)
  const overdue = due !== null && due <= asking.now && work === 'at_desk'
  const time = due === null ? '' : clockTime(due, office.city().zone)
  return (
    <section class="card stack tight" aria-label={t('work.label')}>
      {work === 'to_break' ? (
        <Notice icon="coffee">
          <p>{t('work.to_break')}</p>
        </Notice>
      ) : overdue ? (
        <Notice tone="now" icon="coffee">
          <p>{t('work.overdue', { time })}</p>
        </Notice>
      ) : (
        due !== null && <p class="quiet">{t('work.due', { time })}</p>
      )}
      <div class="row">
        {WISHES.filter(({ doing }) => allowsWork(work, doing)).map(({ doing, key, shortcut, icon }) => (
          <form key={doing} method="post">
            <HiddenFields values={{ key: formKey(), do: doing }} />
            <Button kind="quiet" shortcut={shortcut} icon={icon}>
              {t(key)}
            </Button>
          </form>
        ))}
      </div>
    </section>
  )
}

/** In place of the queue while who sits here is on a break or in the back office: what that means, and one way back. */
export function Away(here: Here) {
  const { office, asking, desk } = here
  const { t, formKey, now } = asking
  const state = deskStateOf(office, desk.id)
  const own = isOwn(here)
  const until = state.breakUntil
  const time = until === null ? '' : clockTime(until, office.city().zone)
  const over = until !== null && until <= now
  return (
    <div class="card stack" id={`away-${state.work}`}>
      {until === null ? (
        <>
          <h2>{t('work.back_office')}</h2>
          <p>{t('work.back_office_text')}</p>
        </>
      ) : (
        <>
          <h2>{t(over ? 'work.break_over' : 'work.break_until', { time })}</h2>
          <p>{t(over ? 'work.break_over_text' : own ? 'work.break_text' : 'work.break_other')}</p>
        </>
      )}
      {own && (
        <form method="post">
          <HiddenFields values={{ key: formKey(), do: 'come_back' }} />
          <Button large wide shortcut="r" icon="armchair">
            {t('work.come_back')}
          </Button>
        </form>
      )}
    </div>
  )
}

/** The own day in one calm line, only when she asks for it. */
export function OwnPace({ asking, pace, ...here }: Here & { readonly pace: Pace | null }) {
  const { t, href } = asking
  const address = `/staff/desk/${here.desk.id}`
  if (!isOwn({ asking, ...here })) return null
  if (!pace) {
    return (
      <p>
        <a class="quiet" href={href(`${address}?pace=1`)}>
          {t('pace.ask')}
        </a>
      </p>
    )
  }
  const since = clockTime(deskStateOf(here.office, here.desk.id).since, here.office.city().zone)
  return (
    <section class="quiet stack tight">
      <p>
        {t('pace.people', { count: pace.people, time: since })}{' '}
        {pace.usual && t('pace.usual', { from: pace.usual.from, to: pace.usual.to })}
      </p>
      <p>{t('pace.private')}</p>
      <p>
        <a href={href(address)}>{t('pace.hide')}</a>
      </p>
    </section>
  )
}

type Helping = { readonly office: Office; readonly asking: Asking; readonly wanted: Wanted }

/** "Please help at the front": for whom, in words; who is meant is named by what she can do. */
export function HelpAtFront({ office, asking, wanted }: Helping) {
  const { t, now, language } = asking
  const minutes = Math.floor(minutesBetween(wanted.visit.arrivedAt, now))
  const skill = concernWords(office.city(), language.code, wanted.visit)
  return (
    <Notice tone="now" icon="hand-heart">
      <h2>{t('help.front')}</h2>
      <p>{t('help.front_text', { minutes, skill })}</p>
      <p>
        <LinkButton kind="quiet" href={asking.href('/staff/reception')}>
          {t('staff.nav.reception')}
        </LinkButton>
      </p>
    </Notice>
  )
}
