import { type Instant, instant, SECOND } from '../../kernel/index.ts'
import type { RecentCall } from './hall.ts'

export type BoardRule = {
  /** How many calls fit on the screen. */
  readonly places: number
  /** Every call is on the screen at least this long. */
  readonly minimumSeconds: number
  /** No call is on the screen longer than this, unless it is renewed. */
  readonly maximumSeconds: number
}

export const BOARD: BoardRule = { places: 8, minimumSeconds: 20, maximumSeconds: 180 }

export type Board = {
  /** On the screen now, newest first. */
  readonly shown: readonly RecentCall[]
  /** When the screen changes by itself next; null: not before somebody is called. */
  readonly nextChange: Instant | null
}

type Turn = { readonly call: RecentCall; readonly start: Instant; end: Instant }

/**
 * What a display shows at `now`, worked out from the calls alone, so that every screen in the house shows the same, also
 * after a restart. A call takes a free place at once; where none is free it takes the one whose number has been on the
 * screen longest, once that had its 20 seconds. So the ninth call is shown too, and none too shortly.
 */
export function boardAt(calls: readonly RecentCall[], now: Instant, rule: BoardRule = BOARD): Board {
  const minimum = rule.minimumSeconds * SECOND
  const maximum = rule.maximumSeconds * SECOND
  const places: (Turn | null)[] = Array.from({ length: rule.places }, () => null)
  const turns: Turn[] = []
  for (const call of [...calls].sort((a, b) => a.at - b.at || a.number - b.number)) {
    const place = earliestPlace(places, call.at, minimum)
    const start = instant(Math.max(call.at, place.freeFrom))
    const before = places[place.index]
    if (before && before.end > start) before.end = start
    // A call that is over makes room as soon as it had its time; one that holds stays.
    const natural = call.over === null ? start + maximum : Math.max(call.over, start + minimum)
    const turn: Turn = { call, start, end: instant(Math.min(natural, start + maximum)) }
    places[place.index] = turn
    turns.push(turn)
  }
  const shown = turns.filter((turn) => turn.start <= now && now < turn.end)
  const changes = turns.flatMap((turn) => [turn.start, turn.end]).filter((at) => at > now)
  return {
    shown: shown
      .sort((a, b) => b.start - a.start || b.call.at - a.call.at || b.call.number - a.call.number)
      .map((turn) => turn.call),
    nextChange: changes.length > 0 ? instant(Math.min(...changes)) : null,
  }
}

/**
 * What a screen shows that was away since `since`: besides the board the calls it never showed, as far as they hold, so
 * that nobody is waited for in vain. The newest come first; the oldest find no place.
 */
export function boardAfterAbsence(
  board: Board,
  calls: readonly RecentCall[],
  { since, rule = BOARD }: { readonly since: Instant; readonly rule?: BoardRule },
): Board {
  const shown = new Set(board.shown.map((call) => call.visit))
  const missed = calls
    .filter((call) => call.at >= since && call.over === null && !shown.has(call.visit))
    .sort((a, b) => b.at - a.at || b.number - a.number)
  return { ...board, shown: [...board.shown, ...missed].slice(0, rule.places) }
}

/** The place that frees first for a call made at `at`; one that is empty by itself before one that must be cleared. */
function earliestPlace(
  places: readonly (Turn | null)[],
  at: Instant,
  minimum: number,
): { index: number; freeFrom: number } {
  let best = { index: 0, freeFrom: Number.POSITIVE_INFINITY, since: Number.POSITIVE_INFINITY }
  places.forEach((turn, index) => {
    const empty = !turn || turn.end <= at
    const freeFrom = empty ? 0 : Math.min(turn.end, Math.max(at, turn.start + minimum))
    const since = turn?.start ?? 0
    if (freeFrom < best.freeFrom || (freeFrom === best.freeFrom && since < best.since))
      best = { index, freeFrom, since }
  })
  return best
}
