import { type Concern, concernById, isOpen, opensNext, packText, placeText } from '../../city/index.ts'
import { calendarDay, clockTime } from '../../i18n/index.ts'
import { waitForConcern, waitWords } from '../../reception/index.ts'
import type { Asking, Page, View } from '../../web/index.ts'
import { DocumentList, LinkButton, Notice } from '../../web/look/index.ts'
import { outcomeOf } from '../rules.ts'
import { type AtDoor, chosenIn, concernTitle, framed, inside, knownKiosk } from './door.ts'
import { lost } from './lost.tsx'

/** The answer: here and now, an appointment, another place; and what to bring. */
export const concernPage = (at: AtDoor): Page => ({
  path: `${at.door.prefix}/concern/:concern`,
  access: at.door.access,
  get: async (asking) => {
    const concern = knownKiosk(at, asking) && concernById(at.office.city(), asking.params.concern ?? '')
    return concern ? answer(at, asking, concern) : lost(asking)
  },
})

async function answer(at: AtDoor, asking: Asking, concern: Concern): Promise<View> {
  const { t } = asking
  const city = at.office.city()
  const title = concernTitle(city, asking, concern.id)
  const outcome = outcomeOf(concern)
  const body = (
    <div class="stack">
      <h1>{title}</h1>
      {outcome === 'elsewhere' ? (
        <Elsewhere at={at} asking={asking} concern={concern} />
      ) : (
        await here(at, asking, concern)
      )}
      {concern.discreet && (
        <Notice icon="door-closed">
          <p>{t('outcome.room')}</p>
        </Notice>
      )}
      <Documents at={at} asking={asking} concern={concern} />
      {at.door.gives && <Onward at={at} asking={asking} concern={concern} />}
    </div>
  )
  return framed(at, asking, { title, body })
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

function Elsewhere({ at, asking, concern }: { at: AtDoor; asking: Asking; concern: Concern }) {
  const city = at.office.city()
  const place = city.places.find((candidate) => candidate.id === concern.elsewhere)
  const text = placeText(city, asking.language.code, concern.elsewhere ?? '')
  return (
    <>
      <p class="lead">{asking.t('outcome.elsewhere')}</p>
      <div class="card">
        <h2>{text?.name}</h2>
        <p>{text?.why}</p>
        {place?.address && (
          <p>
            <bdi>{place.address}</bdi>
          </p>
        )}
      </div>
      <p>{asking.t('outcome.elsewhere.still')}</p>
    </>
  )
}

function Documents({ at, asking, concern }: { at: AtDoor; asking: Asking; concern: Concern }) {
  const { t, language } = asking
  if (concern.documents.length === 0) return <p>{t('outcome.bring_none')}</p>
  const items = concern.documents.map((key) =>
    packText(at.office.city(), language.code, { section: 'documents', key }),
  )
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
  const chosen = [...new Set([...chosenIn(at.office.city(), asking), concern.id])]
  const query = chosen.map((one) => `c=${encodeURIComponent(one)}`).join('&')
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
