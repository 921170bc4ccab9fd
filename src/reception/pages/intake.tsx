import { clockTime } from '../../i18n/index.ts'
import type { Asking } from '../../web/index.ts'
import { Button, HiddenFields, Notice, RadioCards } from '../../web/look/index.ts'
import type { Office } from '../actions/office.ts'
import { decidesIntake, INTAKE_REASONS } from '../rules/intake.ts'
import { accountOf } from './staff.tsx'

type Here = { readonly office: Office; readonly asking: Asking }

/** The stop of intake in the hall: who answers for the house decides, the others see it and whom to ask. */
export function Intake(here: Here) {
  const { office, asking } = here
  const decides = decidesIntake(accountOf(asking).role)
  return (
    <section class="stack tight" id="intake">
      <h2>{asking.t('reception.intake')}</h2>
      <Standing {...here} />
      {!decides && <p class="quiet">{asking.t('intake.ask_lead')}</p>}
      {decides && (office.memory.intakeStopped === null ? <Stop {...here} /> : <Resume {...here} />)}
    </section>
  )
}

function Standing({ office, asking: { t } }: Here) {
  const { intakeStopped: since, intakeReason: reason } = office.memory
  if (since === null) return <p>{t('reception.intake_open')}</p>
  return (
    <Notice tone="alarm">
      <p>{t('reception.intake_stopped', { time: clockTime(since, office.city().zone) })}</p>
      <p>{t(`intake.reason.${reason ?? 'other'}`)}</p>
    </Notice>
  )
}

const Resume = ({ asking: { t } }: Here) => (
  <form method="post">
    <HiddenFields values={{ intake: 'resume' }} />
    <Button>{t('reception.intake_resume')}</Button>
  </form>
)

function Stop({ asking: { t } }: Here) {
  return (
    <details class="more" id="intake-stop">
      <summary class="button quiet">{t('reception.intake_stop')}</summary>
      <form method="post" class="stack tight">
        <p>{t('reception.intake_sure')}</p>
        <RadioCards
          name="intake"
          legend={t('intake.why')}
          value="full"
          options={INTAKE_REASONS.map((value) => ({ value, label: t(`intake.reason.${value}`) }))}
        />
        <Button kind="alarm">{t('reception.intake_stop')}</Button>
      </form>
    </details>
  )
}

/** What visitors read while nobody may take a number: kind, and what they can do now. Nothing while numbers are given. */
export function IntakeNotice({ office, t }: { readonly office: Office; readonly t: Asking['t'] }) {
  if (office.memory.intakeStopped === null) return null
  return (
    <Notice icon="hand-heart">
      <p class="strong">{t('intake.visitor')}</p>
      <p>{t(`intake.visitor.${office.memory.intakeReason ?? 'other'}`)}</p>
      <p>{t('intake.visitor_help')}</p>
    </Notice>
  )
}
