import type { FeeFact, FeePosition, FeeRelief } from '../../city/index.ts'
import { amountOn, FREE, half, type Span } from './amount.ts'

/** What one position costs one person, and by which paragraphs: the position's, then the relief's. */
export type Charge = {
  /** Null: only the desk can say it. */
  readonly span: Span | null
  readonly laws: readonly string[]
  /** The fact that makes it less. */
  readonly because: FeeFact | null
  /** The paragraph by which the desk may lower it further. */
  readonly ask: string | null
}

export type Situation = {
  readonly reliefs: readonly FeeRelief[]
  readonly facts: ReadonlySet<FeeFact>
  readonly under24: boolean
  /** The local day, "YYYY-MM-DD". */
  readonly day: string
}

/**
 * The charge for a position. Reliefs are never added up: each exemption stands in the law by itself (sections 50, 52,
 * 52a, 53 AufenthV, section 38 StAG), so the one that leaves least to pay counts; among equals the first of the list.
 * Where the law is silent (`desk`), any relief that names an amount is better than none.
 */
export function chargeFor(position: FeePosition, situation: Situation): Charge {
  const full = amountOn(position, situation.day, situation.under24)
  const mine = situation.reliefs.filter(
    ({ who, positions }) => situation.facts.has(who) && positions.has(position.id),
  )
  let best: Charge = { span: full, laws: [position.law], because: null, ask: null }
  for (const relief of mine) {
    const span = spanUnder(relief, full, situation)
    if (span && (best.span === null || span.high < best.span.high))
      best = { span, laws: [position.law, relief.law], because: relief.who, ask: null }
  }
  const silent = mine.find(({ pays }) => pays === 'desk')
  if (silent && best.because === null) return { ...best, span: null, laws: [silent.law] }
  const ask = mine.find(({ pays }) => pays === 'ask')?.law ?? null
  return best.span?.high === 0 ? best : { ...best, ask }
}

function spanUnder({ pays }: FeeRelief, full: Span | null, { day, under24 }: Situation): Span | null {
  if (pays === 'free') return FREE
  if (pays === 'half') return full && half(full)
  if (pays === 'ask' || pays === 'desk') return null
  return amountOn(pays.position, day, under24)
}
