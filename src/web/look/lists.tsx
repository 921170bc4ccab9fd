import type { ComponentChildren, JSX } from 'preact'
import { Icon } from './icon.tsx'

type Items = { readonly items: readonly ComponentChildren[] }

/** What to bring along: each paper with a drawn sheet, to tick off with the finger. */
export const DocumentList = ({ items }: Items): JSX.Element => (
  <ul class="papers">
    {items.map((item, index) => (
      <li key={index}>
        <Icon name="file-text" />
        <span>{item}</span>
      </li>
    ))}
  </ul>
)

/** What to do, one after the other. */
export const Steps = ({ items }: Items): JSX.Element => (
  <ol class="steps">
    {items.map((item, index) => (
      <li key={index}>
        <span class="step-number" aria-hidden="true">
          {index + 1}
        </span>
        <span>{item}</span>
      </li>
    ))}
  </ol>
)
