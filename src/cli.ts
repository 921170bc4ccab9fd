import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { formatMistakes, readCity, serviceDay } from './city/index.ts'
import { readConfig } from './config.ts'
import { makeClock, makeIds } from './kernel/index.ts'
import { loadHall } from './reception/index.ts'
import { runCommand, USAGE } from './server/commands.ts'
import { openGround } from './server/ground.ts'
import { makeHouseDevices, makeOffice } from './server/house.tsx'
import { socketPath } from './server/lock.ts'
import { openPack } from './server/pack.ts'
import { askServer, type CommandAnswer, type CommandLine } from './server/socket.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const say = (text: string) => process.stderr.write(`${text}\n`)

const [caller = '.', ...words] = process.argv.slice(2)
const ONE_WORD = ['figures']
const length = ONE_WORD.includes(words[0] ?? '') ? 1 : 2
const line: CommandLine = { command: words.slice(0, length).join(' '), args: words.slice(length) }

try {
  process.exitCode = await main()
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}

async function main(): Promise<number> {
  if (line.command === '' || line.command === 'help' || words.includes('--help')) {
    say(USAGE)
    return line.command === '' ? 2 : 0
  }
  if (line.command === 'pack check') return checkPack(line.args[0])
  const config = readConfig([], root)
  const served = await askServer(socketPath(config.data), line)
  return print(served ?? (await runHere()))
}

function checkPack(folder: string | undefined): number {
  if (!folder) {
    say('Which pack? foyer pack check FOLDER')
    return 2
  }
  const { city, mistakes } = readCity(resolve(caller, folder))
  if (mistakes.length > 0) say(formatMistakes(mistakes))
  const found = city ? { concerns: city.concerns.length, desks: city.premises.desks.length } : {}
  process.stdout.write(
    `${JSON.stringify({ ok: mistakes.length === 0, mistakes: mistakes.length, ...found })}\n`,
  )
  return mistakes.length === 0 ? 0 : 1
}

/** Without a server this process takes the data folder itself, for as long as the command lasts. */
async function runHere(): Promise<CommandAnswer> {
  const config = readConfig([], root)
  const pack = openPack(config.pack, say)
  const ground = await openGround(config, say)
  try {
    const office = makeOffice({
      database: ground.database,
      clock: makeClock(Date.now),
      ids: makeIds(randomBytes),
      pack,
    })
    await loadHall(office, serviceDay(pack.city(), office.clock.now()))
    const devices = makeHouseDevices(office, Date.now)
    return await runCommand({ office, devices, reloadPack: () => 'No server is running.' }, line)
  } finally {
    await ground.release()
  }
}

function print(answer: CommandAnswer): number {
  if ('error' in answer) {
    say(answer.error)
    return 1
  }
  process.stdout.write(`${answer.answer}\n`)
  return 0
}
