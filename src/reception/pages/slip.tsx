import type { JSX } from 'preact'
import { type City, packText } from '../../city/index.ts'
import { calendarDay, clockTime, type Language, type Translate } from '../../i18n/index.ts'
import type { Asking, Page } from '../../web/index.ts'
import { Button, LinkButton, Sign } from '../../web/look/index.ts'
import { standingInLine } from '../actions/forecast.ts'
import { visitOfLink } from '../actions/look.ts'
import { freshHall, type Office } from '../actions/office.ts'
import { isOver } from '../rules/hall.ts'
import type { Visit } from '../rules/visit.ts'
import { codeOf, QrCode } from './qr-code.tsx'
import { unknownTicket } from './unknown.tsx'
import { signLook, signName, waitWords } from './words.ts'

/** How a slip finds texts in two languages, and the address its code leads to. */
export type SlipTools = {
  readonly german: { readonly language: Language; readonly t: Translate }
  /** The same for any language of the house; German for an unknown one. */
  readonly tongue: (code: string) => SlipTools['german']
  /** Address of the house for phones; null: that of the request. */
  readonly publicUrl: string | null
}

type Shown = { readonly asking: Asking; readonly visit: Visit }

/** The 80 mm slip of a ticket, in German and the reader's language. No matter, no name. */
export const slipPage = (office: Office, tools: SlipTools): Page => ({
  path: '/ticket/:link/slip',
  access: 'everyone',
  get: async (asking) => {
    const visit = await visitOfLink(office, asking.params.link ?? '')
    if (!visit) return unknownTicket(asking)
    return {
      title: asking.t('ticket.slip'),
      body: await slip(office, tools, { asking, visit }),
      beside: <Beside asking={asking} visit={visit} />,
      frame: 'slip',
      islands: ['print'],
    }
  },
})

const Beside = ({ asking: { t, href }, visit }: Shown) => (
  <div class="row middle">
    <Button id="print" type="button" icon="printer" hidden>
      {t('slip.print')}
    </Button>
    <LinkButton kind="quiet" href={href(`/ticket/${visit.secret}`)}>
      {t('common.back')}
    </LinkButton>
  </div>
)

/** The address of her own page, for the code on the slip: in the language she reads. */
export const linkOf = ({ publicUrl }: Pick<SlipTools, 'publicUrl'>, { url }: Asking, visit: Visit): string =>
  `${publicUrl ?? url.origin}/${visit.readingLanguage}/ticket/${visit.secret}`

/** What stands on the paper. */
export async function slip(office: Office, tools: SlipTools, { asking, visit }: Shown): Promise<JSX.Element> {
  const city = office.city()
  const { german } = tools
  const code = await codeOf(linkOf(tools, asking, visit))
  const line = visit.state === 'waiting' ? standingInLine(office, await freshHall(office), visit) : null
  const tongues = [german, ...(asking.language.code === german.language.code ? [] : [asking])]
  const both = (words: (tongue: SlipTools['german']) => string) => <Lines tongues={tongues} words={words} />
  return (
    <>
      <p class="number">
        <b class="figure">{visit.number}</b>
        <Sign {...signLook(visit.number)} />
      </p>
      {both(({ t }) => signName(t, visit.number))}
      {line?.wait.certain && both(({ t }) => t('slip.wait', { range: waitWords(t, line.wait) }))}
      {line && both(({ t }) => t('ticket.ahead', { count: line.people }))}
      {visit.route.length > 1 && !isOver(visit) && both((tongue) => wayWords(city, tongue, visit))}
      {both((tongue) => placeWords(city, tongue, visit))}
      <QrCode svg={code} label={asking.t('slip.scan')} />
      {both(({ t }) => t('slip.scan'))}
      {both(({ t, language }) =>
        t('slip.arrived', {
          day: calendarDay(visit.arrivedAt, city.zone, language),
          time: clockTime(visit.arrivedAt, city.zone),
        }),
      )}
    </>
  )
}

/** "Your way: at the desk → fingerprints → cash desk"; the arrow follows the direction of reading. */
const wayWords = (city: City, { t, language }: SlipTools['german'], { route }: Visit): string =>
  `${t('route.label')}: ${route
    .map((station) => packText(city, language.code, { section: 'stations', key: station }))
    .join(language.direction === 'rtl' ? ' ← ' : ' → ')}`

/** Where to be or what to do now: wait in the hall, come again later, keep the slip as proof, bring what is missing. */
function placeWords(city: City, tongue: SlipTools['german'], visit: Visit): string {
  const { t } = tongue
  if (visit.bring.length > 0) return bringWords(city, tongue, visit)
  if (visit.outcome === 'wish') return t('ticket.wish')
  return visit.state === 'waiting' && visit.callableFrom !== null && visit.calls === 0
    ? t('ticket.later', { time: clockTime(visit.callableFrom, city.zone) })
    : t('slip.place')
}

const bringWords = (city: City, { t, language }: SlipTools['german'], { bring }: Visit): string =>
  `${t('ticket.bring')}: ${bring
    .map((paper) => packText(city, language.code, { section: 'documents', key: paper }))
    .join(' · ')}`

type LinesProps = {
  readonly tongues: readonly SlipTools['german'][]
  readonly words: (tongue: SlipTools['german']) => string
}

/** The same sentence in German and in the reader's language. */
const Lines = ({ tongues, words }: LinesProps) => (
  <div>
    {tongues.map((tongue) => (
      <p key={tongue.language.code} lang={tongue.language.code} dir={tongue.language.direction}>
        {words(tongue)}
      </p>
    ))}
  </div>
)
