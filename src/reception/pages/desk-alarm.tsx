import { clockTime } from '../../i18n/index.ts'
import { Button, HiddenFields } from '../../web/look/index.ts'
import { isWatched } from '../actions/alarm.ts'
import type { Alarm } from '../rules/alarm.ts'
import { Adds } from './alarm.tsx'
import type { Shown } from './desk-shown.ts'

type Props = Pick<Shown, 'office' | 'asking' | 'desk'> & { readonly alarm: Alarm | null }

/**
 * The quiet button of a desk. Whoever reads along sees the word "help" and a time, nothing else. When nobody would hear
 * it, the button itself says so.
 */
export function SilentAlarm(props: Props) {
  const { office, asking, desk, alarm } = props
  const { t, href } = asking
  const { key } = office.city().policies.alarm
  const unwatched = isWatched(office) === false && alarm === null
  return (
    <section class="card stack tight" aria-label={t('alarm.label')}>
      <form
        method="post"
        id="alarm"
        action={href(`/staff/desk/${desk.id}/alarm`)}
        data-chord={key}
        data-times="3"
      >
        <Button kind="quiet" icon="life-buoy">
          <span class="line-ready">{t(unwatched ? 'alarm.unwatched' : 'alarm.raise')}</span>
          <span class="line-lost">{t('alarm.dead')}</span>
        </Button>
      </form>
      <p role="status" id="alarm-state">
        {alarm &&
          t(`alarm.sent.${alarm.state as Exclude<Alarm['state'], 'over'>}`, {
            time: clockTime(alarm.since, office.city().zone),
          })}
        <span class="line-lost">{t('alarm.dead')}</span>
      </p>
      <p class="quiet">{t('alarm.chord', { key })}</p>
      <Adds office={office} asking={asking} />
      <Drill {...props} />
    </section>
  )
}

function Drill({ asking: { t, href }, desk }: Props) {
  return (
    <details class="more" id="alarm-drill">
      <summary class="button quiet">{t('alarm.try')}</summary>
      <form method="post" class="stack tight" action={href(`/staff/desk/${desk.id}/alarm`)}>
        <p>{t('alarm.try_text')}</p>
        <HiddenFields values={{ drill: '1' }} />
        <Button kind="quiet">{t('alarm.try_send')}</Button>
      </form>
    </details>
  )
}
