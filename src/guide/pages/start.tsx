import { packText } from '../../city/index.ts'
import { codeOf, IntakeNotice, outcomesToday, QrCode } from '../../reception/index.ts'
import type { Asking, Page, View } from '../../web/index.ts'
import { ChoiceLinks, Notice } from '../../web/look/index.ts'
import { HELP, type HelpKind } from '../rules.ts'
import { type AtDoor, chosenIn, concernTitle, framed, inside, knownKiosk, startPath } from './door.ts'
import { FindField } from './find.tsx'
import { Hours } from './hours.tsx'
import { lost } from './lost.tsx'
import { OtherWays } from './other-ways.tsx'

/** "What brings you here?": the first question, and three ways to a person without any question. */
export const startPage = (at: AtDoor): Page => ({
  path: startPath(at.door),
  access: at.door.access,
  get: async (asking) => (knownKiosk(at, asking) ? start(at, asking) : lost(asking)),
})

/** Fewer than this are not told as a figure. */
const FEWEST = 5

async function start(at: AtDoor, asking: Asking): Promise<View> {
  const { t, language } = asking
  const city = at.office.city()
  const chosen = chosenIn(city, asking)
  const body = (
    <div class="stack">
      <h1>{t('guide.title')}</h1>
      {at.door.gives && <IntakeNotice office={at.office} t={t} />}
      {at.door.frame === 'public' && <Privacy asking={asking} />}
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
      {at.door.frame !== 'kiosk' && <FindField at={at} asking={asking} />}
      {at.door.gives && (
        <>
          <h2>{t('guide.also')}</h2>
          <Helps at={at} asking={asking} />
          {/* At a terminal typing is the last way, after every way to a person. */}
          {at.door.frame === 'kiosk' && <FindField at={at} asking={asking} />}
          <OtherWays at={at} asking={asking} />
          {at.door.frame === 'public' && <Hours office={at.office} asking={asking} />}
          <Kept asking={asking} outcomes={await outcomesToday(at.office)} />
        </>
      )}
    </div>
  )
  const beside = at.door.frame === 'kiosk' ? await Welcome({ at, asking }) : undefined
  return framed(at, asking, { title: t('guide.title'), body, beside, tongues: 'open' })
}

type KeptProps = { asking: Asking; outcomes: { ended: number; withOutcome: number } }

/** How many of those whose visit is over today left with an outcome. */
const Kept = ({ asking: { t }, outcomes: { ended, withOutcome } }: KeptProps) =>
  ended >= FEWEST ? <p class="quiet">{t('guide.promise', { given: withOutcome, all: ended })}</p> : null

const Privacy = ({ asking: { t } }: { asking: Asking }) => (
  <Notice icon="shield">
    <p>{t('guide.privacy')}</p>
  </Notice>
)

/** Over the choices of a terminal, only to be read: whoever has a phone need not queue for the screen. */
async function Welcome({ at, asking }: { at: AtDoor; asking: Asking }) {
  const { t, url, language } = asking
  const code = await codeOf(`${at.publicUrl ?? url.origin}/${language.code}/`)
  return (
    <div class="kiosk-beside">
      <div class="kiosk-welcome">
        <p class="kiosk-hello">{t('kiosk.welcome')}</p>
        <div class="kiosk-phone">
          <div>
            <p class="strong">{t('kiosk.phone')}</p>
            <p class="quiet">{t('kiosk.phone_hint')}</p>
          </div>
          <QrCode svg={code} label={t('kiosk.phone_hint')} />
        </div>
      </div>
      <Privacy asking={asking} />
      <Hours office={at.office} asking={asking} />
    </div>
  )
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
