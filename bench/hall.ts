import { randomUUID } from 'node:crypto'
import { type Measured, makeClient, measure, type Server, startServer } from './support/load.ts'

// Issuing tickets and calling the next through HTTP, against a bare loop that runs the same SQL transactions behind the
// same server library. Usage: node --import tsx bench/hall.ts [tickets a phase] [PostgreSQL address]
const CLIENTS = 64
const total = Number(process.argv[2] ?? 4000)
const databaseUrl = process.argv[3]

type Figures = { issue: Measured; cycle: Measured }

async function run(server: Server, kind: 'foyer' | 'bare'): Promise<Figures> {
  const base = kind === 'foyer' ? '/api/v1' : ''
  const send = makeClient(server.port, CLIENTS)
  const expect = (answer: Awaited<ReturnType<typeof send>>, status: number) => {
    if (answer.status !== status) throw new Error(`${kind}: ${answer.status} ${answer.body}`)
    return answer
  }
  const ticket = () =>
    send(`${base}/tickets`, {
      body: { concern: 'isc-eat-pickup', language: 'ar' },
      token: server.kiosk,
      key: randomUUID(),
    })
  await measure(CLIENTS, 300, async () => expect(await ticket(), 201))
  const issue = await measure(CLIENTS, total, async () => expect(await ticket(), 201))
  const { desk: token } = server
  const cycle = await measure(CLIENTS, Math.floor(total / 3), async (client) => {
    const call = expect(await send(`${base}/desks/desk-${client}/calls`, { token }), 201)
    const { visitId } = JSON.parse(call.body) as { visitId: string }
    const start = expect(await send(`${base}/visits/${visitId}/start`, { token }), 200)
    const end = expect(
      await send(`${base}/visits/${visitId}/finish`, { token, body: { outcome: 'done' } }),
      200,
    )
    return { ...call, milliseconds: Math.max(call.milliseconds, start.milliseconds, end.milliseconds) }
  })
  return { issue, cycle }
}

const results: Record<string, Figures> = {}
for (const kind of ['bare', 'foyer'] as const) {
  const server = await startServer(kind, CLIENTS, databaseUrl)
  results[kind] = await run(server, kind)
  server.stop()
}
const { bare, foyer } = results as { bare: Figures; foyer: Figures }
const ratio = (phase: keyof Figures) => ({
  rate: Number((foyer[phase].rate / bare[phase].rate).toFixed(2)),
  p99: Number((foyer[phase].p99 / bare[phase].p99).toFixed(2)),
})
process.stdout.write(
  `${JSON.stringify({ bare, foyer, ratio: { issue: ratio('issue'), cycle: ratio('cycle') } }, null, 1)}\n`,
)
process.exit(0)
