import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { makeTurns } from './turns.ts'

describe('two calls at once', () => {
  it('are heard one after the other, never over one another', async () => {
    const { take } = makeTurns()
    const heard: string[] = []
    const say = (number: string) => async () => {
      heard.push(`${number} begins`)
      await new Promise((resolve) => setImmediate(resolve))
      heard.push(`${number} ends`)
    }
    await Promise.all([take(say('41')), take(say('42'))])
    assert.deepEqual(heard, ['41 begins', '41 ends', '42 begins', '42 ends'])
  })

  it('do not keep each other silent when one fails', async () => {
    const { take } = makeTurns()
    const heard: string[] = []
    await take(() => Promise.reject(new Error('no such recording')))
    await take(async () => void heard.push('42'))
    assert.deepEqual(heard, ['42'])
  })
})
