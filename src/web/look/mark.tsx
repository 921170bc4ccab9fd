import type { JSX } from 'preact'

/** The house's small mark: a thread that lays a loop. */
export const Mark = (): JSX.Element => (
  <svg class="mark turn" viewBox="0 0 48 48" width="40" height="40" aria-hidden="true">
    <rect class="mark-ground" width="48" height="48" rx="14" />
    <path class="mark-line" d="M4 34c12 0 26-1 26-14a9 9 0 0 0-18 0c0 13 14 14 32 14" />
    <circle class="mark-heart" cx="21" cy="20" r="3.5" />
  </svg>
)

/** The thread that parts the head from the page. */
export const Seam = (): JSX.Element => (
  <svg class="seam turn" viewBox="0 0 1200 12" preserveAspectRatio="none" aria-hidden="true">
    <path class="seam-line" d="M0 6c150-9 250 9 400 1s250-9 400-1 250 8 400 0" />
    <path class="seam-line sheen" d="M0 6c150-9 250 9 400 1s250-9 400-1 250 8 400 0" />
  </svg>
)
