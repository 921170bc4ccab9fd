import { type Instant, instant, SECOND } from '../../kernel/index.ts'

/** Every text stands still at least this long, as calls do. */
export const CALM_SECONDS = 20
/** So many languages stand beside each other besides the screen's own. */
const AT_ONCE = 2

export type CalmTurn = {
  /** Which of the things worth knowing. */
  readonly item: number
  /** In which other languages it is said besides the screen's own. */
  readonly languages: readonly number[]
  /** When the next turn begins. */
  readonly until: Instant
}

/**
 * What a screen says while few are called: one thing stays until it was said in all the other languages, two of them at
 * a time, then comes the next. Worked out from the clock alone, so that every screen says the same and nothing is kept.
 * Null where there is nothing to say.
 */
export function calmTurn(
  now: Instant,
  { items, languages }: { readonly items: number; readonly languages: number },
): CalmTurn | null {
  if (items === 0) return null
  const length = CALM_SECONDS * SECOND
  const turn = Math.floor(now / length)
  const turnsEach = Math.max(1, Math.ceil(languages / AT_ONCE))
  const first = (turn % turnsEach) * AT_ONCE
  return {
    item: Math.floor(turn / turnsEach) % items,
    languages: Array.from({ length: Math.min(AT_ONCE, languages) }, (_, i) => (first + i) % languages),
    until: instant((turn + 1) * length),
  }
}
