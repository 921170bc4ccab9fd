import type { JSX } from 'preact'

/** An address of another site as a pack gives it; null for anything that is none, such as `javascript:`. */
export function externalLink(address: string): string | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  return url.protocol === 'https:' ? url.href : null
}

/** Leads to another site, under that site's own name. */
export const WebLink = ({ address }: { readonly address: string }): JSX.Element | null => {
  const href = externalLink(address)
  if (!href) return null
  return (
    <a href={href} rel="noreferrer" dir="ltr">
      {new URL(href).hostname}
    </a>
  )
}

/** Calls a number; it keeps its order in every language. */
export const PhoneLink = ({ number }: { readonly number: string }): JSX.Element => (
  <a class="figure strong" href={`tel:${number.replace(/[^+\d]/g, '')}`}>
    {number}
  </a>
)
