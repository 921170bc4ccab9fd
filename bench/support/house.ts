import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import pino from 'pino'
import { type City, readCity, serviceDay } from '../../src/city/index.ts'
import { type Database, migrate, openEmbedded, openPostgres } from '../../src/db/index.ts'
import { type Clock, id, makeIds } from '../../src/kernel/index.ts'
import { loadHall, type Office } from '../../src/reception/index.ts'
import { makeHouseDevices, makeOffice, makeWeb } from '../../src/server/house.tsx'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The city of the pack with so many desks that every client has one of its own. */
export function wideCity(desks: number): City {
  const { city } = readCity(`${root}/packs/krefeld`)
  const model = city?.premises.desks.find((desk) => desk.id === 'platz-1')
  if (!city || !model) throw new Error('the pack of Krefeld is needed')
  const many = Array.from({ length: desks }, (_, i) => ({
    ...model,
    id: id<'desk'>(`desk-${i}`),
    name: `Desk ${i}`,
  }))
  const displays = city.premises.displays.map((display) => ({
    ...display,
    desks: many.map(({ id: desk }) => desk),
  }))
  return { ...city, premises: { ...city.premises, desks: many, displays } }
}

export async function openDatabase(url: string | undefined): Promise<Database> {
  const database = url ? await openPostgres(url, 10) : await openEmbedded(null)
  await migrate(database)
  return database
}

export type Served = {
  readonly port: number
  readonly office: Office
  readonly token: (role: 'desk' | 'kiosk') => Promise<string>
}

/** Serves the whole house, as `src/main.ts` puts it together, without a demo. */
export async function serveHouse(database: Database, city: City, clock: Clock): Promise<Served> {
  const ids = makeIds(randomBytes)
  const office = makeOffice({ database, clock, ids, pack: { city: () => city } })
  await loadHall(office, serviceDay(city, clock.now()))
  const devices = makeHouseDevices(office, Date.now)
  const nobody = async () => null
  const clerk = { id: 'clerk', name: 'Clerk', role: 'clerk', staffId: null }
  const of = async (headers: Headers) => (headers.get('cookie') === 'clerk' ? clerk : null)
  const accounts = { of, signIn: nobody, signOut: async () => new Headers(), create: async () => {} }
  const assets = { url: (name: string) => `/assets/${name}`, file: () => null }
  const log = pino({ level: 'error' }, pino.destination(2))
  const config = { demo: false, publicUrl: null }
  const app = makeWeb({ office, devices, accounts, assets, log, config, demo: null, wall: Date.now })
  const server = serve({ fetch: app.fetch, port: 0 })
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { port, office, token: (role) => devices.create(role, null) }
}
