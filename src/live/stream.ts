import type { Hub, Topic } from './hub.ts'

const BEAT_MILLISECONDS = 20_000
/** What everybody hears: in a busy hall it changes several times a second, and hundreds of phones listen. */
const WHOLE_HALL = 'hall'
const BUNDLE_MILLISECONDS = 1_000
const encoder = new TextEncoder()

/** The address of a page's stream, with what the page has seen: taken before the page reads what it shows. */
export const streamAddress = (hub: Hub, path: string): string => `${path}?seen=${hub.number()}`

/** Until when somebody reads, and the number the page has seen, as its address says it. */
export type Reader = {
  readonly signal: AbortSignal
  readonly seen?: string | null
}

/**
 * An event stream (WHATWG HTML, server-sent events) that carries topic and number only. A reader who does not keep up
 * is cut off: it comes back by itself and fetches the page, which is all it missed. Where something was told since the
 * page was made, the stream begins with that.
 */
export function eventStream(hub: Hub, topics: readonly Topic[], { signal, seen }: Reader): Response {
  let close = () => {}
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const send = (text: string) => {
          if ((controller.desiredSize ?? 0) <= 0) return close()
          controller.enqueue(encoder.encode(text))
        }
        const tell = (topic: Topic, number: number) =>
          send(`event: changed\nid: ${number}\ndata: ${topic.split(':')[0]}\n\n`)
        const bundled = bundle(tell)
        const stop = hub.listen(topics, (topic, number) =>
          topic === WHOLE_HALL ? bundled.tell(number) : tell(topic, number),
        )
        const beat = setInterval(() => send('event: beat\ndata: still here\n\n'), BEAT_MILLISECONDS)
        close = () => {
          close = () => {}
          clearInterval(beat)
          bundled.end()
          stop()
          try {
            controller.close()
          } catch {}
        }
        send('retry: 2000\n\n')
        const own = topics.at(-1)
        if (own && seen && Number(seen) !== hub.number()) tell(own, hub.number())
        if (signal.aborted) close()
        else signal.addEventListener('abort', () => close(), { once: true })
      },
      cancel: () => close(),
    },
    new CountQueuingStrategy({ highWaterMark: 16 }),
  )
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
  })
}

/** Tells of the hall at once, then at most once a second, and at last what it was then. */
function bundle(tell: (topic: Topic, number: number) => void): { tell(number: number): void; end(): void } {
  let quiet: ReturnType<typeof setTimeout> | null = null
  let latest: number | null = null
  const rest = () => {
    quiet = null
    if (latest === null) return
    say(latest)
    latest = null
  }
  const say = (number: number) => {
    quiet = setTimeout(rest, BUNDLE_MILLISECONDS)
    tell(WHOLE_HALL, number)
  }
  return {
    tell: (number) => {
      if (quiet === null) say(number)
      else latest = number
    },
    end: () => clearTimeout(quiet ?? undefined),
  }
}
