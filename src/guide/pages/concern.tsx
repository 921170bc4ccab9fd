import { type Concern, isOpen, opensNext, serviceDay } from '../../city/index.ts'
import { paperText } from '../../fees/index.ts'
import { calendarDay, clockTime } from '../../i18n/index.ts'
import { waitForConcern, waitWords } from '../../reception/index.ts'
import type { Asking, Page, View } from '../../web/index.ts'
import { DocumentList, LinkButton, Notice } from '../../web/look/index.ts'
import { crossing } from '../rules/trap.ts'
import { concernAddress, outcomeOf } from '../rules.ts'
import { AdviceNotes, Independent, trapView } from './crossing.tsx'
import { type AtDoor, chosenIn, concernAt, concernTitle, framed, inside, knownKiosk } from './door.ts'
import { FeeSection } from './fee.tsx'
import { lost } from './lost.tsx'
import { PlaceCard } from './places.tsx'

/** The answer: here and now, an appointment, another place; and what to bring. */
export const concernPage = (at: AtDoor): Page => ({
  path: `${at.door.prefix}/concern/:concern`,
  access: at.door.access,
  get: async (asking) => {
    const concern = knownKiosk(at, asking) && concernAt(at.office.city(), asking.params.concern ?? '')
    return concern ? answer(at, asking, concern) : lost(asking)
  },
})

async function answer(at: AtDoor, asking: Asking, concern: Concern): Promise<View> {
  const { t } = asking
  const city = at.office.city()
  const title = concernTitle(city, asking, concern.id)
  const way = crossing(city.traps, {
    concern: concern.id,
    answer: asking.url.searchParams.get('answer'),
    day: serviceDay(city, asking.now),
  })
  if (way.asks) return trapView(at, asking, { concern, question: way.asks })
  const elsewhere = way.place ?? concern.elsewhere
  const body = (
    <div class="stack">
      <h1>{title}</h1>
      <Independent at={at} asking={asking} concern={concern} />
      {elsewhere ? <Elsewhere at={at} asking={asking} place={elsewhere} /> : await here(at, asking, concern)}
      {concern.discreet && (
        <Notice icon="door-closed">
          <p>{t('outcome.room')}</p>
        </Notice>
      )}
      <AdviceNotes at={at} asking={asking} advice={way.advice} />
      {!way.place && <FeeSection at={at} asking={asking} concern={concern} />}
      {!way.place && <Documents at={at} asking={asking} concern={concern} />}
      {at.door.gives && <Onward at={at} asking={asking} concern={concern} />}
    </div>
  )
  return framed(at, asking, { title, body, discreet: concern.discreet })
}

async function here(at: AtDoor, asking: Asking, concern: Concern) {
  const { t, language } = asking
  const city = at.office.city()
  const now = at.office.clock.now()
  const { wait, today } = await waitForConcern(at.office, concern.id)
  const outcome = outcomeOf(concern)
  const opens = isOpen(city, now) ? null : opensNext(city, now)
  const { low, high } = concern.minutes
  return (
    <>
      <p class="lead">
        {t(
          outcome === 'counter'
            ? 'outcome.here'
            : outcome === 'online'
              ? 'outcome.online'
              : 'outcome.appointment',
        )}
      </p>
      <Notice tone="now" icon="clock-3">
        {opens !== null ? (
          <p>
            {t('outcome.closed', {
              day: calendarDay(opens, city.zone, language),
              time: clockTime(opens, city.zone),
            })}
          </p>
        ) : (
          <p>
            {wait.certain ? t('outcome.wait', { range: waitWords(t, wait) }) : t('outcome.wait_uncertain')}
          </p>
        )}
        {opens === null && !today && <p>{t('outcome.full')}</p>}
        {outcome === 'counter' && <p>{t('outcome.minutes', { low, high })}</p>}
      </Notice>
    </>
  )
}

function Elsewhere({ at, asking, place }: { at: AtDoor; asking: Asking; place: string }) {
  return (
    <>
      <h2>{asking.t('outcome.elsewhere')}</h2>
      <PlaceCard city={at.office.city()} asking={asking} place={place} />
      <p>{asking.t('outcome.elsewhere.still')}</p>
    </>
  )
}

function Documents({ at, asking, concern }: { at: AtDoor; asking: Asking; concern: Concern }) {
  const { t } = asking
  if (concern.documents.length === 0) return <p>{t('outcome.bring_none')}</p>
  const items = concern.documents.map((key) => paperText(at.office.city(), asking, key))
  return (
    <section class="card stack tight">
      <h2>{t('outcome.bring')}</h2>
      <DocumentList items={items} />
      <p class="quiet">{t('outcome.missing')}</p>
    </section>
  )
}

function Onward({ at, asking, concern }: { at: AtDoor; asking: Asking; concern: Concern }) {
  const { t } = asking
  const city = at.office.city()
  const chosen = [...new Set([...chosenIn(city, asking), concern.id])]
  const query = chosen
    .flatMap((one) => concernAt(city, one) ?? [])
    .map((one) => `c=${encodeURIComponent(concernAddress(one))}`)
    .join('&')
  const bare = (path: string) => `${inside(at, asking, path).split('?')[0]}?${query}`
  return (
    <div class="row">
      <LinkButton large icon="ticket" href={bare('/number')}>
        {t('outcome.take')}
      </LinkButton>
      <LinkButton kind="quiet" href={bare('/')}>
        {t('outcome.add')}
      </LinkButton>
    </div>
  )
}
