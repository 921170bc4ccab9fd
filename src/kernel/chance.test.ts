import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { makeChance } from './index.ts'

const draw = (seed: number, count: number): number[] => {
  const chance = makeChance(seed)
  return Array.from({ length: count }, chance)
}

describe('chance', () => {
  it('with the same seed gives the same numbers', () => {
    fc.assert(fc.property(fc.integer(), (seed) => assert.deepEqual(draw(seed, 50), draw(seed, 50))))
  })

  it('with another seed gives other numbers', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (a, b) => {
        fc.pre((a | 0) !== (b | 0))
        assert.notDeepEqual(draw(a, 5), draw(b, 5))
      }),
    )
  })

  it('lies from 0 to below 1', () => {
    for (const number of draw(56, 100_000)) assert.ok(number >= 0 && number < 1)
  })

  it('falls into a hundred equal parts about equally often, whatever the seed', () => {
    // Chi-squared with 99 degrees of freedom is below 180 but for one in a million fair generators.
    for (const seed of [0, 1, -1, 56, 2 ** 31, 123_456_789]) {
      const counts = new Array<number>(100).fill(0)
      const total = 100_000
      for (const number of draw(seed, total)) {
        const part = Math.floor(number * 100)
        counts[part] = (counts[part] ?? 0) + 1
      }
      const expected = total / 100
      const chiSquared = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
      assert.ok(chiSquared < 180 && chiSquared > 40, `seed ${seed}: ${chiSquared}`)
    }
  })

  it('does not tell from a number what the next will be', () => {
    const numbers = draw(56, 100_000)
    const mean = numbers.reduce((sum, one) => sum + one, 0) / numbers.length
    const product = numbers
      .slice(1)
      .reduce((sum, one, i) => sum + (one - mean) * ((numbers[i] ?? 0) - mean), 0)
    const spread = numbers.reduce((sum, one) => sum + (one - mean) ** 2, 0)
    assert.ok(Math.abs(product / spread) < 0.02)
  })
})
