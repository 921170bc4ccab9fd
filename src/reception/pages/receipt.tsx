import { packText } from '../../city/index.ts'
import { calendarDay, clockTime } from '../../i18n/index.ts'
import { id } from '../../kernel/index.ts'
import type { Asking, Page, View } from '../../web/index.ts'
import { BigNumber, Button, DocumentList, LinkButton } from '../../web/look/index.ts'
import { type Receipt, receiptsOf, visitOf } from '../actions/look.ts'
import type { Office } from '../actions/office.ts'
import type { Visit } from '../rules/visit.ts'
import type { SlipTools } from './slip.tsx'
import { ownDesk } from './staff.tsx'
import { unknownTicket } from './unknown.tsx'
import { signLook, signName } from './words.ts'

/** The receipt for papers handed in: what and when, in German and the visitor's language; for printing. */
export const receiptPage = (office: Office, tools: SlipTools): Page => ({
  path: '/staff/receipt/:visit',
  access: 'staff',
  get: async (asking) => {
    const visit = await visitOf(office, id<'visit'>(asking.params.visit ?? ''))
    const latest = visit && (await receiptsOf(office, visit.id)).at(-1)
    if (!visit || !latest) return { ...unknownTicket(asking), frame: 'staff' }
    return receipt(office, asking, { visit, latest, tools })
  },
})

type Shown = { readonly visit: Visit; readonly latest: Receipt; readonly tools: SlipTools }

function receipt(office: Office, asking: Asking, { visit, latest, tools }: Shown): View {
  const city = office.city()
  const reader = tools.tongue(visit.readingLanguage)
  const tongues = reader.language.code === 'de' ? [tools.german] : [tools.german, reader]
  const body = (
    <div class="stack">
      <h1>{asking.t('desk.receipt')}</h1>
      <BigNumber number={visit.number} {...signLook(visit.number)} label={signName(asking.t, visit.number)} />
      {tongues.map(({ t, language }) => (
        <section key={language.code} class="card stack tight" lang={language.code} dir={language.direction}>
          <h2>{t('desk.receipt')}</h2>
          <p>
            {t('receipt.received', {
              day: calendarDay(latest.at, city.zone, language),
              time: clockTime(latest.at, city.zone),
            })}
          </p>
          <DocumentList
            items={latest.papers.map((paper) =>
              packText(city, language.code, { section: 'documents', key: paper }),
            )}
          />
        </section>
      ))}
      <Ways office={office} asking={asking} />
    </div>
  )
  return { title: asking.t('desk.receipt'), body, frame: 'staff', islands: ['print'] }
}

function Ways({ office, asking }: { office: Office; asking: Asking }) {
  const desk = ownDesk(office, asking)
  return (
    <div class="row no-print">
      <Button id="print" type="button" icon="printer" hidden>
        {asking.t('slip.print')}
      </Button>
      <LinkButton kind="quiet" href={asking.href(desk ? `/staff/desk/${desk}` : '/staff')}>
        {asking.t('common.back')}
      </LinkButton>
    </div>
  )
}
