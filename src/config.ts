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
  const unknown = args.find((arg) => !['--empty', '--demo'].includes(arg))
  if (unknown) throw new ConfigError(`Unknown option ${unknown}: --empty and --demo exist.`)
  const databaseUrl = environment.DATABASE_URL || null
  if (databaseUrl && !/^postgres(ql)?:\/\//.test(databaseUrl)) {
    throw new ConfigError('DATABASE_URL must begin with postgres:// or postgresql://.')
  }
  return {
    port: readPort(environment.PORT),
    data: resolve(root, environment.FOYER_DATA || 'data'),
    databaseUrl,
    pack: resolve(root, environment.FOYER_PACK || 'packs/krefeld'),
    clock: readClock(environment.FOYER_CLOCK),
    demo: args.includes('--demo') || (!databaseUrl && !args.includes('--empty')),
    publicUrl: readPublicUrl(environment.FOYER_URL),
    secret: readSecret(environment.FOYER_SECRET, databaseUrl !== null),
    logLevel: environment.FOYER_LOG || 'warn',
  }
}

function readPort(text: string | undefined): number {
  const port = Number(text || 3000)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new ConfigError(`PORT must be a number from 0 to 65535, not "${text}".`)
  }
  return port
}

/** `FOYER_CLOCK=<instant>[,speed=n]`, for example `2026-11-23T09:00:00Z,speed=60`. */
function readClock(text: string | undefined): Config['clock'] {
  if (!text) return null
  const [start = '', ...rest] = text.split(',')
  const at = Date.parse(start)
  const speedText = rest.join(',')
  const speed = speedText === '' ? 1 : Number(/^speed=(\d+(?:\.\d+)?)$/.exec(speedText)?.[1])
  if (Number.isNaN(at) || !/T.*(Z|[+-]\d\d:?\d\d)$/.test(start) || !(speed > 0)) {
    throw new ConfigError(
      `FOYER_CLOCK must look like 2026-11-23T09:00:00Z or 2026-11-23T09:00:00Z,speed=60, not "${text}".`,
    )
  }
  return { start: instant(at), speed }
}

function readPublicUrl(text: string | undefined): string | null {
  if (!text) return null
  if (!/^https?:\/\/[^/]+\/?$/.test(text)) {
    throw new ConfigError(`FOYER_URL must be an address such as https://hall.example.org, not "${text}".`)
  }
  return text.replace(/\/$/, '')
}

function readSecret(text: string | undefined, city: boolean): string | null {
  if (text && text.length < 32) throw new ConfigError('FOYER_SECRET must have at least 32 characters.')
  if (!text && city)
    throw new ConfigError(
      'FOYER_SECRET is missing: with DATABASE_URL it must be set (32 characters or more).',
    )
  return text || null
}
