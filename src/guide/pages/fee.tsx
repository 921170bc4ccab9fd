import { type Concern, type FeeFact, packText, serviceDay } from '../../city/index.ts'
import { type Age, type Fee, feeOf, type Payer, type Questions, questionsFor } from '../../fees/index.ts'
import { money, type TextKey } from '../../i18n/index.ts'
import type { Asking } from '../../web/index.ts'
import { Button, CheckCards, HiddenFields, RadioCards } from '../../web/look/index.ts'
import { type AtDoor, chosenIn } from './door.ts'

type Props = { readonly at: AtDoor; readonly asking: Asking; readonly concern: Concern }

/** What was ticked: it stands in the address of this one page and nowhere else. */
type Ticked = { readonly payer: Payer; readonly position: string | null; readonly any: boolean }

/** What the concern costs, in one sentence; below it, for whom it may cost less. */
export function FeeSection({ at, asking, concern }: Props) {
  const city = at.office.city()
  const { fees } = city
  const fee = fees.concerns.get(concern.id)
  const questions = fee ? questionsFor(fee, fees.reliefs) : null
  const ticked = tickedIn(asking, questions)
  const day = serviceDay(city, asking.now)
  const answer = feeOf({ fee, reliefs: fees.reliefs, ...ticked, day })
  return (
    <section class="card stack tight" id="fee">
      <h2>{asking.t('fee.title')}</h2>
      <Answer t={asking.t} answer={answer} given={fee?.given ?? []} />
      {questions && hasAny(questions) && (
        <Less at={at} asking={asking} concern={concern} questions={questions} ticked={ticked} />
      )}
    </section>
  )
}

const hasAny = ({ ages, facts, positions }: Questions): boolean =>
  ages.length + facts.length + positions.length > 0

/** Only what was asked counts; anything else in the address is nothing. */
function tickedIn({ url: { searchParams } }: Asking, questions: Questions | null): Ticked {
  const facts = questions?.facts.filter((fact) => searchParams.getAll('is').includes(fact)) ?? []
  const age = questions?.ages.find((one) => one === searchParams.get('age')) ?? 'adult'
  const position = questions?.positions.find(({ id }) => id === searchParams.get('kind'))?.id ?? null
  const any = facts.length > 0 || age !== 'adult' || position !== null || searchParams.has('age')
  return { payer: { age, facts: new Set(facts) }, position, any }
}

const sentence = (t: Asking['t'], { kind, span, because }: Fee): string => {
  if (!span || kind === 'desk') return t('fee.desk')
  if (kind === 'free') return t(because ? 'fee.free' : 'fee.nothing')
  if (kind === 'amount') return t('fee.amount', { amount: money(span.high) })
  return t('fee.range', { low: money(span.low), high: money(span.high) })
}

type AnswerProps = { readonly t: Asking['t']; readonly answer: Fee; readonly given: readonly FeeFact[] }

function Answer({ t, answer, given }: AnswerProps) {
  const { laws, because, ask, onApplication } = answer
  return (
    <>
      <p class="lead strong">{sentence(t, answer)}</p>
      {onApplication && <p>{t('fee.on_application', { amount: money(onApplication.high) })}</p>}
      {because && because !== 'minor' && !given.includes(because) && <p>{t('fee.proof')}</p>}
      {ask && <p>{t('fee.ask')}</p>}
      {(laws.length > 0 || ask) && (
        <p class="quiet">
          {t('fee.law')}: <bdi lang="de">{[...laws, ...(ask ? [ask] : [])].join(', ')}</bdi>
        </p>
      )}
    </>
  )
}

function Less({
  at,
  asking,
  concern,
  questions,
  ticked,
}: Props & { readonly questions: Questions; readonly ticked: Ticked }) {
  const { t, language } = asking
  const city = at.office.city()
  const { ages, facts, positions } = questions
  const kinds = positions.map(({ id: key }) => ({
    value: key,
    label: packText(city, language.code, { section: 'fees', key }),
  }))
  const kind = ticked.position ?? positions[0]?.id
  return (
    <details class="more" open={ticked.any}>
      <summary class="button quiet">{t('fee.less')}</summary>
      <form class="stack" method="get" action={`${asking.url.pathname}#fee`}>
        <HiddenFields values={{ c: chosenIn(city, asking).filter((one) => one !== concern.id) }} />
        <p class="quiet">{t('fee.not_kept')}</p>
        {kinds.length > 0 && <RadioCards name="kind" legend={t('fee.kind')} value={kind} options={kinds} />}
        {ages.length > 0 && (
          <RadioCards
            name="age"
            legend={t('fee.age')}
            value={ticked.payer.age}
            options={ageOptions(t, ages)}
          />
        )}
        {facts.length > 0 && (
          <CheckCards
            name="is"
            legend={t('fee.facts')}
            values={[...ticked.payer.facts]}
            options={facts.map((fact) => ({ value: fact, label: t(factText(fact)) }))}
          />
        )}
        <Button kind="quiet" icon="banknote">
          {t('fee.show')}
        </Button>
      </form>
    </details>
  )
}

const factText = (fact: FeeFact): TextKey => `fee.fact.${fact as Exclude<FeeFact, 'minor'>}`

/** Each age reaches to the next that is asked. */
const ageOptions = (t: Asking['t'], ages: readonly Age[]) =>
  ages.map((value) => ({ value, label: t(AGE_TEXTS[value](ages)) }))

const AGE_TEXTS: Readonly<Record<Age, (ages: readonly Age[]) => TextKey>> = {
  adult: (ages) => (ages.includes('under_24') ? 'fee.age.from_24' : 'fee.age.from_18'),
  under_24: (ages) => (ages.includes('under_18') ? 'fee.age.from_18_to_23' : 'fee.age.under_24'),
  under_18: () => 'fee.age.under_18',
}
