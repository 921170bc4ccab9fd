import { parseArgs } from 'node:util'
import { deskById, serviceDay } from '../city/index.ts'
import type { Devices, TokenRole } from '../people/index.ts'
import { figuresOf, type Office, setIntake } from '../reception/index.ts'
import { textStates } from '../texts/index.ts'
import type { Reloaded } from './pack.ts'
import type { CommandAnswer, CommandLine } from './socket.ts'

export type CommandHouse = {
  readonly office: Office
  readonly devices: Devices
  /** Reads the pack again, and the hall with it. */
  readonly reloadPack: () => Promise<Reloaded>
}

const ROLES: readonly TokenRole[] = ['desk', 'kiosk', 'display', 'reception']

export const USAGE = `foyer <command>
  pack check FOLDER                                     names every mistake of a pack with file and line
  pack reload                                           a running server takes the changed pack
  token create --role desk|kiosk|display|reception [--desk ID]   prints a bearer token, once
  token revoke TOKEN                                    ends a token
  figures [--day YYYY-MM-DD]                            the figures of a day, from its journal
  intake stop|resume                                    stops giving numbers, or starts again
  texts                                                 how much of every language somebody has checked`

type Command = (house: CommandHouse, args: readonly string[]) => Promise<CommandAnswer>

/** What runs in the process that owns the database, by name. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  'token create': createToken,
  'token revoke': revokeToken,
  figures,
  'intake stop': (house, args) => intake(house, args, true),
  'intake resume': (house, args) => intake(house, args, false),
  'pack reload': reloadPack,
  texts,
}

export const unknownCommand = (command: string): string => `There is no command "${command}".\n${USAGE}`

/** Runs one command in the process that owns the database. */
export async function runCommand(
  house: CommandHouse,
  { command, args }: CommandLine,
): Promise<CommandAnswer> {
  const run = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined
  return run ? run(house, args) : { error: unknownCommand(command) }
}

type Option = 'role' | 'desk' | 'day'
type Options = Readonly<Partial<Record<Option, string>>>

/** The options of a command, or the sentence that says what is wrong with them. */
function optionsOf(args: readonly string[], allowed: readonly Option[]): Options | string {
  try {
    const options = Object.fromEntries(allowed.map((name) => [name, { type: 'string' as const }]))
    return parseArgs({ args: [...args], options }).values as Options
  } catch (error) {
    const allowedText = allowed.map((name) => `--${name}`).join(', ') || 'nothing'
    const [first = ''] = error instanceof Error ? error.message.split('. ') : []
    return `${first.replace(/\.$/, '')}: after this command goes ${allowedText}.`
  }
}

async function createToken(
  { office, devices }: CommandHouse,
  args: readonly string[],
): Promise<CommandAnswer> {
  const options = optionsOf(args, ['role', 'desk'])
  if (typeof options === 'string') return { error: options }
  const role = ROLES.find((one) => one === options.role)
  if (!role) return { error: `--role must be one of ${ROLES.join(', ')}.` }
  if (options.desk !== undefined && !deskById(office.city(), options.desk)) {
    const names = office.city().premises.desks.map((desk) => desk.id)
    return { error: `There is no desk "${options.desk}". Desks: ${names.join(', ')}.` }
  }
  return { answer: await devices.create(role, options.desk ?? null) }
}

async function revokeToken({ devices }: CommandHouse, args: readonly string[]): Promise<CommandAnswer> {
  const [token, ...more] = args
  if (!token || more.length > 0) return { error: 'Which token? foyer token revoke TOKEN' }
  return (await devices.revoke(token))
    ? { answer: 'revoked' }
    : { error: 'There is no such token, or it was revoked before.' }
}

async function figures({ office }: CommandHouse, args: readonly string[]): Promise<CommandAnswer> {
  const options = optionsOf(args, ['day'])
  if (typeof options === 'string') return { error: options }
  const day = options.day ?? serviceDay(office.city(), office.clock.now())
  if (!isDay(day)) return { error: `--day must be a day such as 2026-11-23, not "${day}".` }
  return { answer: JSON.stringify({ day, ...(await figuresOf(office, day)) }) }
}

function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}

async function intake(
  { office }: CommandHouse,
  args: readonly string[],
  stop: boolean,
): Promise<CommandAnswer> {
  const options = optionsOf(args, [])
  if (typeof options === 'string') return { error: options }
  await setIntake(office, stop ? 'other' : null, 'administrator')
  return { answer: stop ? 'stopped' : 'open' }
}

async function texts({ office }: CommandHouse, args: readonly string[]): Promise<CommandAnswer> {
  const options = optionsOf(args, [])
  if (typeof options === 'string') return { error: options }
  return { answer: JSON.stringify(textStates(office.city())) }
}

async function reloadPack(house: CommandHouse, args: readonly string[]): Promise<CommandAnswer> {
  const options = optionsOf(args, [])
  if (typeof options === 'string') return { error: options }
  const { taken, mistakes } = await house.reloadPack()
  if (!taken) return { error: mistakes }
  return mistakes === '' ? { answer: 'reloaded' } : { answer: 'reloaded', note: mistakes }
}
