import { randomBytes } from 'node:crypto'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { type Database, SYSTEM, transact } from '../../src/db/index.ts'
import { id, instant, makeIds } from '../../src/kernel/index.ts'
import type { JournalEntry, Visit } from '../../src/reception/rules/visit.ts'
import { type Arrival, beginDay, insertArrival, saveVisit } from '../../src/reception/store.ts'

/**
 * The reference: the same SQL transactions behind the same server library, and nothing else. No token, no check, no
 * rule, no forecast; the next visit is the oldest of a list.
 */
export async function serveBare(database: Database, day: string): Promise<number> {
  const ids = makeIds(randomBytes)
  const queue: Visit[] = []
  const atDesk = new Map<string, Visit>()
  const app = new Hono()
  await transact(database, SYSTEM, (tx) => beginDay(tx, day))
  const entry = (visit: Pick<Visit, 'id'>, step: JournalEntry['step'], to: Visit['state']): JournalEntry => ({
    at: instant(Date.now()),
    visit: visit.id,
    step,
    from: null,
    to,
    desk: null,
    role: 'desk',
    unit: id<'unit'>('X-ISC'),
    detail: {},
  })
  app.post('/tickets', async (c) => {
    await c.req.text()
    const now = instant(Date.now())
    const arrival: Arrival = {
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
      state: 'waiting',
      since: now,
      desk: null,
      unit: id<'unit'>('X-ISC'),
      calls: 0,
      calledAt: null,
      callableFrom: null,
      pass: null,
      outcome: null,
      concernsDone: [],
      version: 1,
      last: null,
    }
    const answer = { scope: 'bare', key: arrival.id, content: arrival.id, answer: { visit: arrival.id } }
    const visit = await transact(database, SYSTEM, (tx) =>
      insertArrival(tx, arrival, entry(arrival, 'arrived', 'waiting'), answer),
    )
    if (visit) queue.push(visit)
    return c.json({ visitId: arrival.id, number: visit?.number }, 201)
  })
  const step = async (before: Visit, after: Visit, name: JournalEntry['step']) => {
    const next = { ...after, version: before.version + 1 }
    await transact(database, SYSTEM, (tx) => saveVisit(tx, before, next, entry(before, name, next.state)))
    return next
  }
  app.post('/desks/:desk/calls', async (c) => {
    const visit = queue.shift()
    if (!visit) return c.body(null, 204)
    const desk = id<'desk'>(c.req.param('desk'))
    const now = instant(Date.now())
    const called = await step(
      visit,
      { ...visit, state: 'called', desk, calledAt: now, calls: 1, since: now },
      'called',
    )
    atDesk.set(called.id, called)
    return c.json({ visitId: called.id, number: called.number }, 201)
  })
  app.post('/visits/:visit/start', async (c) => {
    const visit = atDesk.get(c.req.param('visit')) as Visit
    atDesk.set(visit.id, await step(visit, { ...visit, state: 'serving' }, 'started'))
    return c.json({ visitId: visit.id })
  })
  app.post('/visits/:visit/finish', async (c) => {
    await c.req.text()
    const visit = atDesk.get(c.req.param('visit')) as Visit
    await step(visit, { ...visit, state: 'done', desk: null, outcome: 'done' }, 'finished')
    atDesk.delete(visit.id)
    return c.json({ visitId: visit.id })
  })
  const server = serve({ fetch: app.fetch, port: 0 })
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}
