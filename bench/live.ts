import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { type Answer, makeClient, type Send, startServer } from './support/load.ts'

// How long from a call at a desk until a display shows it, while the whole hall listens: 8 desks, 2 kiosks, 6 displays
// and 300 phones on one server with the embedded database. Every page does what the islands do (islands/live.ts).
// Usage: node --import tsx bench/live.ts [seconds] [PostgreSQL address]
const DESKS = 8
const KIOSKS = 2
const DISPLAYS = 6
const PHONES = 300
/** Of the phones so many lie in a pocket: a hidden tab closes its stream. */
const HIDDEN = 0.3
const PHONE_SPREAD = 6_000
const DISPLAY_ASKS = 5_000
/** 300 people do not come in the same second: calls begin when all phones have their page. */
const WARM_UP = 15_000
const seconds = Number(process.argv[2] ?? 120)

const server = await startServer('foyer', DESKS, process.argv[3])
const once = makeClient(server.port, 200)
/** A connection that lay idle may be closed just then: browsers ask again, and every post carries its key. */
const send: Send = (path, sent = {}) => {
  const keyed = sent.get ? sent : { ...sent, key: sent.key ?? randomUUID() }
  return once(path, keyed).catch(() => once(path, keyed))
}
const streams = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY })
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const until = performance.now() + seconds * 1_000
const counts = { calls: 0, tickets: 0, events: 0, phonePages: 0, displayPages: 0 }

const expect = (answer: Answer, status: number): Answer => {
  if (answer.status !== status) throw new Error(`${answer.status} ${answer.body.slice(0, 200)}`)
  return answer
}

/** When each number was called, and how long each display and her own phone took to show it. */
const calledAt = new Map<number, number>()
const onDisplay: { number: number; at: number }[] = []
const onPhone: { number: number; at: number }[] = []

/** An open page: fetches itself again as `islands/live.ts` does, one fetch at a time. */
class Page {
  readonly path: string
  readonly #spread: number
  readonly #look: (html: string) => void
  #stream = ''
  #busy = false
  #again = false
  #soon: NodeJS.Timeout | undefined
  #close = () => {}

  constructor(path: string, { spread, look }: { spread: number; look: (html: string) => void }) {
    this.path = path
    this.#spread = spread
    this.#look = look
  }

  async fetch(): Promise<void> {
    if (this.#busy) {
      this.#again = true
      return
    }
    clearTimeout(this.#soon)
    this.#soon = undefined
    this.#busy = true
    const { body } = expect(await send(this.path, { get: true }), 200)
    this.#stream ||= /data-live="([^"]+)"/.exec(body)?.[1] ?? ''
    this.#look(body)
    this.#busy = false
    if (!this.#again) return
    this.#again = false
    await this.fetch()
  }

  /** The stream of the page, as its first state named it. */
  open(): void {
    const ask = request({ port: server.port, path: this.#stream, agent: streams }, (response) => {
      response.setEncoding('utf8')
      // A tab that is hidden ends its stream in the middle.
      response.on('error', () => {})
      response.on('data', (chunk: string) => {
        for (const [, topic] of chunk.matchAll(/data: (\w+)/g)) this.#heard(topic ?? '')
      })
    })
    ask.on('error', () => {})
    ask.end()
    this.#close = () => ask.destroy()
  }

  close(): void {
    this.#close()
    clearTimeout(this.#soon)
    this.#soon = undefined
  }

  #heard(topic: string): void {
    counts.events += 1
    if (topic !== 'hall') void this.fetch()
    else this.#soon ??= setTimeout(() => void this.fetch(), Math.random() * this.#spread)
  }
}

function openDisplay(language: string): Page {
  const seen = new Set<string>()
  const look = (html: string) => {
    counts.displayPages += 1
    const now = performance.now()
    for (const [, name = '', number = ''] of html.matchAll(/data-call="((\d+)-\d+)"/g)) {
      if (seen.has(name)) continue
      seen.add(name)
      onDisplay.push({ number: Number(number), at: now })
    }
  }
  const page = new Page(`/${language}/display/halle`, { spread: 1_500, look })
  setInterval(() => void page.fetch(), DISPLAY_ASKS)
  return page
}

async function takeNumber(): Promise<{ path: string; number: number }> {
  const body = { concern: 'isc-eat-pickup', language: ['de', 'ar', 'uk', 'tr'][counts.tickets % 4] }
  const sent = { body, token: server.kiosk, key: randomUUID() }
  const answer = expect(await send('/api/v1/tickets', sent), 201)
  counts.tickets += 1
  const { link, number } = JSON.parse(answer.body) as { link: string; number: number }
  return { path: new URL(link).pathname, number }
}

/** A visitor's phone: a part of the time it is in her pocket. */
async function openPhone(): Promise<void> {
  const { path, number } = await takeNumber()
  let called = false
  const look = (html: string) => {
    counts.phonePages += 1
    if (called || !html.includes('class="come')) return
    called = true
    onPhone.push({ number, at: performance.now() })
  }
  const page = new Page(path, { spread: PHONE_SPREAD, look })
  await page.fetch()
  while (performance.now() < until) {
    page.open()
    await wait(10_000 + Math.random() * 20_000)
    page.close()
    await wait((10_000 + Math.random() * 20_000) * (HIDDEN / (1 - HIDDEN)))
    await page.fetch()
  }
}

/**
 * One desk, far busier than a real one: a case every half minute. Eight desks that call more often than the eight places of
 * a display can show for 20 seconds each would measure that rule instead.
 */
async function work(desk: number): Promise<void> {
  const token = server.desk
  await wait(WARM_UP + Math.random() * 20_000)
  while (performance.now() < until) {
    const began = performance.now()
    const answer = await send(`/api/v1/desks/desk-${desk}/calls`, { token })
    if (answer.status === 201) {
      const { visitId, number } = JSON.parse(answer.body) as { visitId: string; number: number }
      calledAt.set(number, began)
      counts.calls += 1
      await wait(2_000 + Math.random() * 2_000)
      expect(await send(`/api/v1/visits/${visitId}/start`, { token }), 200)
      await wait(20_000 + Math.random() * 6_000)
      expect(await send(`/api/v1/visits/${visitId}/finish`, { token, body: { outcome: 'done' } }), 200)
    }
    await wait(500)
  }
}

/** A kiosk gives a number every few seconds and leads through its pages before. */
async function stand(kiosk: number): Promise<void> {
  while (performance.now() < until) {
    for (const path of ['', 'topic/card', 'concern/isc-eat-pickup'])
      expect(await send(`/de/kiosk/kiosk-${kiosk}/${path}`, { get: true }), 200)
    await takeNumber()
    await wait(4_000 + Math.random() * 4_000)
  }
}

/** Milliseconds from the press at the desk until it was shown. */
function measured(shown: readonly { number: number; at: number }[]) {
  const times = shown
    .map(({ number, at }) => Math.round(at - (calledAt.get(number) ?? Number.NaN)))
    .filter((time) => !Number.isNaN(time))
    .sort((a, b) => a - b)
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN
  return { p50: at(0.5), p99: at(0.99), most: at(1), count: times.length }
}

const displays = Array.from({ length: DISPLAYS }, (_, i) =>
  openDisplay(['de', 'de', 'de', 'ar', 'uk', 'tr'][i] ?? 'de'),
)
const everybody = [
  ...Array.from({ length: PHONES }, openPhone),
  ...Array.from({ length: DESKS }, (_, desk) => work(desk)),
  ...Array.from({ length: KIOSKS }, (_, kiosk) => stand(kiosk + 1)),
]
await Promise.all(displays.map((display) => display.fetch().then(() => display.open())))
await Promise.all(everybody)
const display = measured(onDisplay)
const phone = measured(onPhone)
const perSecond = Math.round((counts.phonePages + counts.displayPages) / seconds)
const result = { seconds, display, phone, promised: { displayP99: 500 }, counts, pagesPerSecond: perSecond }
process.stdout.write(`${JSON.stringify(result, null, 1)}\n`)
server.stop()
process.exit(display.p99 < 500 ? 0 : 1)
