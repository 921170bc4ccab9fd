import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ageOf } from './age.ts'

describe('the age of what a screen shows', () => {
  it('needs no word up to fifteen seconds, a mark up to a minute, a sentence after that', () => {
    const seconds = [0, 6, 15, 16, 60, 61, 3600]
    assert.deepEqual(
      seconds.map((second) => ageOf(second * 1000)),
      ['fresh', 'fresh', 'fresh', 'old', 'old', 'away', 'away'],
    )
  })
})
