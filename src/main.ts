import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import pino from 'pino'
import { serviceDay } from './city/index.ts'
import { type Config, readConfig } from './config.ts'
import { SYSTEM, transact } from './db/index.ts'
import { type Instant, instant, makeClock, makeIds } from './kernel/index.ts'
import { bridge } from './live/index.ts'
import { makeAccounts } from './people/index.ts'
import { endPastDays, freshHall, lastJournal, lastLine, loadHall, type Office } from './reception/index.ts'
import { runCommand } from './server/commands.ts'
import { createDemoAccounts, DEMO_PASSWORD, demoEmails, demoStart, seedDay } from './server/demo.ts'
import { type Ground, openGround, sessionSecret } from './server/ground.ts'
import { makeHouseDevices, makeOffice, makeWeb, type Web } from './server/house.tsx'
import { socketPath } from './server/lock.ts'
import { watchNight } from './server/night.ts'
import { openPack, type Pack } from './server/pack.ts'
import { serveCommands } from './server/socket.ts'
import { addressTable } from './server/table.ts'
import { buildAssets } from './web/look/index.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const say = (text: string) => process.stderr.write(`${text}\n`)
const wall = () => Date.now()

try {
  await start(readConfig(process.argv.slice(2), root))
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exit(1)
}

/** Config, database, modules, web, live, jobs, in this order; stops in the opposite one. */
async function start(config: Config): Promise<void> {
  const pack = openPack(config.pack, say)
  const ground = await openGround(config, say)
  const office = await openOffice(config, pack, ground)
  const origin = config.publicUrl ?? `http://localhost:${config.port}`
  const accounts = makeAccounts(ground.database, {
    secret: sessionSecret(config),
    baseUrl: origin,
    secure: origin.startsWith('https:'),
  })
  if (config.demo) await openDemo(office, accounts)
  const log = pino({ level: config.logLevel, base: null }, pino.destination(2))
  const devices = makeHouseDevices(office, wall)
  const demo = config.demo ? { password: DEMO_PASSWORD, emails: demoEmails(pack.city()) } : null
  const assets = await buildAssets(root)
  const web: Web = { office, devices, accounts, assets, log, config, demo, wall }
  const server = serve({ fetch: makeWeb(web).fetch, port: config.port })
  await new Promise<void>((resolve, reject) => server.once('listening', resolve).once('error', reject))
  const reloadPack = () => reload(office, pack)
  const stopCommands = await serveCommands(socketPath(config.data), (line) =>
    runCommand({ office, devices, reloadPack }, line),
  )
  const stopNight = watchNight(office, (error) => log.error({ err: error }, 'the night job failed'))
  const stopBridge = await openBridge(office)
  say(addressTable({ city: pack.city(), origin, now: office.clock.now(), demo: config.demo }))
  onStop(async () => {
    stopNight()
    stopCommands()
    if ('closeAllConnections' in server) setTimeout(() => server.closeAllConnections(), 500).unref()
    await new Promise((resolve) => server.close(resolve))
    await stopBridge()
    await ground.release()
  })
}

/** The office on its clock. A demo's clock starts at ten, or where its journal ended. */
async function openOffice(config: Config, pack: Pack, { database }: Ground): Promise<Office> {
  const ids = makeIds(randomBytes)
  const wallOffice = makeOffice({ database, clock: makeClock(wall), ids, pack })
  const last = await lastJournal(database)
  const begin: Instant | undefined =
    config.clock?.start ?? (config.demo ? demoStart(pack.city(), instant(wall())) : undefined)
  const resumed = begin !== undefined && last !== null && last > begin ? last : begin
  const clock = makeClock(wall, resumed, config.clock?.speed ?? 1)
  const office = begin === undefined ? wallOffice : makeOffice({ database, clock, ids, pack })
  await loadHall(office, serviceDay(pack.city(), office.clock.now()))
  return office
}

async function openDemo(office: Office, accounts: Parameters<typeof createDemoAccounts>[1]): Promise<void> {
  say('preparing the demo: accounts and a morning …')
  const ids = await createDemoAccounts(office, accounts)
  const now = office.clock.now()
  if ((await lastJournal(office.database)) === null) await seedDay(office, now, ids)
  else await endPastDays(office)
  await loadHall(office, serviceDay(office.city(), now))
}

function reload(office: Office, pack: Pack): string {
  const mistakes = pack.reload()
  if (mistakes === '') {
    office.memory.day = ''
    void freshHall(office).then(() => office.hub.publish(['hall', 'board']))
  }
  return mistakes
}

async function openBridge(office: Office): Promise<() => Promise<void>> {
  const { url } = office.database
  if (!url) return async () => {}
  return bridge(office.hub, {
    url,
    lastLine: () => transact(office.database, SYSTEM, lastLine),
    every: 1_000,
  })
}

function onStop(stop: () => Promise<void>): void {
  let stopping = false
  const once = () => {
    if (stopping) return
    stopping = true
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.once('SIGTERM', once)
  process.once('SIGINT', once)
}
