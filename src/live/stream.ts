import type { Hub, Topic } from './hub.ts'

const BEAT_MILLISECONDS = 20_000
const encoder = new TextEncoder()

/**
 * An event stream (WHATWG HTML, server-sent events) that carries topic and number only. A reader who does not keep up
 * is cut off: it comes back by itself and fetches the page, which is all it missed.
 */
export function eventStream(hub: Hub, topics: readonly Topic[], signal: AbortSignal): Response {
  let close = () => {}
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const send = (text: string) => {
          if ((controller.desiredSize ?? 0) <= 0) return close()
          controller.enqueue(encoder.encode(text))
        }
        const stop = hub.listen(topics, (topic, number) =>
          send(`event: changed\nid: ${number}\ndata: ${topic.split(':')[0]}\n\n`),
        )
        const beat = setInterval(() => send(': still here\n\n'), BEAT_MILLISECONDS)
        close = () => {
          close = () => {}
          clearInterval(beat)
          stop()
          try {
            controller.close()
          } catch {}
        }
        send('retry: 2000\n\n')
        signal.addEventListener('abort', () => close(), { once: true })
      },
      cancel: () => close(),
    },
    new CountQueuingStrategy({ highWaterMark: 16 }),
  )
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
  })
}
