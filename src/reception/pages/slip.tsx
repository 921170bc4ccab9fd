import QRCode from 'qrcode'
import { houseName } from '../../city/index.ts'
import { calendarDay, clockTime, type Language, type Translate } from '../../i18n/index.ts'
import type { Asking, Page, View } from '../../web/index.ts'
import { Sign } from '../../web/view/index.ts'
import { standingInLine } from '../actions/forecast.ts'
import { visitOfLink } from '../actions/look.ts'
import { freshHall, type Office } from '../actions/office.ts'
import type { Visit } from '../rules/visit.ts'
import { unknownTicket } from './unknown.tsx'
import { signLook, signName, waitWords } from './words.ts'

/** How a slip finds texts in two languages, and the address its code leads to. */
export type SlipTools = {
  readonly german: { readonly language: Language; readonly t: Translate }
  /** Address of the house for phones; null: that of the request. */
  readonly publicUrl: string | null
}

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
      frame: 'slip',
      islands: ['print'],
    }
  },
})

const KIOSK_SECONDS = 25

/** The same slip at a terminal: it prints, says so, and makes room for the next person. */
export const kioskSlipPage = (office: Office, tools: SlipTools): Page => ({
  path: '/kiosk/:kiosk/slip/:link',
  access: 'everyone',
  get: async (asking) => {
    const visit = await visitOfLink(office, asking.params.link ?? '')
    if (!visit) return unknownTicket(asking)
    return kioskSlip(office, tools, { asking, visit })
  },
})

type Shown = { readonly asking: Asking; readonly visit: Visit }

async function kioskSlip(office: Office, tools: SlipTools, { asking, visit }: Shown): Promise<View> {
  const { t, href, params } = asking
  const start = `${href(`/kiosk/${encodeURIComponent(params.kiosk ?? '')}/`)}`
  const body = (
    <div class="stack">
      <h1 class="no-print">{t('kiosk.take')}</h1>
      {await slip(office, tools, { asking, visit })}
      <p class="no-print">
        <a class="button whole" href={start}>
          {t('kiosk.finish')}
        </a>
      </p>
    </div>
  )
  const headers = { refresh: `${KIOSK_SECONDS}; url=${start}` }
  return { title: t('kiosk.take'), body, frame: 'kiosk', islands: ['print'], headers }
}

async function slip(office: Office, { german, publicUrl }: SlipTools, { asking, visit }: Shown) {
  const { t, url, language } = asking
  const city = office.city()
  const link = `${publicUrl ?? url.origin}/${visit.readingLanguage}/ticket/${visit.secret}`
  const code = await QRCode.toString(link, { type: 'svg', margin: 1, errorCorrectionLevel: 'M' })
  const both = (words: (words: Translate, language: Language) => string) => [
    { lang: 'de', dir: 'ltr' as const, text: words(german.t, german.language) },
    ...(language.code === 'de'
      ? []
      : [{ lang: language.code, dir: language.direction, text: words(t, language) }]),
  ]
  const lines = (all: ReturnType<typeof both>) =>
    all.map((line) => (
      <p key={line.lang} lang={line.lang} dir={line.dir}>
        {line.text}
      </p>
    ))
  const wait = visit.state === 'waiting' ? standingInLine(office, await freshHall(office), visit).wait : null
  return (
    <article class="slip">
      <p>{houseName(city, 'de')}</p>
      <p class="number">{visit.number}</p>
      <Sign look={signLook(visit.number)} label={signName(t, visit.number)} />
      {lines(both((words) => signName(words, visit.number)))}
      {wait?.certain && lines(both((words) => words('slip.wait', { range: waitWords(words, wait) })))}
      <hr />
      {lines(both((words) => words('slip.place')))}
      <div
        class="code"
        role="img"
        aria-label={t('slip.scan')}
        // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by the QR library from our own address
        dangerouslySetInnerHTML={{ __html: code.replace('<svg ', '<svg aria-hidden="true" ') }}
      />
      {lines(both((words) => words('slip.scan')))}
      <hr />
      {lines(
        both((words, tongue) =>
          words('slip.arrived', {
            day: calendarDay(visit.arrivedAt, city.zone, tongue),
            time: clockTime(visit.arrivedAt, city.zone),
          }),
        ),
      )}
    </article>
  )
}
