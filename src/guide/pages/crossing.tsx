import { type Advice, type Concern, packText, type TrapQuestion } from '../../city/index.ts'
import type { Asking, View } from '../../web/index.ts'
import { ChoiceLinks, Notice } from '../../web/look/index.ts'
import { type AtDoor, answerAddress, concernTitle, framed, inside } from './door.ts'
import { HelperCard, PlaceCard } from './places.tsx'

/** The question that keeps somebody from the wrong door: each answer is a link, and nothing of it is kept. */
export function trapView(
  at: AtDoor,
  asking: Asking,
  { concern, question }: { concern: Concern; question: TrapQuestion },
): View {
  const { t, language, url } = asking
  const city = at.office.city()
  const title = packText(city, language.code, { section: 'questions', key: question.id })
  const here = (answer: string) => {
    const query = new URLSearchParams(url.searchParams)
    query.set('answer', answer)
    return `${url.pathname}?${query}`
  }
  const body = (
    <div class="stack">
      <div class="stack tight">
        <p class="quiet">{concernTitle(city, asking, concern.id)}</p>
        <h1>{title}</h1>
        <p class="lead">{t('trap.lead')}</p>
      </div>
      <ChoiceLinks
        items={question.answers.map((answer) => ({
          href: answer.concern ? answerAddress(at, asking, answer.concern) : here(answer.id),
          label: packText(city, language.code, { section: 'answers', key: `${question.id}/${answer.id}` }),
        }))}
      />
      <p>
        <a href={inside(at, asking, '/')}>{t('common.start_again')}</a>
      </p>
    </div>
  )
  return framed(at, asking, { title, body, discreet: concern.discreet })
}

/** What is good to know beside an answer, and where it leads. */
export function AdviceNotes({
  at,
  asking,
  advice,
}: {
  at: AtDoor
  asking: Asking
  advice: readonly Advice[]
}) {
  const city = at.office.city()
  return (
    <>
      {advice.map(({ id, concern, place }) => (
        <Notice key={id} icon="info">
          <p>{packText(city, asking.language.code, { section: 'advice', key: id })}</p>
          {concern && (
            <p>
              <a href={answerAddress(at, asking, concern)}>{concernTitle(city, asking, concern)}</a>
            </p>
          )}
          {place && <PlaceCard city={city} asking={asking} place={place} within="note" />}
        </Notice>
      ))}
    </>
  )
}

/** Whoever comes with something that frightens hears first who helps and does not belong to the city. */
export function Independent({ at, asking, concern }: { at: AtDoor; asking: Asking; concern: Concern }) {
  if (concern.independent.length === 0) return null
  const { t } = asking
  return (
    <>
      <section class="stack tight">
        <h2>{t('independent.title')}</h2>
        <p>{t('independent.text')}</p>
        {concern.independent.map((helper) => (
          <HelperCard key={helper} city={at.office.city()} asking={asking} helper={helper} />
        ))}
      </section>
      <h2>{t('independent.here')}</h2>
    </>
  )
}
