import type { ConcernFee, FeeFact, FeePosition, FeeRelief } from '../../city/index.ts'
import { AGES, type Age } from './person.ts'

/** What to ask so that a fee can be told exactly; nothing that would change nothing. */
export type Questions = {
  readonly ages: readonly Age[]
  readonly facts: readonly FeeFact[]
  readonly positions: readonly FeePosition[]
}

/** The questions that can change the fee of a concern. */
export function questionsFor(fee: ConcernFee, reliefs: readonly FeeRelief[]): Questions {
  const given = new Set<FeeFact>(fee.given)
  const freed = ({ id }: FeePosition): boolean =>
    reliefs.some(({ who, pays, positions }) => given.has(who) && pays === 'free' && positions.has(id))
  const charged = [...fee.positions, ...(fee.express ? [fee.express] : [])].filter((one) => !freed(one))
  const near = reliefs.filter(({ positions }) => charged.some(({ id }) => positions.has(id)))
  const prices = [
    ...charged,
    ...near.flatMap(({ pays }) => (typeof pays === 'object' ? [pays.position] : [])),
  ]
  // In the order of the city's list: what is true of most people stands first there.
  const told = new Set(near.map(({ who }) => who))
  const counts: Readonly<Record<Age, boolean>> = {
    adult: true,
    under_24: !given.has('minor') && prices.some(hasPriceForYoung),
    under_18: !given.has('minor') && told.has('minor'),
  }
  const ages = AGES.filter((age) => counts[age])
  return {
    ages: ages.length > 1 ? ages : [],
    facts: [
      ...[...told].filter((fact) => fact !== 'minor' && !given.has(fact)),
      ...(fee.express ? (['express'] as const) : []),
    ],
    positions: fee.positions.length > 1 && !fee.deskDecides ? fee.positions : [],
  }
}

const hasPriceForYoung = ({ amounts }: FeePosition): boolean =>
  amounts.some(({ under24 }) => under24 !== null)
