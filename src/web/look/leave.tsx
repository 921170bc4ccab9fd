import type { JSX } from 'preact'
import { Icon } from './icon.tsx'

export type LeaveButtonProps = {
  /** A page that tells nothing about the reader. */
  readonly href: string
  readonly label: string
  /** What the keyboard does; shown by the island, because without it the keyboard does nothing. */
  readonly hint: string
}

/** Leaves at once, for whoever is looked at over the shoulder. Stays in sight while the page moves. */
export const LeaveButton = ({ href, label, hint }: LeaveButtonProps): JSX.Element => (
  <nav class="leave no-print" aria-label={label}>
    <a class="button alarm" href={href} rel="noreferrer" data-leave>
      <Icon name="door-open" turns />
      <span>{label}</span>
    </a>
    <span class="quiet" hidden data-leave-hint>
      {hint}
    </span>
  </nav>
)
