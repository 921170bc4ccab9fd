import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { describe, it } from 'node:test'
import { makeIds } from './index.ts'

describe('the id of a visit', () => {
  it('has 22 letters and digits that stand in an address as they are', () => {
    const ids = makeIds(randomBytes)
    for (let i = 0; i < 1000; i++) assert.match(ids.next(), /^[\w-]{22}$/)
  })

  it('holds all of 128 random bits, so that nobody guesses or counts them', () => {
    const asked: number[] = []
    const ids = makeIds((bytes) => {
      asked.push(bytes)
      return Uint8Array.from({ length: bytes }, (_, i) => i * 16 + 15)
    })
    const name = ids.next()
    assert.deepEqual(asked, [16])
    assert.deepEqual(
      [...Buffer.from(name, 'base64url')],
      Array.from({ length: 16 }, (_, i) => i * 16 + 15),
    )
  })

  it('comes only once', () => {
    const ids = makeIds(randomBytes)
    const names = new Set(Array.from({ length: 50_000 }, () => ids.next()))
    assert.equal(names.size, 50_000)
  })
})
