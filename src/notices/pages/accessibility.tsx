import { calendarDay, type TextKey } from '../../i18n/index.ts'
import { instant } from '../../kernel/index.ts'
import type { Asking, Page } from '../../web/index.ts'
import { ExampleNote, Facts, German, type NoticeHouse, noticeAt } from './frame.tsx'

export type StatementHouse = NoticeHouse & {
  /** Whether a language's texts still wait for somebody who checks them. */
  readonly anyDraft: boolean
}

/** The statement of accessibility (BITV NRW, section 10 of BGG NRW): what is met, what is not yet, who answers. */
export const accessibilityPages = (house: StatementHouse): Page[] =>
  noticeAt(house, '/accessibility', {
    title: 'house.accessibility',
    body: (asking) => <Statement house={house} asking={asking} />,
  })

const MET: readonly TextKey[] = [
  'accessibility.met.keyboard',
  'accessibility.met.zoom',
  'accessibility.met.signs',
]

function Statement({ house, asking }: { house: StatementHouse; asking: Asking }) {
  const { t, url, href } = asking
  const { contact, otherWays } = house.city()
  const missing = [
    ...(otherWays.signLanguageVideo === null ? [t('start.sign')] : []),
    ...(otherWays.easyLanguage === null ? [t('start.easy')] : []),
    ...(house.anyDraft ? [t('accessibility.open.drafts')] : []),
    t('accessibility.open.people'),
  ]
  return (
    <>
      <p>{t('accessibility.text')}</p>
      <h2>{t('accessibility.met')}</h2>
      <ul class="bullets">
        {MET.map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
      <h2>{t('accessibility.open')}</h2>
      <ul class="bullets">
        {missing.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <h2>{t('accessibility.who')}</h2>
      <Facts asking={asking} contact={contact} rows={[['imprint.contact', 'publisher', 'phone', 'email']]} />
      <p>{t('barrier.person')}</p>
      {!url.pathname.includes('/kiosk/') && (
        <p>
          <a href={href('/barrier')}>{t('house.barrier')}</a>
        </p>
      )}
      {contact.ombud !== null && (
        <>
          <h2>{t('accessibility.enforcement')}</h2>
          <p>
            {t('accessibility.enforcement_text')} <German>{contact.ombud}</German>
          </p>
        </>
      )}
      <ExampleNote asking={asking} contact={contact} />
      <Dated house={house} asking={asking} />
    </>
  )
}

function Dated({ house, asking: { t, language } }: { house: StatementHouse; asking: Asking }) {
  const { contact, zone } = house.city()
  if (contact.statement === null) return null
  const noon = Temporal.PlainDate.from(contact.statement).toZonedDateTime({
    timeZone: zone,
    plainTime: '12:00',
  })
  const day = calendarDay(instant(noon.epochMilliseconds), zone, language)
  return <p class="quiet">{t('accessibility.date', { day })}</p>
}
