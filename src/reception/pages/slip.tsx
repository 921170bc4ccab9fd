import type { JSX } from 'preact'
import QRCode from 'qrcode'
import { calendarDay, clockTime, type Language, type Translate } from '../../i18n/index.ts'
import type { Asking, Page, View } from '../../web/index.ts'
import { Button, LinkButton, Sign } from '../../web/look/index.ts'
import { standingInLine } from '../actions/forecast.ts'
import { visitOfLink } from '../actions/look.ts'
import { freshHall, type Office } from '../actions/office.ts'
import type { Visit } from '../rules/visit.ts'
import { QrCode } from './qr-code.tsx'
import { unknownTicket } from './unknown.tsx'
import { signLook, signName, waitWords } from './words.ts'

/** How a slip finds texts in two languages, and the address its code leads to. */
export type SlipTools = {
  readonly german: { readonly language: Language; readonly t: Translate }
  readonly texts: (language: Language) => Translate
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

const KIOSK_SECONDS = 25

/** The same slip at a terminal: it prints, says so, and makes room for the next person. */
export const kioskSlipPage = (office: Office, tools: SlipTools): Page => ({
  path: '/kiosk/:kiosk/slip/:link',
  access: 'everyone',
  get: async (asking) => {
    const known = office.city().premises.kiosks.some((kiosk) => kiosk.id === asking.params.kiosk)
    const visit = known ? await visitOfLink(office, asking.params.link ?? '') : null
    return visit ? kioskSlip(office, tools, { asking, visit }) : unknownTicket(asking)
  },
})

async function kioskSlip(office: Office, tools: SlipTools, { asking, visit }: Shown): Promise<View> {
  const { t, href, params } = asking
  const start = href(`/kiosk/${encodeURIComponent(params.kiosk ?? '')}/`)
  const body = (
    <div class="stack centred">
      <h1 class="no-print">{t('kiosk.take')}</h1>
      <div class="slip-paper laid">{await slip(office, tools, { asking, visit })}</div>
      <p class="no-print">
        <LinkButton large href={start}>
          {t('kiosk.finish')}
        </LinkButton>
      </p>
    </div>
  )
  const headers = { refresh: `${KIOSK_SECONDS}; url=${start}` }
  return { title: t('kiosk.take'), body, frame: 'kiosk', home: start, islands: ['print'], headers }
}

async function slip(
  office: Office,
  { german, publicUrl }: SlipTools,
  { asking, visit }: Shown,
): Promise<JSX.Element> {
  const city = office.city()
  const link = `${publicUrl ?? asking.url.origin}/${visit.readingLanguage}/ticket/${visit.secret}`
  const code = await QRCode.toString(link, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' })
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
      {both(({ t }) => t('slip.place'))}
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
