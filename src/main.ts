import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import pino from 'pino'
import { serviceDay } from './city/index.ts'
import { type Config, readConfig } from './config.ts'
import { SYSTEM, transact } from './db/index.ts'
import { type Instant, instant, makeClock, makeIds } from './kernel/index.ts'
import { bridge } from './live/index.ts'
import { type Accounts, makeAccounts } from './people/index.ts'
import { endPastDays, lastJournal, lastLine, loadHall, type Office } from './reception/index.ts'
import { runCommand } from './server/commands.ts'
import { DEMO_PASSWORD, demoEmails, demoStart, openDemo } from './server/demo.ts'
import { type Ground, openGround, sessionSecret } from './server/ground.ts'
import { makeHouseDevices, makeOffice, makeWeb, type Web } from './server/house.tsx'
import { socketPath } from './server/lock.ts'
import { watchNight } from './server/night.ts'
import { openPack, type Pack, reloadPack } from './server/pack.ts'
import { listening, probePort } from './server/port.ts'
import { serveCommands } from './server/socket.ts'
import { addressTable } from './server/table.ts'
import { forgetBarriers } from './voice/index.ts'
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
  try {
    await open(config, pack, ground)
  } catch (error) {
    await ground.release()
    throw error
  }
}

async function open(config: Config, pack: Pack, ground: Ground): Promise<void> {
  await probePort(config.port)
  const office = await openOffice(config, pack, ground)
  const { web, accounts } = await prepareWeb(config, pack, { office, ground })
  if (config.demo) await openDemo(office, accounts, say)
  const server = serve({ fetch: makeWeb(web).fetch, port: config.port })
  const port = await listening(server, config.port)
  const stopCommands = await serveCommands(socketPath(config.data), (line) =>
    runCommand({ office, devices: web.devices, reloadPack: () => reloadPack(office, pack) }, line),
  )
  const stopNight = watchNight(office, (error) => web.log.error({ err: error }, 'the night job failed'))
  const stopBridge = await openBridge(office)
  const origin = config.publicUrl ?? `http://localhost:${port}`
  onStop(async () => {
    stopNight()
    stopCommands()
    if ('closeAllConnections' in server) setTimeout(() => server.closeAllConnections(), 500).unref()
    await new Promise((resolve) => server.close(resolve))
    await stopBridge()
    await ground.release()
  })
  // Whoever reads this may stop the house at once: by then it listens for that.
  say(addressTable({ city: pack.city(), origin, now: office.clock.now(), demo: config.demo }))
}

/** The office on its clock, with the days before today ended. A demo's clock starts at ten, or where its journal ended. */
async function openOffice(config: Config, pack: Pack, { database }: Ground): Promise<Office> {
  const last = await lastJournal(database)
  const begin: Instant | undefined =
    config.clock?.start ?? (config.demo ? demoStart(pack.city(), instant(wall())) : undefined)
  const resumed = begin !== undefined && last !== null && last > begin ? last : begin
  const clock = makeClock(wall, resumed, config.clock?.speed ?? 1)
  const office = makeOffice({ database, clock, ids: makeIds(randomBytes), pack })
  await loadHall(office, serviceDay(pack.city(), office.clock.now()))
  await endPastDays(office)
  await forgetBarriers(office)
  return office
}

async function prepareWeb(
  config: Config,
  pack: Pack,
  { office, ground }: { office: Office; ground: Ground },
): Promise<{ web: Web; accounts: Accounts }> {
  const origin = config.publicUrl ?? `http://localhost:${config.port}`
  const accounts = makeAccounts(ground.database, {
    secret: sessionSecret(config),
    baseUrl: origin,
    secure: origin.startsWith('https:'),
  })
  const log = pino({ level: config.logLevel, base: null }, pino.destination(2))
  const devices = makeHouseDevices(office, wall)
  const demo = config.demo ? { password: DEMO_PASSWORD, emails: demoEmails(pack.city()) } : null
  const assets = await buildAssets(root)
  return { accounts, web: { office, devices, accounts, assets, log, config, demo, wall } }
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
