import type { JSX } from 'preact'
import { Icon } from './icon.tsx'

export type LanguageItem = { readonly code: string; readonly name: string; readonly href: string }

export type LanguageMenuProps = {
  readonly label: string
  /** Code of the language being read. */
  readonly current: string
  readonly items: readonly LanguageItem[]
  /** Shows all names at once: kiosk and first page. Otherwise they open on a tap, without JavaScript. */
  readonly open?: boolean | undefined
}

/** Every language under its own name, in its own script. No flags: a language is no country. */
export const LanguageMenu = (props: LanguageMenuProps): JSX.Element => {
  if (props.open) return <Tongues {...props} />
  const current = props.items.find((item) => item.code === props.current)
  return (
    <details class="tongues">
      <summary>
        <Icon name="languages" />
        <span class="unseen">{props.label}: </span>
        <span>{current?.name ?? props.label}</span>
      </summary>
      <Tongues {...props} />
    </details>
  )
}

const Tongues = ({ label, current, items }: LanguageMenuProps): JSX.Element => (
  <nav aria-label={label}>
    <ul class="tongue-list">
      {items.map(({ code, name, href }) => (
        <li key={code}>
          <a
            class="tongue"
            href={href}
            lang={code}
            hreflang={code}
            dir="auto"
            aria-current={code === current ? 'true' : undefined}
          >
            {name}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
