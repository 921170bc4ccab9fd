import { openSpansOn, opensNext, packText } from '../../city/index.ts'
import { calendarDay, clockTime } from '../../i18n/index.ts'
import { IntakeNotice, outcomesToday } from '../../reception/index.ts'
import type { Asking, Page, View } from '../../web/index.ts'
import { ChoiceLinks, Notice } from '../../web/look/index.ts'
import { HELP, type HelpKind } from '../rules.ts'
import { type AtDoor, chosenIn, concernTitle, framed, inside, knownKiosk } from './door.ts'
import { FindField } from './find.tsx'
import { lost } from './lost.tsx'
import { OtherWays } from './other-ways.tsx'

/** "What brings you here?": the first question, and three ways to a person without any question. */
export const startPage = (at: AtDoor): Page => ({
  path: `${at.door.prefix}/`,
  access: 'everyone',
  get: async (asking) => (knownKiosk(at, asking) ? start(at, asking) : lost(asking)),
})

/** Fewer than this are not told as a figure. */
const FEWEST = 5

async function start(at: AtDoor, asking: Asking): Promise<View> {
  const { t, language } = asking
  const city = at.office.city()
  const chosen = chosenIn(city, asking)
  const { ended, withOutcome } = await outcomesToday(at.office)
  const body = (
    <div class="stack">
      <h1>{t('guide.title')}</h1>
      <IntakeNotice office={at.office} t={t} />
      <Notice icon="shield">
        <p>{t('guide.privacy')}</p>
      </Notice>
      {chosen.length > 0 && (
        <p>
          {t('guide.chosen')} {chosen.map((concern) => concernTitle(city, asking, concern)).join(' · ')}
        </p>
      )}
      <ChoiceLinks
        items={city.guide.map((topic) => ({
          href: inside(at, asking, `/topic/${topic.id}`),
          icon: topic.icon,
          label: packText(city, language.code, { section: 'topics', key: topic.id }),
        }))}
      />
      <FindField at={at} asking={asking} />
      <h2>{t('guide.also')}</h2>
      <Helps at={at} asking={asking} />
      <OtherWays at={at} asking={asking} />
      <Hours at={at} asking={asking} />
      {ended >= FEWEST && <p class="quiet">{t('guide.promise', { given: withOutcome, all: ended })}</p>}
    </div>
  )
  return framed(at, asking, { title: t('guide.title'), body, tongues: 'open' })
}

const HELP_TEXTS = {
  person: ['guide.dont_know', 'guide.dont_know.hint'],
  minor: ['guide.minor', 'guide.minor.hint'],
  alone: ['guide.alone', 'guide.alone.hint'],
} as const satisfies Record<HelpKind, readonly [string, string]>

function Helps({ at, asking }: { at: AtDoor; asking: Asking }) {
  return (
    <ChoiceLinks
      items={(Object.keys(HELP) as HelpKind[]).map((kind) => ({
        href: inside(at, asking, `/help/${kind}`),
        icon: HELP[kind].icon,
        label: asking.t(HELP_TEXTS[kind][0]),
        hint: asking.t(HELP_TEXTS[kind][1]),
      }))}
    />
  )
}

function Hours({ at, asking: { t, language } }: { at: AtDoor; asking: Asking }) {
  const city = at.office.city()
  const now = at.office.clock.now()
  const spans = openSpansOn(city, now)
  const hours = spans.map((span) =>
    t('common.from_to', { from: clockTime(span.from, city.zone), to: clockTime(span.to, city.zone) }),
  )
  const next = opensNext(city, now)
  if (hours.length > 0) return <p class="quiet">{t('common.hours_today', { hours: hours.join(' · ') })}</p>
  return (
    <p class="quiet">
      {next === null
        ? t('common.closed_today')
        : t('outcome.closed', {
            day: calendarDay(next, city.zone, language),
            time: clockTime(next, city.zone),
          })}
    </p>
  )
}
