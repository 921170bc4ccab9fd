import type { ConcernId, DeskId, Instant } from '../../kernel/index.ts'

/** How a desk stands now. Which desk it is (place, unit, concerns) says the pack. */
export type DeskState = {
  readonly id: DeskId
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
}

export const closedDesk = (desk: DeskId, since: Instant): DeskState => ({
  id: desk,
  open: false,
  since,
  bufferUntil: null,
  sitter: null,
  languages: null,
  skills: null,
})
