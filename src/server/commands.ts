import { parseArgs } from 'node:util'
import { deskById, serviceDay } from '../city/index.ts'
import type { Devices, TokenRole } from '../people/index.ts'
import { figuresOf, type Office, setIntake } from '../reception/index.ts'
import type { CommandAnswer, CommandLine } from './socket.ts'

export type CommandHouse = {
  readonly office: Office
  readonly devices: Devices
  /** Reads the pack again; the mistakes that keep the old one, or an empty text. */
  readonly reloadPack: () => string
}

const ROLES: readonly TokenRole[] = ['desk', 'kiosk', 'display', 'reception']

export const USAGE = `foyer <command>
  pack check FOLDER                                     names every mistake of a pack with file and line
  pack reload                                           a running server takes the changed pack
  token create --role desk|kiosk|display|reception [--desk ID]   prints a bearer token, once
  token revoke ID                                       ends a token
  figures [--day YYYY-MM-DD]                            the figures of a day, from its journal
  intake stop|resume                                    stops giving numbers, or starts again`

/** Runs one command in the process that owns the database. */
export async function runCommand(
  house: CommandHouse,
  { command, args }: CommandLine,
): Promise<CommandAnswer> {
  switch (command) {
    case 'token create':
      return createToken(house, args)
    case 'token revoke':
      return { answer: (await house.devices.revoke(args[0] ?? '')) ? 'revoked' : 'unknown' }
    case 'figures':
      return figures(house, args)
    case 'intake stop':
    case 'intake resume':
      await setIntake(house.office, command === 'intake stop', 'administrator')
      return { answer: command === 'intake stop' ? 'stopped' : 'open' }
    case 'pack reload': {
      const mistakes = house.reloadPack()
      return mistakes === '' ? { answer: 'reloaded' } : { error: mistakes }
    }
    default:
      return { error: `There is no command "${command}".\n${USAGE}` }
  }
}

async function createToken(
  { office, devices }: CommandHouse,
  args: readonly string[],
): Promise<CommandAnswer> {
  const { values } = parseArgs({
    args: [...args],
    options: { role: { type: 'string' }, desk: { type: 'string' } },
  })
  const role = ROLES.find((one) => one === values.role)
  if (!role) return { error: `--role must be one of ${ROLES.join(', ')}.` }
  if (values.desk !== undefined && !deskById(office.city(), values.desk)) {
    const names = office.city().premises.desks.map((desk) => desk.id)
    return { error: `There is no desk "${values.desk}". Desks: ${names.join(', ')}.` }
  }
  return { answer: await devices.create(role, values.desk ?? null) }
}

async function figures({ office }: CommandHouse, args: readonly string[]): Promise<CommandAnswer> {
  const { values } = parseArgs({ args: [...args], options: { day: { type: 'string' } } })
  const day = values.day ?? serviceDay(office.city(), office.clock.now())
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return { error: '--day must look like 2026-11-23.' }
  return { answer: JSON.stringify({ day, ...(await figuresOf(office, day)) }) }
}
