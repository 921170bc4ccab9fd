/** Whole cents: money is never a fraction of the smallest coin. */
export type Cents = number

/** What may make a fee another one. Nothing of it is asked at the door; whoever wants to know ticks it, and it is not kept. */
export const FEE_FACTS = [
  'minor',
  'with_parents',
  'benefits',
  'refugee',
  'turkish',
  'eu_family',
  'scholarship',
  'express',
] as const
export type FeeFact = (typeof FEE_FACTS)[number]

/** What the law asks from a day on; equal ends where it names one amount. */
export type FeeAmount = {
  /** First local day on which it holds, "YYYY-MM-DD". */
  readonly from: string
  readonly low: Cents
  readonly high: Cents
  /** For those who are not yet 24, where the law has an amount of their own. */
  readonly under24: Cents | null
}

/** One line of the city's list of fees. */
export type FeePosition = {
  readonly id: string
  /** The paragraph it comes from, as German papers cite it. */
  readonly law: string
  /** Oldest first; empty: only the desk can say it. */
  readonly amounts: readonly FeeAmount[]
  /** Half of it is due with the application. */
  readonly halfOnApplication: boolean
}

/** What a relief makes of a fee. `ask`: the desk may lower it; `desk`: only the desk can say it; else another position's amount. */
export type ReliefPays = 'free' | 'half' | 'ask' | 'desk' | { readonly position: FeePosition }

/** A paragraph by which some people pay less for some positions. */
export type FeeRelief = {
  readonly id: string
  readonly who: FeeFact
  readonly law: string
  readonly pays: ReliefPays
  /** Positions it holds for. */
  readonly positions: ReadonlySet<string>
}

/** What a concern costs. */
export type ConcernFee = {
  /** Of several the visitor says which it is, or, with `deskDecides`, the desk does. */
  readonly positions: readonly FeePosition[]
  readonly deskDecides: boolean
  /** Facts that the concern itself says about whoever comes with it. */
  readonly given: readonly FeeFact[]
  /** What is added when the card is to come faster; null where it cannot. */
  readonly express: FeePosition | null
}

/** The fees of a city. */
export type Fees = {
  readonly positions: readonly FeePosition[]
  readonly reliefs: readonly FeeRelief[]
  /** By concern. A concern that costs nothing has no position; one that is not here only the desk can tell. */
  readonly concerns: ReadonlyMap<string, ConcernFee>
  /** Papers that can be had in the house, and at which price. */
  readonly papers: ReadonlyMap<string, FeePosition>
}
