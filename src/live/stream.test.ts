import assert from 'node:assert/strict'
import { afterEach, describe, it, mock } from 'node:test'
import { eventStream, type Hub, makeHub, streamAddress, type Topic } from './index.ts'

const TOPICS: readonly Topic[] = ['hall', 'visit:kXw0']

type Reading = {
  readonly hub: Hub
  readonly response: Response
  /** The next piece of the stream; null at its end. */
  next(): Promise<string | null>
  leave(): void
}

/** Readers who are still there when a test is over. */
const readers: AbortController[] = []

function open(hub = makeHub(), seen: string | null = null): Reading {
  const leaving = new AbortController()
  readers.push(leaving)
  const response = eventStream(hub, TOPICS, { signal: leaving.signal, seen })
  const reader = response.body?.getReader()
  const next = async () => {
    const piece = await reader?.read()
    return piece?.value ? new TextDecoder().decode(piece.value) : null
  }
  return { hub, response, next, leave: () => leaving.abort() }
}

afterEach(() => {
  for (const reader of readers.splice(0)) reader.abort()
  mock.timers.reset()
})

describe('the stream of a page', () => {
  it('is one of events that nobody keeps', async () => {
    const { response, next, leave } = open()
    assert.equal(response.headers.get('content-type'), 'text/event-stream')
    assert.equal(response.headers.get('cache-control'), 'no-store')
    assert.equal(await next(), 'retry: 2000\n\n')
    leave()
  })

  it('carries the kind of topic and a number, and nothing that tells whose it is', async () => {
    const { hub, next, leave } = open()
    await next()
    hub.publish(['visit:kXw0', 'visit:other', 'board'])
    hub.publish(['hall'])
    const pieces = [await next(), await next()]
    assert.deepEqual(pieces, [
      'event: changed\nid: 1\ndata: visit\n\n',
      'event: changed\nid: 4\ndata: hall\n\n',
    ])
    leave()
  })

  it('tells of a busy hall at once and then at most once a second, but of her own visit each time', async () => {
    mock.timers.enable({ apis: ['setTimeout', 'setInterval'] })
    const { hub, next, leave } = open()
    await next()
    for (let i = 0; i < 5; i++) hub.publish(['visit:kXw0', 'hall'])
    mock.timers.tick(999)
    hub.publish(['visit:kXw0'])
    mock.timers.tick(1)
    const pieces: (string | undefined)[] = []
    for (let i = 0; i < 8; i++) pieces.push((await next())?.split('data: ')[1]?.trim())
    assert.deepEqual(pieces, ['visit', 'hall', 'visit', 'visit', 'visit', 'visit', 'visit', 'hall'])
    leave()
  })

  it('ends, and is forgotten, when the reader leaves', async () => {
    const { hub, next, leave } = open()
    await next()
    assert.equal(hub.size(), 1)
    leave()
    assert.equal(await next(), null)
    assert.equal(hub.size(), 0)
    hub.publish(['hall'])
  })

  it('is forgotten when the reader lets go of it, or had gone before it began', async () => {
    const hub = makeHub()
    const dropped = eventStream(hub, TOPICS, { signal: new AbortController().signal })
    assert.equal(hub.size(), 1)
    await dropped.body?.cancel()
    assert.equal(hub.size(), 0)
    const gone = eventStream(hub, TOPICS, { signal: AbortSignal.abort() })
    assert.match(await gone.text(), /^retry/)
    assert.equal(hub.size(), 0)
  })

  it('cuts off a reader who does not keep up; the others go on', async () => {
    const hub = makeHub()
    const slow = open(hub)
    const quick = open(hub)
    await quick.next()
    for (let i = 0; i < 100; i++) {
      hub.publish(['visit:kXw0'])
      assert.match((await quick.next()) ?? '', /data: visit/)
    }
    assert.equal(hub.size(), 1)
    let pieces = 0
    while ((await slow.next()) !== null) pieces += 1
    assert.ok(pieces > 0 && pieces <= 16, `${pieces} pieces were kept for it`)
    quick.leave()
  })

  it('says now and then that it is still there, so that nothing in between closes it', async () => {
    mock.timers.enable({ apis: ['setInterval'] })
    const { next, leave } = open()
    await next()
    mock.timers.tick(20_000)
    assert.match((await next()) ?? '', /^event: beat\n/)
    leave()
  })
})

describe('a page that was made before something happened', () => {
  it('hears of it as soon as its stream opens', async () => {
    const hub = makeHub()
    const address = new URL(streamAddress(hub, 'http://hall.test/de/ticket/x/live'))
    hub.publish(['hall'])
    const { next, leave } = open(hub, address.searchParams.get('seen'))
    await next()
    assert.equal(await next(), 'event: changed\nid: 1\ndata: visit\n\n')
    leave()
  })

  it('hears nothing when nothing happened', async () => {
    const hub = makeHub()
    hub.publish(['hall'])
    const address = new URL(streamAddress(hub, 'http://hall.test/de/ticket/x/live'))
    const { next, leave } = open(hub, address.searchParams.get('seen'))
    await next()
    leave()
    assert.equal(await next(), null)
  })
})
