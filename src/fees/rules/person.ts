import type { FeeFact } from '../../city/index.ts'

/** Ages at which a fee may change (section 50 AufenthV: 18; fees of identity cards and travel documents: 24). */
export const AGES = ['adult', 'under_24', 'under_18'] as const
export type Age = (typeof AGES)[number]

/** What is known of whoever pays; of a person who said nothing, that she is an adult like any other. */
export type Payer = { readonly age: Age; readonly facts: ReadonlySet<FeeFact> }

/** Everything that counts for her: what she said, what the concern says, and what follows from it. */
export function factsOf({ age, facts }: Payer, given: readonly FeeFact[]): ReadonlySet<FeeFact> {
  const all = new Set<FeeFact>([...facts, ...given])
  // A child that becomes German with its parents is a child.
  if (age === 'under_18' || all.has('with_parents')) all.add('minor')
  return all
}
