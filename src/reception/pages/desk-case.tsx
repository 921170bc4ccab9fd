import { type Concern, concernById, type Desk, packText } from '../../city/index.ts'
import { minutesBetween } from '../../kernel/index.ts'
import type { Asking } from '../../web/index.ts'
import { Bring, Button, Choices, Hidden, Sign } from '../../web/view/index.ts'
import type { Office } from '../actions/office.ts'
import { allows } from '../rules/machine.ts'
import { type Command, OUTCOMES, type Visit } from '../rules/visit.ts'
import { signLook, signName } from './words.ts'

type CaseProps = { office: Office; asking: Asking; visit: Visit; desk: Desk }

/** The one person at this desk, and what can be done for her now. */
export function Case(props: CaseProps) {
  const { asking, visit } = props
  const { t } = asking
  const serving = visit.state === 'serving'
  return (
    <div class="card stack">
      <div class="row">
        <Sign look={signLook(visit.number)} label={signName(t, visit.number)} small />
        <h2 class="big-number">{visit.number}</h2>
        <div>
          <p class="lead">
            {t(serving ? 'desk.serving' : 'desk.called', { number: visit.number })} ·{' '}
            {t('desk.since', {
              minutes: Math.floor(minutesBetween(visit.calledAt ?? visit.since, asking.now)),
            })}
          </p>
          <p class="quiet">
            {t('desk.called_times', { count: visit.calls })} ·{' '}
            {t('desk.waited', {
              minutes: Math.floor(minutesBetween(visit.arrivedAt, visit.calledAt ?? asking.now)),
            })}
          </p>
        </div>
      </div>
      <Person {...props} />
      {serving ? <Finish {...props} /> : <Big {...props} />}
      <Steps {...props} />
    </div>
  )
}

function Person({ office, asking: { t, language }, visit }: CaseProps) {
  const city = office.city()
  const concerns = visit.concerns.flatMap((one) => concernById(city, one) ?? [])
  const spoken =
    city.spokenLanguages.find((one) => one.code === visit.spokenLanguage)?.name ?? visit.spokenLanguage
  const level = strictest(concerns)
  return (
    <section class="stack" aria-label={t('desk.person_details')}>
      <ul>
        {concerns.map((concern) => (
          <li key={concern.id}>
            <strong>{packText(city, language.code, { section: 'concerns', key: concern.id })}</strong>
            {concern.documents.length > 0 && (
              <Bring
                items={concern.documents.map((key) =>
                  packText(city, language.code, { section: 'documents', key }),
                )}
              />
            )}
          </li>
        ))}
      </ul>
      <p>
        {t('desk.party', { count: visit.partySize })} · {t('desk.speaks', { language: spoken })} ·{' '}
        {t(`desk.interpreter.${level}`)}
      </p>
      {visit.needs.length > 0 && (
        <p>{visit.needs.map((need) => t(`need.${need}` as 'need.child')).join(' · ')}</p>
      )}
    </section>
  )
}

/** The highest level of interpreting any of the concerns asks for. */
function strictest(concerns: readonly Concern[]): Concern['interpreter'] {
  const levels = concerns.map((concern) => concern.interpreter)
  return levels.includes('sworn') ? 'sworn' : levels.includes('professional') ? 'professional' : 'lay'
}

function Big({ asking, visit }: CaseProps) {
  return (
    <form method="post" class="inline">
      <Hidden values={{ key: asking.formKey(), do: 'start', visit: visit.id }} />
      <Button whole shortcut="b" icon="circle-check">
        {asking.t('desk.start')}
      </Button>
    </form>
  )
}

function Finish({ office, asking, visit }: CaseProps) {
  const { t, language } = asking
  const options = visit.concerns.map((concern) => ({
    value: concern,
    text: packText(office.city(), language.code, { section: 'concerns', key: concern }),
  }))
  return (
    <form method="post">
      <Hidden values={{ key: asking.formKey(), do: 'finish', visit: visit.id }} />
      <Choices
        kind="checkbox"
        name="concern"
        legend={t('desk.concerns_done')}
        chosen={visit.concerns}
        options={options}
      />
      <Choices
        kind="radio"
        name="outcome"
        legend={t('desk.outcome')}
        chosen={['done']}
        options={OUTCOMES.map((value) => ({ value, text: t(`desk.outcome.${value}`) }))}
      />
      <Button whole shortcut="f" icon="check">
        {t('desk.finish')}
      </Button>
    </form>
  )
}

const QUIET = [
  { doing: 'call_again', key: 'desk.call_again', shortcut: 'w', icon: 'bell-ring' },
  { doing: 'not_here', key: 'desk.not_here', shortcut: 'x', icon: 'user-x' },
  { doing: 'park', key: 'desk.park', shortcut: 'p', icon: 'pause' },
] as const satisfies readonly { doing: Command['do']; key: string; shortcut: string; icon: string }[]

/** What else is possible, as the table of steps allows it. */
function Steps({ office, asking, visit }: CaseProps) {
  const { t, language } = asking
  const city = office.city()
  return (
    <div class="row">
      {QUIET.filter(({ doing }) => allows(visit.state, doing)).map(({ doing, key, shortcut, icon }) => (
        <form key={doing} method="post" class="inline">
          <Hidden values={{ key: asking.formKey(), do: doing, visit: visit.id }} />
          <Button look="quiet" shortcut={shortcut} icon={icon}>
            {t(key)}
          </Button>
        </form>
      ))}
      {allows(visit.state, 'pass') && (
        <details>
          <summary class="link-button">{t('desk.pass')}</summary>
          <form method="post">
            <Hidden values={{ key: asking.formKey(), do: 'pass', visit: visit.id }} />
            <div>
              <label class="title" for="unit">
                {t('desk.pass_to')}
              </label>
              <select id="unit" name="unit">
                {city.units
                  .filter((unit) => unit.id !== visit.unit)
                  .map((unit) => (
                    <option key={unit.id} value={unit.id}>
                      {packText(city, language.code, { section: 'units', key: unit.id })}
                    </option>
                  ))}
              </select>
            </div>
            <p class="quiet">{t('desk.pass_hint')}</p>
            <Button look="quiet">{t('desk.pass')}</Button>
          </form>
        </details>
      )}
    </div>
  )
}
