import { clockTime } from '../../i18n/index.ts'
import { plusMinutes } from '../../kernel/index.ts'
import type { Asking } from '../../web/index.ts'
import { Notice } from '../../web/look/index.ts'
import { type Ahead, willBeToday } from '../actions/forecast.ts'
import type { Office } from '../actions/office.ts'
import type { Hall } from '../rules/hall.ts'
import { overtakenBecause, promiseNow } from '../rules/promise.ts'
import type { Visit } from '../rules/visit.ts'
import { Instead } from './instead.tsx'

type NoticesProps = {
  readonly office: Office
  readonly asking: Asking
  readonly visit: Visit
  readonly hall: Hall
  readonly standing: Ahead
}

/** She is called back in when so few are before her. */
const NEAR = 2

/** What a waiting person should hear without asking: it takes longer, she is not forgotten, why others went before her. */
export function Notices({ office, asking, visit, hall, standing }: NoticesProps) {
  const { t, now } = asking
  const { wait, people } = standing
  const { zone } = office.city()
  const at = (minutes: number) => clockTime(plusMinutes(now, minutes), zone)
  const promise = promiseNow(visit, wait, now)
  const why = overtakenBecause(hall, visit)
  return (
    <>
      {visit.awaySince !== null && (
        <Notice tone={people <= NEAR ? 'now' : 'calm'} icon="footprints">
          <p>{t(people <= NEAR ? 'ticket.come_now' : 'ticket.away_text')}</p>
        </Notice>
      )}
      {!willBeToday(office, wait) && (
        <>
          <Notice icon="sunset">
            <p>{t('ticket.not_today')}</p>
          </Notice>
          {visit.callableFrom === null && <Instead office={office} asking={asking} />}
        </>
      )}
      {promise === 'slips' && (
        <Notice tone="now" icon="clock-3">
          <p>{t('ticket.slipped', { from: at(wait.from), to: at(wait.to) })}</p>
        </Notice>
      )}
      {promise === 'half_over' && (
        <Notice icon="heart">
          <p>{t('ticket.not_forgotten')}</p>
        </Notice>
      )}
      {why && (
        <Notice>
          <p>{t('ticket.overtaken', { why: t(`reason.visitor.${why}`) })}</p>
        </Notice>
      )}
    </>
  )
}
