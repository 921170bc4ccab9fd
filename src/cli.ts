import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { formatMistakes, readCity, serviceDay } from './city/index.ts'
import { type Config, callerFolder, readConfig } from './config.ts'
import { makeClock, makeIds } from './kernel/index.ts'
import { loadHall } from './reception/index.ts'
import { COMMANDS, runCommand, USAGE, unknownCommand } from './server/commands.ts'
import { openGround } from './server/ground.ts'
import { makeHouseDevices, makeOffice } from './server/house.tsx'
import { socketPath } from './server/lock.ts'
import { openPack } from './server/pack.ts'
import { askServer, type CommandAnswer, type CommandLine } from './server/socket.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const say = (text: string) => process.stderr.write(`${text}\n`)

/** How the process ends: as asked, asked but not possible, or not asked for anything that exists. */
const DONE = 0
const FAILED = 1
const MISUSED = 2

const ONE_WORD = ['figures', 'texts', 'help']

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = FAILED
}

async function main(words: readonly string[]): Promise<number> {
  const length = ONE_WORD.includes(words[0] ?? '') ? 1 : 2
  const line: CommandLine = { command: words.slice(0, length).join(' '), args: words.slice(length) }
  if (line.command === '' || line.command === 'help' || words.includes('--help')) {
    say(USAGE)
    return line.command === '' ? MISUSED : DONE
  }
  if (line.command === 'pack check') return checkPack(line.args)
  if (!Object.hasOwn(COMMANDS, line.command)) {
    say(unknownCommand(line.command))
    return MISUSED
  }
  const config = readConfig([], root)
  return print((await askServer(socketPath(config.data), line)) ?? (await runHere(config, line)))
}

function checkPack(args: readonly string[]): number {
  const [folder, ...more] = args
  if (!folder || more.length > 0) {
    say('Which pack? foyer pack check FOLDER')
    return MISUSED
  }
  const { city, mistakes } = readCity(resolve(callerFolder(), folder))
  if (mistakes.length > 0) say(formatMistakes(mistakes))
  const found = city ? { concerns: city.concerns.length, desks: city.premises.desks.length } : {}
  process.stdout.write(
    `${JSON.stringify({ ok: mistakes.length === 0, mistakes: mistakes.length, ...found })}\n`,
  )
  return mistakes.length === 0 ? DONE : FAILED
}

/** Without a server this process takes the data folder itself, for as long as the command lasts. */
async function runHere(config: Config, line: CommandLine): Promise<CommandAnswer> {
  if (line.command === 'pack reload')
    return { error: 'No server is running: it will read the pack when it starts.' }
  const pack = openPack(config.pack, say)
  const ground = await openGround(config, say)
  try {
    const office = makeOffice({
      database: ground.database,
      clock: makeClock(Date.now, config.clock?.start, config.clock?.speed),
      ids: makeIds(randomBytes),
      pack,
    })
    await loadHall(office, serviceDay(pack.city(), office.clock.now()))
    const devices = makeHouseDevices(office, Date.now)
    const reloadPack = async () => pack.reload()
    return await runCommand({ office, devices, reloadPack }, line)
  } finally {
    await ground.release()
  }
}

function print(answer: CommandAnswer): number {
  if ('error' in answer) {
    say(answer.error)
    return FAILED
  }
  if (answer.note) say(answer.note)
  process.stdout.write(`${answer.answer}\n`)
  return DONE
}
