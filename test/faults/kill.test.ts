import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import { startServer } from '../support/server.ts'

type Ticket = { visitId: string; number: number; link: string }

const ROUNDS = 3
const CLIENTS = 16
const AT_LEAST = 150

describe('a server that is killed under load', () => {
  it('loses nothing it confirmed, and gives no number twice', async () => {
    let server = await startServer()
    const kiosk = await server.foyer('token', 'create', '--role', 'kiosk')
    const desk = await server.foyer('token', 'create', '--role', 'desk')
    const confirmed: Ticket[] = []
    const called = new Set<string>()
    for (let round = 0; round < ROUNDS; round++) {
      const goal = confirmed.length + AT_LEAST
      const load = Array.from({ length: CLIENTS }, (_, client) =>
        keepAsking(server.origin, { kiosk, desk, client }),
      )
      for (const client of load) {
        client.onTicket = (ticket) => {
          confirmed.push(ticket)
          if (confirmed.length >= goal) void server.kill()
        }
        client.onCall = (visit) => called.add(visit)
      }
      await Promise.all(load.map((client) => client.done))
      await server.kill()
      server = await startServer({ data: server.data })
    }
    for (const ticket of confirmed) {
      const page = await fetch(server.origin + new URL(ticket.link).pathname)
      assert.equal(page.status, 200, `number ${ticket.number} is still there`)
    }
    assert.equal(new Set(confirmed.map((ticket) => ticket.number)).size, confirmed.length)
    const figures = JSON.parse(await server.foyer('figures')) as { arrived: number }
    assert.ok(figures.arrived >= confirmed.length)
    assert.ok(called.size > 0, 'desks called too')
    await server.stop()
  })
})

type Client = { onTicket: (ticket: Ticket) => void; onCall: (visit: string) => void; done: Promise<void> }

/** Takes numbers and calls, until the server is gone. */
function keepAsking(
  origin: string,
  { kiosk, desk, client }: { kiosk: string; desk: string; client: number },
): Client {
  const asking: Client = { onTicket: () => {}, onCall: () => {}, done: Promise.resolve() }
  const post = (path: string, token: string, body?: unknown) =>
    fetch(`${origin}/api/v1${path}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'idempotency-key': randomUUID(),
        'content-type': 'application/json',
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
  const ask = async () => {
    for (;;) {
      const answer = await post('/tickets', kiosk, { concern: 'isc-cert' })
      if (answer.status === 201) asking.onTicket((await answer.json()) as Ticket)
      if (client > 5) continue
      const call = await post(`/desks/platz-${client + 1}/calls`, desk)
      if (call.status !== 201) continue
      const { visitId } = (await call.json()) as Ticket
      asking.onCall(visitId)
      await post(`/visits/${visitId}/leave`, desk)
    }
  }
  asking.done = ask().catch(() => {})
  return asking
}
