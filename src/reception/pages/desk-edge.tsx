import { packText } from '../../city/index.ts'
import { clockTime } from '../../i18n/index.ts'
import { minutesBetween } from '../../kernel/index.ts'
import { Button, HiddenFields, LinkButton, Person, Persons } from '../../web/look/index.ts'
import { deskStateOf } from '../actions/office.ts'
import type { Alarm } from '../rules/alarm.ts'
import type { Pace } from '../rules/pace.ts'
import { SilentAlarm } from './desk-alarm.tsx'
import type { Shown } from './desk-shown.ts'
import { OwnPace, Sitting } from './desk-work.tsx'
import { whoAlone } from './people.ts'
import { needsOf, personOf } from './person.ts'

type Beside = Shown & { readonly alarm: Alarm | null; readonly pace: Pace | null }

/** What lies beside the case: who waits, who is parked, what was passed on, the own break, help, the keys. */
export function Edge({ alarm, pace, ...shown }: Beside) {
  const { t, formKey, href } = shown.asking
  const { open } = deskStateOf(shown.office, shown.desk.id)
  return (
    <aside class="stack" aria-label={t('desk.hall')}>
      <Line {...shown} />
      <Parked {...shown} />
      <Passed {...shown} />
      <p>
        <LinkButton
          kind="quiet"
          shortcut="s"
          icon="languages"
          href={href(`/staff/desk/${shown.desk.id}/phrases`)}
        >
          {t('phrases.open')}
        </LinkButton>
      </p>
      <Sitting {...shown} />
      <OwnPace {...shown} pace={pace} />
      <SilentAlarm {...shown} alarm={alarm} />
      <section class="quiet">
        <h2>{t('desk.keys')}</h2>
        <p>{t('desk.keys_text')}</p>
        <p>{t('desk.keys_more')}</p>
      </section>
      {open && (
        <form method="post">
          <HiddenFields values={{ key: formKey(), do: 'close' }} />
          <Button kind="quiet" icon="power">
            {t('staff.close_desk')}
            <span class="unseen">: {shown.desk.name}</span>
          </Button>
        </form>
      )}
    </aside>
  )
}

/** The next few as people: number, sign, how long, what they need. */
function Line({ asking, now }: Shown) {
  const { t } = asking
  if (now.waiting === 0) return null
  return (
    <section class="card stack tight">
      <h2>{t('desk.waiting', { count: now.waiting })}</h2>
      <Persons>
        {now.next.map((visit) => (
          <Person key={visit.id} {...personOf(asking, visit)} needs={needsOf(asking, visit)}>
            {visit.needs.length > 0 && <span class="quiet">{whoAlone(asking, visit)}</span>}
          </Person>
        ))}
      </Persons>
      {now.waiting > now.next.length && (
        <p class="quiet">{t('ticket.more', { count: now.waiting - now.next.length })}</p>
      )}
    </section>
  )
}

function Parked({ asking, now }: Shown) {
  const { t, formKey } = asking
  if (now.parked.length === 0) return null
  return (
    <section class="card stack tight">
      <h2>{t('desk.parked')}</h2>
      <Persons>
        {now.parked.map((visit) => (
          <Person
            key={visit.id}
            {...personOf(asking, visit)}
            waited={t('common.minutes', { minutes: Math.floor(minutesBetween(visit.since, asking.now)) })}
          >
            <form method="post">
              <HiddenFields values={{ key: formKey(), do: 'bring_back', visit: visit.id }} />
              <Button kind="quiet">
                {t('desk.bring_back')}
                <span class="unseen">: {visit.number}</span>
              </Button>
            </form>
          </Person>
        ))}
      </Persons>
    </section>
  )
}

/** Passed on and not yet taken: still ours, with the time until when they must be taken. */
function Passed({ office, asking, now }: Shown) {
  const { t, language, formKey } = asking
  const city = office.city()
  if (now.passed.length === 0) return null
  return (
    <section class="card stack tight">
      <h2>{t('desk.passed')}</h2>
      <Persons>
        {now.passed.map((visit) => {
          const late = visit.pass !== null && visit.pass.deadline < asking.now
          const unit = packText(city, language.code, { section: 'units', key: visit.unit })
          const time = clockTime(visit.pass?.deadline ?? asking.now, city.zone)
          const words = t(late ? 'desk.pass_late' : 'desk.pass_until', { unit, time })
          return (
            <Person
              key={visit.id}
              {...personOf(asking, visit)}
              waited={words}
              late={late ? words : undefined}
            >
              <form method="post">
                <HiddenFields values={{ key: formKey(), do: 'take_back', visit: visit.id }} />
                <Button kind="quiet">
                  {t('desk.take_back')}
                  <span class="unseen">: {visit.number}</span>
                </Button>
              </form>
            </Person>
          )
        })}
      </Persons>
    </section>
  )
}
