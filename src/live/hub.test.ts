import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { makeHub, type Topic } from './index.ts'

describe('whoever listens to the hall', () => {
  it('hears of the topics asked for and of no others', () => {
    const hub = makeHub()
    const heard: Topic[] = []
    hub.listen(['hall', 'desk:platz-1'], (topic) => heard.push(topic))
    hub.publish(['hall'])
    hub.publish(['board', 'desk:platz-2', 'desk:platz-1'])
    assert.deepEqual(heard, ['hall', 'desk:platz-1'])
  })

  it('hears once of what is said twice in one breath', () => {
    const hub = makeHub()
    const heard: Topic[] = []
    hub.listen(['hall'], (topic) => heard.push(topic))
    hub.publish(['hall', 'hall'])
    assert.deepEqual(heard, ['hall'])
  })

  it('gets numbers that rise, so that a page knows what it has seen', () => {
    const hub = makeHub()
    const numbers: number[] = []
    hub.listen(['hall', 'board'], (_, number) => numbers.push(number))
    const seen = hub.number()
    hub.publish(['nobody listens'])
    hub.publish(['hall', 'board'])
    hub.publish(['hall'])
    assert.deepEqual(numbers, [seen + 2, seen + 3, seen + 4])
    assert.equal(hub.number(), seen + 4)
  })

  it('hears no more after saying so, however often', () => {
    const hub = makeHub()
    const heard: Topic[] = []
    const other: Topic[] = []
    const stop = hub.listen(['hall'], (topic) => heard.push(topic))
    hub.listen(['hall'], (topic) => other.push(topic))
    stop()
    stop()
    hub.publish(['hall'])
    assert.deepEqual(heard, [])
    assert.deepEqual(other, ['hall'])
    assert.equal(hub.size(), 1)
  })

  it('is dropped from everything when it throws, and nobody else notices', () => {
    const hub = makeHub()
    const heard: Topic[] = []
    let thrown = 0
    hub.listen(['hall', 'board'], () => {
      thrown += 1
      throw new Error('the pipe is closed')
    })
    hub.listen(['hall'], (topic) => heard.push(topic))
    hub.publish(['hall', 'board'])
    hub.publish(['hall', 'board'])
    assert.equal(thrown, 1)
    assert.deepEqual(heard, ['hall', 'hall'])
    assert.equal(hub.size(), 1)
  })

  it('may leave or bring others while it hears', () => {
    const hub = makeHub()
    const heard: string[] = []
    const stop = hub.listen(['hall'], () => {
      stop()
      hub.listen(['hall'], () => heard.push('new'))
      heard.push('old')
    })
    hub.publish(['hall'])
    hub.publish(['hall'])
    assert.deepEqual(heard, ['old', 'new'])
  })

  it('is counted as long as it listens', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 50 }), (steps) => {
        const hub = makeHub()
        const stops: (() => void)[] = []
        let here = 0
        for (const comes of steps) {
          if (comes) stops.push(hub.listen(['hall', `visit:${here}`], () => {}))
          else stops.shift()?.()
          here = stops.length
          assert.equal(hub.size(), here)
        }
      }),
    )
  })
})

describe('who carries topics to other processes', () => {
  it('hears all of them, each breath at once, until it stops', () => {
    const hub = makeHub()
    const carried: (readonly Topic[])[] = []
    const stop = hub.tap((topics) => carried.push(topics))
    hub.publish(['hall', 'board', 'hall'])
    stop()
    hub.publish(['hall'])
    assert.deepEqual(carried, [['hall', 'board']])
  })
})
