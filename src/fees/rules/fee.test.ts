import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { krefeld } from '../../../test/support/house.ts'
import { FEE_FACTS, type FeeFact } from '../../city/index.ts'
import { type Fee, feeOf } from './fee.ts'
import { AGES, type Age } from './person.ts'
import { questionsFor } from './questions.ts'

const { fees } = krefeld()

type Saying = { concern: string; age: Age; facts: readonly FeeFact[]; position: string | null; day: string }

const feeFor = ({ concern, age, facts, position, day }: Saying): Fee =>
  feeOf({
    fee: fees.concerns.get(concern),
    reliefs: fees.reliefs,
    payer: { age, facts: new Set(facts) },
    position,
    day,
  })

const DAYS = [
  '2021-08-19',
  '2021-08-20',
  '2025-04-30',
  '2025-05-01',
  '2026-02-06',
  '2026-02-07',
  '2030-01-01',
]
const saying: fc.Arbitrary<Saying> = fc.constantFrom(...fees.concerns.keys()).chain((concern) =>
  fc.record({
    concern: fc.constant(concern),
    age: fc.constantFrom(...AGES),
    facts: fc.subarray([...FEE_FACTS]),
    position: fc.constantFrom(null, ...(fees.concerns.get(concern)?.positions ?? []).map(({ id }) => id)),
    day: fc.constantFrom(...DAYS),
  }),
)

const THREE_DAYS = ['2025-04-30', '2026-02-06', '2026-02-07'] as const
const onThreeDays = (said: Omit<Saying, 'day' | 'position'>) =>
  THREE_DAYS.map((day) => feeFor({ ...said, position: null, day }))
const high = (fee: Fee): number | undefined => fee.span?.high

describe('a fee on three days', () => {
  it('of a minor who extends her permit is half of it, by section 50', () => {
    const found = onThreeDays({ concern: 'rn-extend', age: 'under_18', facts: [] })
    assert.deepEqual(found.map(high), [4650, 4650, 4650])
    assert.deepEqual(found[0]?.laws, ['§ 45 Nr. 2 Buchst. b AufenthV', '§ 50 Abs. 1 Satz 1 AufenthV'])
  })

  it('of a recognised refugee who extends hers is nothing, by section 52 (3); her travel document costs more since May 2025', () => {
    const found = onThreeDays({ concern: 'rn-extend', age: 'adult', facts: ['refugee'] })
    assert.deepEqual(
      found.map(({ kind }) => kind),
      ['free', 'free', 'free'],
    )
    assert.equal(found[0]?.laws[1], '§ 52 Abs. 3 Nr. 2 AufenthV')
    const document = onThreeDays({ concern: 'ar-refugee-passport', age: 'adult', facts: ['refugee'] })
    assert.deepEqual(document.map(high), [6000, 7000, 7000])
  })

  it('of a Turkish citizen who extends hers is that of an identity card, by section 52a', () => {
    const grown = onThreeDays({ concern: 'rn-extend', age: 'adult', facts: ['turkish'] })
    assert.deepEqual(grown.map(high), [3700, 3700, 4600])
    const young = onThreeDays({ concern: 'rn-extend', age: 'under_24', facts: ['turkish'] })
    assert.deepEqual(young.map(high), [2280, 2280, 2760])
    assert.equal(grown[0]?.laws[1], '§ 52a Abs. 2 AufenthV')
  })
})

describe('when more than one relief holds', () => {
  const extend = (age: Age, facts: FeeFact[]) =>
    feeFor({ concern: 'rn-extend', age, facts, position: null, day: '2026-11-23' })

  it('the one that leaves least to pay counts, and no two are added up', () => {
    assert.equal(high(extend('under_18', ['turkish'])), 2760)
    assert.equal(extend('under_18', ['turkish', 'benefits']).kind, 'free')
  })

  it('of two that leave the same, the first of the list is named', () =>
    assert.equal(extend('adult', ['benefits', 'refugee']).laws[1], '§ 52 Abs. 3 Nr. 2 AufenthV'))

  it('what is added for speed is paid also by those who pay nothing else; minors pay half of it', () => {
    assert.equal(high(extend('adult', ['refugee', 'express'])), 3500)
    assert.equal(high(extend('under_18', ['express'])), 4650 + 1750)
  })
})

describe('every fee', () => {
  it('is whole cents, never below nothing, with its paragraph', () => {
    fc.assert(
      fc.property(saying, (said) => {
        const { kind, span, laws } = feeFor(said)
        if (!span) return assert.equal(kind, 'desk')
        assert.ok(Number.isInteger(span.low) && Number.isInteger(span.high))
        assert.ok(span.low >= 0 && span.low <= span.high)
        assert.equal(kind === 'free', span.high === 0)
        if (span.high > 0) assert.ok(laws.length > 0)
      }),
      { numRuns: 2000 },
    )
  })

  it('is never raised by a relief or by being younger', () => {
    fc.assert(
      fc.property(saying, fc.constantFrom(...FEE_FACTS), fc.constantFrom(...AGES), (said, fact, age) => {
        if (fact === 'express') return
        const before = feeFor(said).span
        const younger = AGES.indexOf(age) > AGES.indexOf(said.age) ? age : said.age
        const after = feeFor({ ...said, age: younger, facts: [...said.facts, fact] }).span
        if (before && after) assert.ok(after.low <= before.low && after.high <= before.high)
      }),
      { numRuns: 2000 },
    )
  })

  it('rises with the days where the list says so, and falls on none', () => {
    fc.assert(
      fc.property(saying, fc.constantFrom(...DAYS), (said, day) => {
        const [earlier, later] = [said.day, day].sort() as [string, string]
        const before = feeFor({ ...said, day: earlier }).span
        const after = feeFor({ ...said, day: later }).span
        if (before && after) assert.ok(before.high <= after.high)
      }),
      { numRuns: 2000 },
    )
  })

  it('is left to the desk for days before the list begins', () =>
    assert.equal(
      feeFor({ concern: 'rn-extend', age: 'adult', facts: [], position: null, day: '2021-08-19' }).kind,
      'desk',
    ))
})

describe('what is asked', () => {
  it('can each change the fee or how it may be lowered; nothing else is asked', () => {
    for (const [concern, fee] of fees.concerns) {
      const { facts, ages, positions } = questionsFor(fee, fees.reliefs)
      const said = { concern, age: 'adult', position: null, day: '2026-11-23' } as const
      const kinds = [null, ...positions.map(({ id }) => id)]
      const grown = AGES.filter((age) => age !== 'under_24' || ages.includes(age))
      const all = kinds.flatMap((position) => grown.map((age) => ({ ...said, position, age })))
      // Who becomes German with her parents is a minor; what that alone changes is asked by the age.
      const changes = (fact: FeeFact) =>
        all
          .filter(({ age }) => fact !== 'with_parents' || age === 'under_18')
          .some((one) =>
            [[], ['express'], ['turkish']].some((with_) => {
              const others = with_ as FeeFact[]
              const [a, b] = [feeFor({ ...one, facts: others }), feeFor({ ...one, facts: [...others, fact] })]
              return a.span?.high !== b.span?.high || a.ask !== b.ask
            }),
          )
      for (const fact of FEE_FACTS.filter((one) => one !== 'minor' && !fee.given.includes(one)))
        assert.equal(changes(fact), facts.includes(fact), `${concern}: ${fact}`)
    }
  })

  it('is nothing where a concern costs nothing', () => {
    const free = fees.concerns.get('isc-registration')
    assert.ok(free)
    assert.deepEqual(questionsFor(free, fees.reliefs), { ages: [], facts: [], positions: [] })
  })
})
