import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { type Database, migrate, openEmbedded, openPostgres } from '../db/index.ts'
import { takeLock } from './lock.ts'

export type Ground = { readonly database: Database; readonly release: () => Promise<void> }

/** Opens the database of the house, migrated, and holds the data folder as long as it is the embedded one. */
export async function openGround(config: Config, say: (text: string) => void): Promise<Ground> {
  mkdirSync(config.data, { recursive: true })
  const unlock = config.databaseUrl ? () => {} : await takeLock(config.data)
  try {
    if (!config.databaseUrl) say('opening the database …')
    const database = config.databaseUrl
      ? await openPostgres(config.databaseUrl)
      : await openEmbedded(join(config.data, 'database'))
    const fresh = await migrate(database)
    if (fresh.length > 0) say(`database: ${fresh.join(', ')}`)
    const release = async () => {
      await database.close()
      unlock()
    }
    return { database, release }
  } catch (error) {
    unlock()
    throw error
  }
}

/** The secret that signs the staff's sessions: set by the city, or made once and kept beside the embedded database. */
export function sessionSecret(config: Config): string {
  if (config.secret) return config.secret
  const file = join(config.data, 'session.key')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}
