import type { Asking, Page } from '../../web/index.ts'
import { ExampleNote, Facts, German, type NoticeHouse, noticeAt } from './frame.tsx'

export type PrivacyHouse = NoticeHouse & { readonly barrierDays: number }

/** By which law the house may ask; it stands in German, as on paper. */
const LAW =
  'Art. 6 Abs. 1 Buchst. e DSGVO mit § 3 DSG NRW; Bedarf: Art. 9 Abs. 2 Buchst. a DSGVO; Rechte: Art. 15 bis 18, 21 und 77 DSGVO'

/** The privacy notice (GDPR, Article 13): what docs/privacy.md says, for the people it speaks of. */
export const privacyPages = (house: PrivacyHouse): Page[] =>
  noticeAt(house, '/privacy', {
    title: 'house.privacy',
    body: (asking) => <Told house={house} asking={asking} />,
  })

const PARTS = [
  ['privacy.asked', 'privacy.asked_text'],
  ['privacy.stored', 'privacy.stored_text'],
  ['privacy.long', 'privacy.long_text'],
  ['privacy.sees', 'privacy.sees_text'],
  ['privacy.why', 'privacy.why_text'],
  ['privacy.rights', 'privacy.rights_text'],
] as const

function Told({ house, asking }: { house: PrivacyHouse; asking: Asking }) {
  const { t } = asking
  const { contact } = house.city()
  return (
    <>
      {PARTS.map(([title, text]) => (
        <section key={title} class="stack tight">
          <h2>{t(title)}</h2>
          <p>{t(text, { days: house.barrierDays })}</p>
        </section>
      ))}
      {contact.privacyAuthority !== null && (
        <p>
          {t('privacy.complaint')} <German>{contact.privacyAuthority}</German>
        </p>
      )}
      <Facts
        asking={asking}
        contact={contact}
        rows={[
          ['privacy.responsible', 'publisher', 'address'],
          ['privacy.officer', 'privacyOfficer'],
        ]}
      />
      <p class="quiet">
        <German>{LAW}</German>
      </p>
      <ExampleNote asking={asking} contact={contact} />
    </>
  )
}
