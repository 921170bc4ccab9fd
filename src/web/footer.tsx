import type { JSX } from 'preact'
import type { TextKey } from '../i18n/index.ts'
import type { Asking } from './page.ts'

type Around = Pick<Asking, 'language' | 't' | 'url' | 'account'>
export type StaffLink = {
  readonly path: string
  readonly icon: string
  readonly key: TextKey
  /** Where staff work at a place of their own below this address. */
  readonly below?: string
  /** Who is shown it; everybody where it is not said. */
  readonly roles?: readonly string[]
}

type Item = readonly [path: string, key: TextKey]

const ITEMS: readonly Item[] = [
  ['/accessibility', 'house.accessibility'],
  ['/barrier', 'house.barrier'],
  ['/privacy', 'house.privacy'],
  ['/imprint', 'house.imprint'],
]
/** At a terminal nobody types and nothing leads away: what is said there, and no more. */
const AT_TERMINAL = ITEMS.filter(([path]) => path === '/accessibility' || path === '/privacy')

export type FooterProps = {
  readonly asking: Around
  /** Whether the translation waits for somebody who checks it. */
  readonly draft: boolean
  /** Further pages for some of the staff. */
  readonly tools?: readonly StaffLink[]
}

/** The foot of every page: what the law asks for, the same in every frame. */
export function Footer({
  asking: { language, t, url, account },
  draft,
  tools = [],
}: FooterProps): JSX.Element {
  const terminal = /^\/[^/]+(\/kiosk\/[^/]+)/.exec(url.pathname)?.[1]
  const items = terminal ? AT_TERMINAL : ITEMS
  const mine = tools.filter(({ roles }) => roles === undefined || roles.includes(account?.role ?? ''))
  const links: readonly Item[] = [...mine.map(({ path, key }): Item => [path, key]), ...items]
  return (
    <>
      <nav aria-label={t('house.nav')}>
        <ul class="foot-links">
          {links.map(([path, key]) => {
            const href = `/${language.code}${terminal ?? ''}${path}`
            return (
              <li key={path}>
                <a href={href} aria-current={url.pathname === href ? 'page' : undefined}>
                  {t(key)}
                </a>
              </li>
            )
          })}
        </ul>
      </nav>
      {draft && <p>{t('common.draft')}</p>}
    </>
  )
}
