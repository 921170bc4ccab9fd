import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Hub, Topic } from './hub.ts'

const CHANNEL = 'foyer_live'
const BUNDLE_MILLISECONDS = 50
const MOST_BYTES = 7_000
/** Where nobody can tell what changed, everything is looked at again. */
const EVERYTHING: readonly Topic[] = ['hall', 'board', 'alarm']

export type BridgeHouse = {
  readonly url: string
  readonly lastLine: () => Promise<number>
  /** Milliseconds between two looks at the journal, and between two tries to connect. */
  readonly every: number
}

/**
 * Carries topics between the processes of one house: bundled, at most twenty notices a second, after the commits they
 * speak of. What gets lost is made up for by `lastLine`, read each second; a connection that breaks is made anew.
 * Returns how to stop.
 */
export async function bridge(hub: Hub, house: BridgeHouse): Promise<() => Promise<void>> {
  const own = randomUUID()
  // What this bridge tells its own hub does not go out again.
  let relaying = false
  const relay = (topics: readonly Topic[]) => {
    relaying = true
    hub.publish(topics)
    relaying = false
  }
  let pending = new Set<Topic>()
  const untap = hub.tap((topics) => {
    if (!relaying) for (const topic of topics) pending.add(topic)
  })
  const line = await keepLine(house, {
    heard: (payload) => {
      const [from, ...topics] = payload.split(' ')
      if (from !== own) relay(topics)
    },
    // Notices may have been lost both ways: here and with the others everything is looked at again.
    again: () => hub.publish(EVERYTHING),
  })
  const send = setInterval(() => {
    if (pending.size === 0) return
    const text = [...pending].join(' ')
    pending = new Set()
    line.send(`${own} ${text.length > MOST_BYTES ? EVERYTHING.join(' ') : text}`)
  }, BUNDLE_MILLISECONDS)
  const stopNet = net(house, () => relay(EVERYTHING))
  return async () => {
    clearInterval(send)
    stopNet()
    untap()
    await line.close()
  }
}

type Line = { readonly send: (payload: string) => void; readonly close: () => Promise<void> }
type Ears = { readonly heard: (payload: string) => void; readonly again: () => void }

/** A connection that listens; when it breaks a new one is tried until one stands. */
async function keepLine(house: BridgeHouse, ears: Ears): Promise<Line> {
  let closed = false
  let retry: NodeJS.Timeout | undefined
  let current = await listen(house.url, ears.heard)
  const watch = () => current.once('end', () => later(0))
  const renew = async () => {
    try {
      current = await listen(house.url, ears.heard)
    } catch {
      return later(house.every)
    }
    if (closed) return current.end()
    watch()
    ears.again()
  }
  const later = (milliseconds: number) => {
    if (!closed) retry = setTimeout(renew, milliseconds)
  }
  watch()
  return {
    send: (payload) => {
      current.query('select pg_notify($1, $2)', [CHANNEL, payload]).catch(() => {})
    },
    close: async () => {
      closed = true
      clearTimeout(retry)
      await current.end().catch(() => {})
    },
  }
}

async function listen(url: string, heard: (payload: string) => void): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  client.on('notification', ({ payload }) => heard(payload ?? ''))
  await client.connect()
  await client.query(`listen ${CHANNEL}`)
  return client
}

/** Looks again when the journal grew without a notice. */
function net(house: BridgeHouse, grown: () => void): () => void {
  let known = -1
  const timer = setInterval(async () => {
    const last = await house.lastLine().catch(() => known)
    if (known >= 0 && last > known) grown()
    known = Math.max(known, last)
  }, house.every)
  return () => clearInterval(timer)
}
