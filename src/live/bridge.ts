import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Hub } from './hub.ts'

const CHANNEL = 'foyer_live'
const BUNDLE_MILLISECONDS = 50
const MOST_BYTES = 7_000

/**
 * Carries topics between the processes of one house: bundled, at most twenty notices a second, after the commits they
 * speak of. What gets lost is made up for by `lastLine`, read each second. Returns how to stop.
 */
export async function bridge(
  hub: Hub,
  house: { readonly url: string; readonly lastLine: () => Promise<number>; readonly every: number },
): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: house.url })
  const own = randomUUID()
  let foreign = false
  let pending = new Set<string>()
  client.on('error', () => {})
  client.on('notification', ({ payload }) => {
    const [from, ...topics] = (payload ?? '').split(' ')
    if (from === own) return
    foreign = true
    hub.publish(topics)
    foreign = false
  })
  await client.connect()
  await client.query(`listen ${CHANNEL}`)
  const untap = hub.tap((topics) => {
    if (!foreign) for (const topic of topics) pending.add(topic)
  })
  const send = setInterval(() => {
    if (pending.size === 0) return
    // Too much for one notice: the hall as a whole changed.
    const text = [...pending].join(' ')
    pending = new Set()
    const payload = `${own} ${text.length > MOST_BYTES ? 'hall board' : text}`
    client.query('select pg_notify($1, $2)', [CHANNEL, payload]).catch(() => {})
  }, BUNDLE_MILLISECONDS)
  const stopNet = net(hub, house)
  return async () => {
    clearInterval(send)
    stopNet()
    untap()
    await client.end()
  }
}

/** Tells the hall to look again when the journal grew without a notice. */
function net(
  hub: Hub,
  house: { readonly lastLine: () => Promise<number>; readonly every: number },
): () => void {
  let known = -1
  const timer = setInterval(async () => {
    const last = await house.lastLine().catch(() => known)
    if (known >= 0 && last > known) hub.publish(['hall', 'board'])
    known = Math.max(known, last)
  }, house.every)
  return () => clearInterval(timer)
}
