import { resolve } from 'node:path'
import { type Instant, instant } from './kernel/index.ts'

export type Config = {
  readonly port: number
  /** Folder of the embedded database and of the server's socket. */
  readonly data: string
  /** A city's PostgreSQL; null: the embedded database. */
  readonly databaseUrl: string | null
  readonly pack: string
  readonly clock: { readonly start: Instant; readonly speed: number } | null
  /** Demo accounts and a believable day: only without a city's database, or when asked for. */
  readonly demo: boolean
  /** Address by which phones reach the house, for codes on slips; null: the address of the request. */
  readonly publicUrl: string | null
  /** Signs the staff's sessions; null: made once and kept in the data folder. */
  readonly secret: string | null
  readonly logLevel: string
}

type Environment = Readonly<Record<string, string | undefined>>

/** A setting that cannot be used: one sentence that says which and what would be right. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

/** Reads the settings, once, at start. @throws ConfigError with one clear sentence. */
export function readConfig(
  args: readonly string[],
  root: string,
  environment: Environment = process.env,
): Config {
  const databaseUrl = readDatabaseUrl(environment.DATABASE_URL)
  return {
    port: readPort(environment.PORT),
    data: resolve(root, environment.FOYER_DATA || 'data'),
    databaseUrl,
    pack: resolve(root, environment.FOYER_PACK || 'packs/krefeld'),
    clock: readClock(environment.FOYER_CLOCK),
    demo: readDemo(args, databaseUrl !== null),
    publicUrl: readPublicUrl(environment.FOYER_URL),
    secret: readSecret(environment.FOYER_SECRET, databaseUrl !== null),
    logLevel: readLogLevel(environment.FOYER_LOG),
  }
}

/** Where the person stands who called a command of `bin/`: file arguments are meant from there. */
export const callerFolder = (environment: Environment = process.env): string =>
  environment.FOYER_CALLER_DIR || process.cwd()

function readDemo(args: readonly string[], city: boolean): boolean {
  const unknown = args.find((arg) => !['--empty', '--demo'].includes(arg))
  if (unknown !== undefined) throw new ConfigError(`Unknown option "${unknown}": --empty and --demo exist.`)
  if (args.includes('--empty') && args.includes('--demo'))
    throw new ConfigError('--empty and --demo exclude each other: a house is either empty or a demo.')
  return args.includes('--demo') || (!city && !args.includes('--empty'))
}

/** The address is never repeated in a sentence: it holds a password. */
function readDatabaseUrl(text: string | undefined): string | null {
  if (!text) return null
  if (!/^postgres(ql)?:\/\//.test(text) || !URL.canParse(text))
    throw new ConfigError('DATABASE_URL must look like postgres://user:password@host:5432/database.')
  return text
}

function readPort(text: string | undefined): number {
  if (!text) return 3000
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new ConfigError(`PORT must be a number from 0 to 65535, not "${text}".`)
  return port
}

/** `FOYER_CLOCK=<instant>[,speed=n]`, for example `2026-11-23T09:00:00Z,speed=60`. */
function readClock(text: string | undefined): Config['clock'] {
  if (!text) return null
  const [start = '', ...rest] = text.split(',')
  const at = readInstant(start)
  const speedText = rest.join(',')
  const speed = speedText === '' ? 1 : Number(/^speed=(\d+(?:\.\d+)?)$/.exec(speedText)?.[1])
  if (at === null || !(speed > 0)) {
    throw new ConfigError(
      `FOYER_CLOCK must look like 2026-11-23T09:00:00Z or 2026-11-23T09:00:00Z,speed=60, not "${text}".`,
    )
  }
  return { start: at, speed }
}

/** Strict: `Date.parse` would take the thirtieth of February for a day of March. */
function readInstant(text: string): Instant | null {
  if (!/T.*(Z|[+-]\d\d:?\d\d)$/.test(text)) return null
  try {
    return instant(Temporal.Instant.from(text).epochMilliseconds)
  } catch {
    return null
  }
}

function readPublicUrl(text: string | undefined): string | null {
  if (!text) return null
  const url = URL.parse(text)
  if (!url || !/^https?:$/.test(url.protocol) || !/^https?:\/\/[^/?#@\s]+\/?$/i.test(text))
    throw new ConfigError(`FOYER_URL must be an address such as https://hall.example.org, not "${text}".`)
  return url.origin
}

function readSecret(text: string | undefined, city: boolean): string | null {
  if (text && text.length < 32) throw new ConfigError('FOYER_SECRET must have at least 32 characters.')
  if (!text && city)
    throw new ConfigError(
      'FOYER_SECRET is missing: with DATABASE_URL it must be set (32 characters or more).',
    )
  return text || null
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']

function readLogLevel(text: string | undefined): string {
  if (!text) return 'warn'
  if (!LOG_LEVELS.includes(text))
    throw new ConfigError(`FOYER_LOG must be one of ${LOG_LEVELS.join(', ')}, not "${text}".`)
  return text
}
