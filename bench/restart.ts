import { randomUUID } from 'node:crypto'
import { startServer } from '../test/support/server.ts'

// How long a house that was killed under load is away: from its start until it answers. Usage: node --import tsx bench/restart.ts
const ROUNDS = 5
const TICKETS = 400

let server = await startServer()
const kiosk = await server.foyer('token', 'create', '--role', 'kiosk')
const seconds: number[] = []
for (let round = 0; round < ROUNDS; round++) {
  let given = 0
  const { origin } = server
  const load = Array.from({ length: 16 }, async () => {
    for (;;) {
      const headers = { authorization: `Bearer ${kiosk}`, 'idempotency-key': randomUUID() }
      const body = JSON.stringify({ concern: 'isc-cert' })
      const answer = await fetch(`${origin}/api/v1/tickets`, { method: 'POST', headers, body }).catch(
        () => null,
      )
      if (!answer) return
      given += 1
      if (given === TICKETS) void server.kill()
    }
  })
  await Promise.all(load)
  await server.kill()
  const began = performance.now()
  server = await startServer({ data: server.data })
  seconds.push(Number(((performance.now() - began) / 1000).toFixed(2)))
}
await server.stop()
process.stdout.write(`${JSON.stringify({ seconds, worst: Math.max(...seconds), promised: 5 })}\n`)
