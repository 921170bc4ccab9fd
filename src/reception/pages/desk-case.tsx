import { type Concern, concernById, packText } from '../../city/index.ts'
import { FeePositions, paperText } from '../../fees/index.ts'
import { minutesBetween } from '../../kernel/index.ts'
import { BigNumber, Button, DocumentList, HiddenFields, Select } from '../../web/look/index.ts'
import { allows } from '../rules/machine.ts'
import type { Command } from '../rules/visit.ts'
import { type CaseProps, Serving } from './desk-serving.tsx'
import { signLook, signName } from './words.ts'

/** The one person at this desk, and what can be done for her now. */
export function Case(props: CaseProps) {
  const { asking, visit } = props
  const { t, now } = asking
  const serving = visit.state === 'serving'
  const since = Math.floor(minutesBetween(serving ? visit.since : (visit.calledAt ?? now), now))
  const waited = Math.floor(minutesBetween(visit.arrivedAt, visit.calledAt ?? now))
  return (
    // The id tells a live refresh that another person or state is another case: nothing chosen for one stays for the next.
    <div class="card stack" id={`case-${visit.id}-${visit.state}`}>
      <div class="row apart">
        <BigNumber
          size="small"
          number={visit.number}
          {...signLook(visit.number)}
          label={signName(t, visit.number)}
        />
        <p class="strong">
          {t(`state.${visit.state}`)} · {t('desk.since', { minutes: since })}
        </p>
      </div>
      <p class="quiet">
        {t('desk.waited', { minutes: waited })} · {t('desk.called_times', { count: visit.calls })}
        {visit.calledWhy && ` · ${t(`reason.staff.${visit.calledWhy}`)}`}
      </p>
      <Person {...props} />
      {serving ? <Serving {...props} /> : <Begin {...props} />}
      <Steps {...props} />
    </div>
  )
}

function Person({ office, asking, visit }: CaseProps) {
  const { t, language } = asking
  const city = office.city()
  const concerns = visit.concerns.flatMap((one) => concernById(city, one) ?? [])
  const spoken =
    city.spokenLanguages.find((one) => one.code === visit.spokenLanguage)?.name ?? visit.spokenLanguage
  const needs = visit.needs.map((need) => t(`need.${need}` as 'need.child'))
  return (
    <section class="stack tight" aria-label={t('desk.person_details')}>
      {concerns.map((concern) => (
        <div key={concern.id} class="stack tight">
          <p class="strong">{packText(city, language.code, { section: 'concerns', key: concern.id })}</p>
          {concern.documents.length > 0 && (
            <DocumentList items={concern.documents.map((key) => paperText(city, asking, key))} />
          )}
          <FeePositions city={city} asking={asking} concern={concern.id} />
        </div>
      ))}
      <p>
        {t('desk.party', { count: visit.partySize })} · {t('desk.speaks', { language: spoken })} ·{' '}
        {t(`desk.interpreter.${strictest(concerns)}`)}
      </p>
      {needs.length > 0 && <p>{needs.join(' · ')}</p>}
    </section>
  )
}

/** The highest level of interpreting any of the concerns asks for. */
function strictest(concerns: readonly Concern[]): Concern['interpreter'] {
  const levels = concerns.map((concern) => concern.interpreter)
  return levels.includes('sworn') ? 'sworn' : levels.includes('professional') ? 'professional' : 'lay'
}

const Begin = ({ asking, visit }: CaseProps) => (
  <form method="post">
    <HiddenFields values={{ key: asking.formKey(), do: 'start', visit: visit.id }} />
    <Button large wide shortcut="b" icon="circle-check">
      {asking.t('desk.start')}
    </Button>
  </form>
)

const QUIET = [
  { doing: 'call_again', key: 'desk.call_again', shortcut: 'w', icon: 'bell-ring' },
  { doing: 'not_here', key: 'desk.not_here', shortcut: 'x', icon: 'user-x' },
  { doing: 'park', key: 'desk.park', shortcut: 'p', icon: 'pause' },
] as const satisfies readonly { doing: Command['do']; key: string; shortcut: string; icon: string }[]

/** What else is possible, as the table of steps allows it. */
function Steps(props: CaseProps) {
  const { asking, visit } = props
  const { t } = asking
  return (
    <div class="row">
      {QUIET.filter(({ doing }) => allows(visit.state, doing)).map(({ doing, key, shortcut, icon }) => (
        <form key={doing} method="post">
          <HiddenFields values={{ key: asking.formKey(), do: doing, visit: visit.id }} />
          <Button kind="quiet" shortcut={shortcut} icon={icon}>
            {t(key)}
          </Button>
        </form>
      ))}
      {allows(visit.state, 'pass') && <PassOn {...props} />}
    </div>
  )
}

function PassOn({ office, asking: { t, language, formKey }, visit }: CaseProps) {
  const city = office.city()
  const others = city.units.filter((unit) => unit.id !== visit.unit)
  return (
    <details class="more" id="pass-on">
      <summary class="button quiet">{t('desk.pass')}</summary>
      <form method="post" class="stack tight">
        <HiddenFields values={{ key: formKey(), do: 'pass', visit: visit.id }} />
        <Select
          name="unit"
          label={t('desk.pass_to')}
          hint={t('desk.pass_hint')}
          empty={t('desk.pass_choose')}
          options={others.map((unit) => ({
            value: unit.id,
            label: packText(city, language.code, { section: 'units', key: unit.id }),
          }))}
        />
        <Button kind="quiet" icon="arrow-right-from-line">
          {t('desk.pass')}
        </Button>
      </form>
    </details>
  )
}
