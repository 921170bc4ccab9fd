import type { City, Contact } from '../../city/index.ts'
import type { TextKey } from '../../i18n/index.ts'
import type { Asking, Page, View } from '../../web/index.ts'

export type NoticeHouse = { readonly city: () => City }

type Said = { readonly title: TextKey; readonly body: (asking: Asking) => View['body'] }

/** One notice behind both doors: on the own phone, and at a terminal in the terminal's frame. */
export function noticeAt(house: NoticeHouse, path: string, said: Said): Page[] {
  const view = (asking: Asking): View => ({
    title: asking.t(said.title),
    body: (
      <div class="stack">
        <h1>{asking.t(said.title)}</h1>
        {said.body(asking)}
      </div>
    ),
  })
  const terminal = (asking: Asking): View => {
    const home = asking.href(`/kiosk/${encodeURIComponent(asking.params.kiosk ?? '')}/`)
    const known = house.city().premises.kiosks.some((kiosk) => kiosk.id === asking.params.kiosk)
    return known ? { ...view(asking), frame: 'kiosk', home } : lost(asking)
  }
  return [
    { path, access: 'everyone', get: view },
    { path: `/kiosk/:kiosk${path}`, access: 'everyone', get: terminal },
  ]
}

const lost = ({ t, href }: Asking): View => ({
  title: t('error.not_found.title'),
  status: 404,
  body: (
    <div class="stack">
      <h1>{t('error.not_found.title')}</h1>
      <p>{t('error.not_found.text')}</p>
      <p>
        <a href={href('/')}>{t('common.start_again')}</a>
      </p>
    </div>
  ),
})

/** A name or an address in German, as it stands on paper. */
export const German = ({ children }: { readonly children: string }) => <bdi lang="de">{children}</bdi>

type Written = Exclude<keyof Contact, 'examples'>
const INVENTED: Readonly<Record<string, string>> = {
  representedBy: 'represented_by',
  privacyOfficer: 'privacy_officer',
}

/** A value of the pack; an invented one says so and leads nowhere. */
export function Value({ asking, contact, name }: { asking: Asking; contact: Contact; name: Written }) {
  const value = contact[name]
  if (value === null) return null
  if (contact.examples.includes(INVENTED[name] ?? name)) {
    return (
      <>
        <German>{value}</German> ({asking.t('house.example')})
      </>
    )
  }
  if (/^[^@\s]+@[^@\s]+$/.test(value)) return <a href={`mailto:${value}`}>{value}</a>
  if (name === 'phone') return <a href={`tel:${value.replace(/[^+\d]/g, '')}`}>{value}</a>
  return <German>{value}</German>
}

type Row = readonly [label: TextKey, ...names: Written[]]

/** What is called what; a row of which the pack says nothing falls away. */
export function Facts({ asking, contact, rows }: { asking: Asking; contact: Contact; rows: readonly Row[] }) {
  const shown = rows.filter(([, ...names]) => names.some((name) => contact[name] !== null))
  return (
    <dl class="facts">
      {shown.map(([label, ...names]) => (
        <div key={label}>
          <dt>{asking.t(label)}</dt>
          {names.map((name) => (
            <dd key={name}>
              <Value asking={asking} contact={contact} name={name} />
            </dd>
          ))}
        </div>
      ))}
    </dl>
  )
}

export const ExampleNote = ({ asking, contact }: { asking: Asking; contact: Contact }) =>
  contact.examples.length > 0 ? <p class="quiet">{asking.t('imprint.example_note')}</p> : null
