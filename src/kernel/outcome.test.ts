import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isRefusal, refuse } from './index.ts'

describe('a refusal', () => {
  it('says by code and key why, and by which numbers where there are some', () => {
    assert.deepEqual(refuse('wrong_state', 'desk.refused.busy'), {
      refused: true,
      code: 'wrong_state',
      key: 'desk.refused.busy',
    })
    assert.deepEqual(refuse('invalid', 'error.many', { most: 5 }).args, { most: 5 })
  })

  it('is told from every result, also from none', () => {
    assert.ok(isRefusal(refuse('not_found', 'visit.refused.unknown')))
    for (const result of [null, undefined, 0, '', 'refused', {}, { refused: false }, []])
      assert.equal(isRefusal(result), false)
  })
})
