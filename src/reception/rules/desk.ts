import type { ConcernId, DeskId, Instant } from '../../kernel/index.ts'

/** Where whoever sits at an open desk is; `to_break`: at the desk until the present case is done, then on a break. */
export type Sitting = 'at_desk' | 'to_break' | 'back_office' | 'break'

/** How a desk stands now. Which desk it is (place, unit, concerns) says the pack. */
export type DeskState = {
  readonly id: DeskId
  /** In use; on a break and in the back office too. */
  readonly open: boolean
  readonly since: Instant
  /** A breath between two cases lasts until then. */
  readonly bufferUntil: Instant | null
  /** The account that sits there; erased every night. */
  readonly sitter: string | null
  /** Languages of who sits there; null: those the pack names for the desk. */
  readonly languages: readonly string[] | null
  /** Concerns who sits there can do; null or empty: all of the desk's. */
  readonly skills: readonly ConcernId[] | null
  /** Counts while the desk is open. */
  readonly work: Sitting
  /** Since when she works without a break; null while the desk is closed. */
  readonly restedAt: Instant | null
  /** When the break ends; null when there is none. */
  readonly breakUntil: Instant | null
}

export const closedDesk = (desk: DeskId, since: Instant): DeskState => ({
  id: desk,
  open: false,
  since,
  bufferUntil: null,
  sitter: null,
  languages: null,
  skills: null,
  work: 'at_desk',
  restedAt: null,
  breakUntil: null,
})
