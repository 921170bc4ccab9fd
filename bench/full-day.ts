import { randomUUID } from 'node:crypto'
import { type Measured, makeClient, measure, type Send, startServer } from './support/load.ts'

// Whether the house stays as quick as the day fills: the same requests in a fresh hall, and after 20,000 numbers of which
// all but a few hundred are over.
// Usage: node --import tsx bench/full-day.ts [tickets] [PostgreSQL address]
const CLIENTS = 64
const EACH = 600
const full = Number(process.argv[2] ?? 20_000)
const server = await startServer('foyer', CLIENTS, process.argv[3])
const send = makeClient(server.port, CLIENTS)

const expect = (answer: Awaited<ReturnType<Send>>, status: number) => {
  if (answer.status !== status) throw new Error(`${answer.status} ${answer.body.slice(0, 200)}`)
  return answer
}
const issue = async () =>
  expect(
    await send('/api/v1/tickets', {
      body: { concern: 'isc-eat-pickup', language: 'ar' },
      token: server.kiosk,
      key: randomUUID(),
    }),
    201,
  )
const page = async (path: string) => expect(await send(path, { get: true, cookie: 'clerk' }), 200)

async function callAndFinish(client: number) {
  const { desk: token } = server
  const call = expect(await send(`/api/v1/desks/desk-${client}/calls`, { token }), 201)
  const { visitId } = JSON.parse(call.body) as { visitId: string }
  expect(await send(`/api/v1/visits/${visitId}/start`, { token }), 200)
  expect(await send(`/api/v1/visits/${visitId}/finish`, { token, body: { outcome: 'done' } }), 200)
  return call
}

async function round(): Promise<Record<string, Measured>> {
  const { link } = JSON.parse((await issue()).body) as { link: string }
  const ticket = new URL(link).pathname
  return {
    issue: await measure(CLIENTS, EACH * 3, issue),
    call: await measure(CLIENTS, EACH, callAndFinish),
    ticket: await measure(CLIENTS, EACH, () => page(ticket)),
    display: await measure(CLIENTS, EACH, () => page('/de/display/halle')),
    desk: await measure(CLIENTS, EACH, () => page('/de/staff/desk/desk-1')),
    hall: await measure(CLIENTS, EACH, () => page('/de/staff/reception')),
  }
}

await measure(CLIENTS, EACH, issue)
const empty = await round()
await measure(CLIENTS, Math.max(0, full - EACH * 4), async () => {
  const answer = await issue()
  const { visitId } = JSON.parse(answer.body) as { visitId: string }
  expect(await send(`/api/v1/visits/${visitId}/leave`, { token: server.desk }), 200)
  return answer
})
const filled = await round()
const ratio = Object.fromEntries(
  Object.keys(empty).map((name) => [
    name,
    Number(((filled[name]?.rate ?? 0) / (empty[name]?.rate ?? 1)).toFixed(2)),
  ]),
)
process.stdout.write(`${JSON.stringify({ empty, filled, ratio }, null, 1)}\n`)
server.stop()
process.exit(0)
