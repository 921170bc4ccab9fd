import { randomBytes } from 'node:crypto'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { type Database, SYSTEM, transact } from '../../src/db/index.ts'
import { id, instant, makeIds } from '../../src/kernel/index.ts'
import { type JournalEntry, JUST_CAME, type Visit } from '../../src/reception/rules/visit.ts'
import { type Arrival, beginDay, insertArrival, saveVisit } from '../../src/reception/store.ts'

type Bare = {
  readonly database: Database
  readonly day: string
  readonly queue: Visit[]
  readonly atDesk: Map<string, Visit>
}

const ids = makeIds(randomBytes)

/**
 * The reference: the same SQL transactions behind the same server library, and nothing else. No token, no check, no
 * rule, no forecast; the next visit is the oldest of a list.
 */
export async function serveBare(database: Database, day: string): Promise<number> {
  const bare: Bare = { database, day, queue: [], atDesk: new Map() }
  const app = new Hono()
  await transact(database, SYSTEM, (tx) => beginDay(tx, day))
  addTickets(app, bare)
  addSteps(app, bare)
  const server = serve({ fetch: app.fetch, port: 0 })
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

function addTickets(app: Hono, { database, day, queue }: Bare): void {
  app.post('/tickets', async (c) => {
    await c.req.text()
    const arrival = arrivalOn(day)
    const answer = { scope: 'bare', key: arrival.id, content: arrival.id, answer: { visit: arrival.id } }
    const visit = await transact(database, SYSTEM, (tx) =>
      insertArrival(tx, { arrival, entry: entry(arrival, 'arrived', 'waiting') }, answer),
    )
    if (visit) queue.push(visit)
    return c.json({ visitId: arrival.id, number: visit?.number }, 201)
  })
}

function addSteps(app: Hono, bare: Bare): void {
  const { queue, atDesk } = bare
  app.post('/desks/:desk/calls', async (c) => {
    const visit = queue.shift()
    if (!visit) return c.body(null, 204)
    const desk = id<'desk'>(c.req.param('desk'))
    const now = instant(Date.now())
    const after: Visit = { ...visit, state: 'called', desk, calledAt: now, calls: 1, since: now }
    const called = await step(bare, { before: visit, after, name: 'called' })
    atDesk.set(called.id, called)
    return c.json({ visitId: called.id, number: called.number }, 201)
  })
  app.post('/visits/:visit/start', async (c) => {
    const visit = atDesk.get(c.req.param('visit')) as Visit
    const after: Visit = { ...visit, state: 'serving' }
    atDesk.set(visit.id, await step(bare, { before: visit, after, name: 'started' }))
    return c.json({ visitId: visit.id })
  })
  app.post('/visits/:visit/finish', async (c) => {
    await c.req.text()
    const visit = atDesk.get(c.req.param('visit')) as Visit
    const after: Visit = { ...visit, state: 'done', desk: null, outcome: 'done' }
    await step(bare, { before: visit, after, name: 'finished' })
    atDesk.delete(visit.id)
    return c.json({ visitId: visit.id })
  })
}

type Step = { readonly before: Visit; readonly after: Visit; readonly name: JournalEntry['step'] }

async function step({ database }: Bare, { before, after, name }: Step): Promise<Visit> {
  const visit = { ...after, version: before.version + 1 }
  const decided = { visit, entry: entry(before, name, visit.state) }
  await transact(database, SYSTEM, (tx) => saveVisit(tx, before, decided))
  return visit
}

const entry = (visit: Pick<Visit, 'id'>, name: JournalEntry['step'], to: Visit['state']): JournalEntry => ({
  at: instant(Date.now()),
  visit: visit.id,
  step: name,
  from: null,
  to,
  desk: null,
  role: 'desk',
  unit: id<'unit'>('X-ISC'),
  detail: {},
})

function arrivalOn(day: string): Arrival {
  const now = instant(Date.now())
  return {
    id: id<'visit'>(ids.next()),
    secret: id<'secret'>(ids.next()),
    day,
    arrivedAt: now,
    arrival: 'kiosk',
    concerns: [id<'concern'>('isc-eat-pickup')],
    partySize: 1,
    readingLanguage: 'de',
    spokenLanguage: 'de',
    needs: [],
    route: [id<'station'>('desk')],
    promised: null,
    ...JUST_CAME,
    since: now,
    unit: id<'unit'>('X-ISC'),
    version: 1,
    last: null,
  }
}
