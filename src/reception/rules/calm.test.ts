import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { instant, SECOND } from '../../kernel/index.ts'
import { CALM_SECONDS, calmTurn } from './calm.ts'

const BEGIN = Date.parse('2026-11-23T09:00:00Z')
const at = (seconds: number) => instant(BEGIN + seconds * SECOND)

describe('what a screen says while few are called', () => {
  it('says every thing in every language before it begins again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 0, max: 14 }), (items, languages) => {
        const said = new Set<string>()
        const turns = items * Math.max(1, Math.ceil(languages / 2))
        for (let turn = 0; turn < turns; turn++) {
          const { item, languages: others } = calmTurn(at(turn * CALM_SECONDS), { items, languages }) ?? {}
          for (const language of others?.length ? others : [-1]) said.add(`${item} ${language}`)
        }
        assert.equal(said.size, items * Math.max(1, languages))
      }),
    )
  })

  it('lets every text stand for at least twenty seconds', () => {
    const rule = { items: 5, languages: 11 }
    let since = 0
    for (let second = 1; second < 900; second++) {
      const before = calmTurn(at(second - 1), rule)
      const now = calmTurn(at(second), rule)
      if (before?.item === now?.item && String(before?.languages) === String(now?.languages)) continue
      assert.ok(second - since >= 20 || since === 0, `changed after ${second - since} s`)
      since = second
    }
  })

  it('keeps one thing on the screen until it was said in all languages', () => {
    const rule = { items: 3, languages: 12 }
    const items = Array.from({ length: 6 }, (_, turn) => calmTurn(at(turn * CALM_SECONDS), rule)?.item)
    assert.ok(new Set(items).size <= 2)
    assert.equal(calmTurn(at(0), rule)?.item, calmTurn(at(19), rule)?.item)
  })

  it('knows when the next turn begins', () => {
    const { until } = calmTurn(at(7), { items: 2, languages: 4 }) ?? { until: 0 }
    assert.ok(until > at(7) && until <= at(27))
    assert.equal(until % (20 * SECOND), 0)
  })

  it('says nothing where the pack says nothing', () => {
    assert.equal(calmTurn(at(0), { items: 0, languages: 12 }), null)
  })
})
