import { type Instant, plusMinutes } from '../../kernel/index.ts'
import type { Wait } from './forecast.ts'
import type { Hall } from './hall.ts'
import type { Visit } from './visit.ts'
import type { CallReason } from './waiting.ts'

/** How the range she was told stands now: it holds, half of it is over, or it will not hold. */
export type PromiseNow = 'holds' | 'half_over' | 'slips'

/**
 * Whether what she was told when she came still holds. It slips as soon as the middle of the present forecast lies behind
 * the end she was told, so she hears of it before that end has passed.
 */
export function promiseNow(
  { promised, arrivedAt }: Pick<Visit, 'promised' | 'arrivedAt'>,
  wait: Wait,
  now: Instant,
): PromiseNow {
  if (!promised) return 'holds'
  if (now > promised.to || (wait.certain && plusMinutes(now, (wait.from + wait.to) / 2) > promised.to))
    return 'slips'
  return now - arrivedAt >= (promised.to - arrivedAt) / 2 ? 'half_over' : 'holds'
}

/** Why somebody may be called before others who came earlier. */
export type OvertakingReason = Exclude<CallReason, 'first_come'>

/** Why somebody who came after her was called before her, of late; null when nobody was, or only in turn. */
export function overtakenBecause(
  hall: Hall,
  visit: Pick<Visit, 'id' | 'arrivedAt'>,
): OvertakingReason | null {
  let latest: { at: Instant; why: OvertakingReason } | null = null
  for (const call of hall.calls.values()) {
    const overtook = call.visit !== visit.id && call.arrivedAt > visit.arrivedAt
    if (!overtook || call.why === null || call.why === 'first_come') continue
    if (!latest || call.at > latest.at) latest = { at: call.at, why: call.why }
  }
  return latest?.why ?? null
}
