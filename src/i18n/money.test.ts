import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { money } from './money.ts'

const bare = (text: string): string => text.replace(/[\u2066\u2069]/g, '').replaceAll('\u00a0', ' ')

describe('money', () => {
  it('stands as papers in Germany show it, with both places and the euro behind', () => {
    assert.equal(bare(money(4600)), '46,00 €')
    assert.equal(bare(money(3350)), '33,50 €')
    assert.equal(bare(money(5)), '0,05 €')
    assert.equal(bare(money(160300)), '1.603,00 €')
  })

  it('is one piece that runs from left to right, also inside Arabic and Farsi', () =>
    assert.match(money(4600), /^\u2066\d+,\d\d\u00a0€\u2069$/))

  it('never loses or gains a cent', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (cents) => {
        assert.equal(bare(money(cents)).replace(/\D/g, ''), String(cents).padStart(3, '0'))
      }),
    )
  })
})
