import { serviceDay } from '../../src/city/index.ts'
import { instant } from '../../src/kernel/index.ts'
import { serveBare } from './bare.ts'
import { openDatabase, serveHouse, wideCity } from './house.ts'

// A server of its own process: `server.ts foyer|bare DESKS`, tells the parent its port and tokens.
const [kind, desks] = process.argv.slice(2)
const database = await openDatabase(process.env.BENCH_DATABASE_URL || undefined)
const city = wideCity(Number(desks))
const clock = { now: () => instant(Date.now()) }
if (kind === 'bare') {
  process.send?.({ port: await serveBare(database, serviceDay(city, clock.now())), kiosk: '', desk: '' })
} else {
  const served = await serveHouse(database, city, clock)
  process.send?.({ port: served.port, kiosk: await served.token('kiosk'), desk: await served.token('desk') })
}
