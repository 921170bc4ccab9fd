import type { ConcernFee, FeeFact, FeePosition, FeeRelief } from '../../city/index.ts'
import { FREE, half, type Span, sum } from './amount.ts'
import { factsOf, type Payer } from './person.ts'
import { type Charge, chargeFor, type Situation } from './relief.ts'

/** What a concern costs somebody on a day. */
export type Fee = {
  readonly kind: 'free' | 'amount' | 'range' | 'desk'
  /** Whole cents; equal ends but for `range`; null when only the desk can say it. */
  readonly span: Span | null
  /** The paragraphs it comes from, as codes for papers and programs; none where the city asks nothing. */
  readonly laws: readonly string[]
  /** The fact that makes it less; null when nothing does. */
  readonly because: FeeFact | null
  /** The paragraph by which the desk may lower it further; null when there is none. */
  readonly ask: string | null
  /** Due with the application already (section 49 (1) AufenthV); null when all is due at the end. */
  readonly onApplication: Span | null
}

export type Question = {
  /** The fee of the concern; undefined when the list does not name the concern. */
  readonly fee: ConcernFee | undefined
  readonly reliefs: readonly FeeRelief[]
  readonly payer: Payer
  /** Which of the concern's positions it is; the first where she did not say. */
  readonly position: string | null
  /** The local day in the city's zone, "YYYY-MM-DD". */
  readonly day: string
}

/** The fee, exactly: by position, relief and day (AufenthV sections 44 to 53, StAG section 38, as the pack lists them). */
export function feeOf({ fee, reliefs, payer, position, day }: Question): Fee {
  if (!fee) return { kind: 'desk', span: null, ...NOTHING }
  const facts = factsOf(payer, fee.given)
  const under24 = payer.age !== 'adult' || facts.has('minor')
  const situation = { reliefs, facts, under24, day }
  const first = fee.positions.find((one) => one.id === position) ?? fee.positions[0]
  if (!first) return { kind: 'free', span: FREE, ...NOTHING }
  const base = fee.deskDecides ? among(fee.positions, situation) : chargeFor(first, situation)
  const express = facts.has('express') && fee.express ? chargeFor(fee.express, situation) : null
  return asFee(express ? added(base, express) : base, first.halfOnApplication ? base.span : null)
}

/** From the least to the most of what the desk may decide for. */
function among(positions: readonly FeePosition[], situation: Situation): Charge {
  return positions
    .map((position) => chargeFor(position, situation))
    .reduce((a, b) => ({
      span: a.span &&
        b.span && { low: Math.min(a.span.low, b.span.low), high: Math.max(a.span.high, b.span.high) },
      laws: union(a.laws, b.laws),
      because: a.because ?? b.because,
      ask: a.ask ?? b.ask,
    }))
}

const added = (a: Charge, b: Charge): Charge => ({
  span: a.span && b.span && sum(a.span, b.span),
  laws: union(a.laws, b.laws),
  because: a.because ?? b.because,
  ask: a.ask ?? b.ask,
})

const union = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])]

function asFee({ span, ...charge }: Charge, halved: Span | null): Fee {
  const onApplication = halved && halved.low > 0 ? half(halved) : null
  if (!span) return { kind: 'desk', span, ...charge, onApplication: null }
  if (span.high === 0) return { kind: 'free', span, ...charge, onApplication: null }
  return { kind: span.low === span.high ? 'amount' : 'range', span, ...charge, onApplication }
}

const NOTHING = { laws: [], because: null, ask: null, onApplication: null } as const
