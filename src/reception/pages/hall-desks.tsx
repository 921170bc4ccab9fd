import { type Desk, deskById } from '../../city/index.ts'
import { clockTime } from '../../i18n/index.ts'
import type { DeskId } from '../../kernel/index.ts'
import type { Asking } from '../../web/index.ts'
import { DeskCard, type DeskCardProps } from '../../web/look/index.ts'
import { partnersToday } from '../actions/look.ts'
import { deskStateOf, type Office } from '../actions/office.ts'
import type { Hall } from '../rules/hall.ts'
import { isAtDesk, workOf } from '../rules/work.ts'
import { WayPlan } from './way-plan.tsx'

type Shown = { readonly office: Office; readonly asking: Asking; readonly hall: Hall }

function standingOf({ office, hall }: Shown, desk: DeskId): Exclude<DeskCardProps['state'], 'alarm'> {
  const visit = hall.atDesk.get(desk)
  if (visit) return visit.state === 'called' ? 'calling' : 'busy'
  return isAtDesk(deskStateOf(office, desk)) ? 'open' : 'closed'
}

/** How the desks stand: on the plan of the house, and one by one. */
export function Desks(shown: Shown) {
  const { office, asking } = shown
  const city = office.city()
  const onPlan = (desk: DeskId) => {
    const standing = standingOf(shown, desk)
    return standing === 'calling' ? 'busy' : standing
  }
  return (
    <section class="stack tight">
      <h2>{asking.t('reception.desks')}</h2>
      <WayPlan city={city} language={asking.language.code} stateOf={onPlan} label={asking.t('plan.label')} />
      <ul class="tiles small">
        {city.premises.desks.map((desk) => (
          <li key={desk.id}>
            <Card {...shown} desk={desk} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Card({ desk, ...shown }: Shown & { readonly desk: Desk }) {
  const { t, href } = shown.asking
  const state = standingOf(shown, desk.id)
  const visit = shown.hall.atDesk.get(desk.id)
  const words = visit ? `${visit.number} · ${t(`state.${visit.state}`)}` : idleWords(shown, desk.id)
  return <DeskCard name={desk.name} state={state} stateText={words} href={href(`/staff/desk/${desk.id}`)} />
}

/** How a desk without a visitor stands; of a break also until when, so that nobody looks for its people before. */
function idleWords({ office, asking: { t } }: Shown, desk: DeskId): string {
  const state = deskStateOf(office, desk)
  const work = workOf(state)
  const time = state.breakUntil === null ? '' : clockTime(state.breakUntil, office.city().zone)
  if (work === 'break') return t('work.break_until', { time })
  if (work === 'back_office') return t('work.back_office')
  return t(work === 'closed' ? 'reception.desk_closed' : 'reception.desk_idle')
}

/** Which partners sit in the house today, where and until when. */
export function Partners({ office, asking: { t, now } }: Pick<Shown, 'office' | 'asking'>) {
  const present = partnersToday(office, now)
  if (present.length === 0) return null
  return (
    <section class="stack tight">
      <h2>{t('reception.present')}</h2>
      <ul class="plain stack tight">
        {present.map(({ name, from, to, desk }) => (
          <li key={`${name} ${from}`}>
            <strong>
              <bdi>{name}</bdi>
            </strong>{' '}
            · <bdi>{t('common.from_to', { from, to })}</bdi> ·{' '}
            <bdi>{deskById(office.city(), desk)?.name}</bdi>
          </li>
        ))}
      </ul>
    </section>
  )
}
