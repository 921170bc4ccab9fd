import { type City, concernById, packText } from '../../city/index.ts'
import type { Asking } from '../../web/index.ts'
import { Button, CheckCards, HiddenFields, RadioCards, Select } from '../../web/look/index.ts'
import type { Office } from '../actions/office.ts'
import { OUTCOMES, type Visit } from '../rules/visit.ts'

/** The one person at a desk, as the pages of her case see her. */
export type CaseProps = {
  readonly office: Office
  readonly asking: Asking
  readonly visit: Visit
}

/** While she is at the desk: what to look at, on to the next station if there is one, and how the visit ends. */
export function Serving(props: CaseProps) {
  const { office, asking, visit } = props
  const { t, language, formKey } = asking
  const next = visit.route[visit.stop + 1]
  const name = (station: string) =>
    packText(office.city(), language.code, { section: 'stations', key: station })
  if (next === undefined) {
    return (
      <>
        <Checks {...props} />
        <Receipt {...props} />
        <Finish {...props} />
      </>
    )
  }
  return (
    <>
      <Checks {...props} />
      <Receipt {...props} />
      <form method="post">
        <HiddenFields values={{ key: formKey(), do: 'move_on', visit: visit.id }} />
        <Button large wide shortcut="v" icon="arrow-right">
          {t('desk.move_on', { station: name(next) })}
        </Button>
      </form>
      <details class="more" id="end-here">
        <summary class="button quiet">{t('desk.end_here')}</summary>
        <Finish {...props} />
      </details>
    </>
  )
}

/** What the desk looks at before the visit goes on. Ticking helps the eye; nothing of it is kept. */
function Checks({ office, asking: { t, language }, visit }: CaseProps) {
  const city = office.city()
  const checks = [...new Set(visit.concerns.flatMap((one) => concernById(city, one)?.checks ?? []))]
  if (checks.length === 0 || visit.stop > 0) return null
  return (
    <CheckCards
      name="check"
      legend={t('desk.checks')}
      options={checks.map((check) => ({
        value: check,
        label: packText(city, language.code, { section: 'checks', key: check }),
      }))}
    />
  )
}

function Finish({ office, asking, visit }: CaseProps) {
  const { t, language } = asking
  return (
    <form method="post" class="stack">
      <HiddenFields values={{ key: asking.formKey(), do: 'finish', visit: visit.id }} />
      <CheckCards
        name="concern"
        legend={t('desk.concerns_done')}
        values={visit.concerns}
        options={visit.concerns.map((concern) => ({
          value: concern,
          label: packText(office.city(), language.code, { section: 'concerns', key: concern }),
        }))}
      />
      <Select
        name="concern"
        id="concern-other"
        label={t('desk.concern_other')}
        empty={t('common.no')}
        options={othersOf(office.city(), language, visit)}
      />
      <RadioCards
        name="outcome"
        legend={t('desk.outcome')}
        value="done"
        options={OUTCOMES.map((value) => ({ value, label: t(`desk.outcome.${value}`) }))}
      />
      <Missing office={office} asking={asking} visit={visit} />
      <Button large wide shortcut="f" icon="check">
        {t('desk.finish')}
      </Button>
    </form>
  )
}

/** Papers she hands in: whoever leaves something here gets a list of it with the date. */
function Receipt({ office, asking: { t, language, formKey }, visit }: CaseProps) {
  return (
    <details class="more" id="receipt">
      <summary class="button quiet">{t('desk.receipt')}</summary>
      <form method="post" class="stack tight">
        <HiddenFields values={{ key: formKey(), do: 'receipt', visit: visit.id }} />
        <CheckCards
          name="papers"
          legend={t('desk.receipt')}
          options={papersOf(office.city(), language.code, visit)}
        />
        <Button kind="quiet" icon="receipt-text">
          {t('desk.receipt_give')}
        </Button>
      </form>
    </details>
  )
}

/** The papers her matters ask for, and any others. */
const papersOf = (city: City, language: string, visit: Visit) => {
  const own = visit.concerns.flatMap((one) => concernById(city, one)?.documents ?? [])
  return [...new Set([...own, 'papers'])]
    .filter((paper) => Object.hasOwn(city.documents, paper))
    .map((paper) => ({ value: paper, label: packText(city, language, { section: 'documents', key: paper }) }))
}

/** What she should bring when she comes again: it stands on her slip and phone. */
function Missing({ office, asking: { t, language }, visit }: CaseProps) {
  return (
    <details class="more" id="missing">
      <summary class="button quiet">{t('desk.missing')}</summary>
      <CheckCards
        name="bring"
        legend={t('desk.missing')}
        hint={t('desk.missing_hint')}
        options={papersOf(office.city(), language.code, visit)}
      />
    </details>
  )
}

/** What else may have been settled at this desk, in the order of the alphabet. */
const othersOf = (city: City, { code, intl }: Asking['language'], visit: Visit) =>
  city.concerns
    .filter((concern) => !visit.concerns.includes(concern.id))
    .map(({ id }) => ({ value: id, label: packText(city, code, { section: 'concerns', key: id }) }))
    .sort((a, b) => a.label.localeCompare(b.label, intl))
