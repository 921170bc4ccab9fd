import type { Cents, FeeAmount, FeePosition } from '../../city/index.ts'

/** An amount or, where the law or the desk decides within bounds, from `low` to `high`. */
export type Span = { readonly low: Cents; readonly high: Cents }

/** What a position costs on a local day ("YYYY-MM-DD"); null when the list says nothing for that day. */
export function amountOn(position: FeePosition, day: string, isUnder24: boolean): Span | null {
  const amount = position.amounts.findLast(({ from }) => from <= day)
  return amount ? spanOf(amount, isUnder24) : null
}

const spanOf = ({ low, high, under24 }: FeeAmount, isUnder24: boolean): Span =>
  isUnder24 && under24 !== null ? { low: under24, high: under24 } : { low, high }

/** Half of it; of an odd cent the payer keeps the half. */
export const half = ({ low, high }: Span): Span => ({ low: Math.floor(low / 2), high: Math.floor(high / 2) })

export const sum = (a: Span, b: Span): Span => ({ low: a.low + b.low, high: a.high + b.high })

export const FREE: Span = { low: 0, high: 0 }
