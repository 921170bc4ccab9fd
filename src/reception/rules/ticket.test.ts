import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { COLOURS, SIGNS } from '../../web/look/index.ts'
import { signOf } from './ticket.ts'

const HOUSE = { signs: SIGNS.length, colours: COLOURS.length }
const PAIRS = HOUSE.signs * HOUSE.colours

const pairOf = (number: number): string => {
  const { sign, colour } = signOf(number, HOUSE)
  return `${sign}/${colour}`
}

describe('the drawn sign of a number', () => {
  it('is one of the house, and the same whenever it is asked for', () => {
    fc.assert(
      fc.property(fc.nat(100_000), (number) => {
        const { sign, colour } = signOf(number, HOUSE)
        assert.ok(SIGNS[sign] !== undefined && COLOURS[colour] !== undefined)
        assert.deepEqual(signOf(number, HOUSE), { sign, colour })
      }),
    )
  })

  it('differs in drawing and in colour from that of the numbers beside it', () => {
    for (let number = 0; number < 3 * PAIRS; number++) {
      const [mine, next] = [signOf(number, HOUSE), signOf(number + 1, HOUSE)]
      assert.notEqual(mine.sign, next.sign, `drawings of ${number} and ${number + 1}`)
      assert.notEqual(mine.colour, next.colour, `colours of ${number} and ${number + 1}`)
    }
  })

  it('comes again only when every drawing has had every colour, from whichever number one counts', () => {
    for (const from of [0, 1, 17, 2 * PAIRS - 5]) {
      const pairs = Array.from({ length: PAIRS }, (_, i) => pairOf(from + i))
      assert.equal(new Set(pairs).size, PAIRS)
      assert.equal(pairOf(from + PAIRS), pairOf(from))
    }
  })

  it('keeps its promise also for other houses, where the last drawing of a block does not meet the first in colour', () => {
    const counts = fc
      .record({ signs: fc.integer({ min: 2, max: 40 }), colours: fc.integer({ min: 2, max: 9 }) })
      .filter(({ signs, colours }) => (signs - 2) % colours !== 0)
    fc.assert(
      fc.property(counts, fc.nat(5_000), (house, number) => {
        const [mine, next] = [signOf(number, house), signOf(number + 1, house)]
        assert.ok(mine.sign !== next.sign && mine.colour !== next.colour)
        const block = Array.from({ length: house.signs * house.colours }, (_, i) => signOf(number + i, house))
        assert.equal(new Set(block.map(({ sign, colour }) => `${sign}/${colour}`)).size, block.length)
      }),
    )
  })
})
