import { randomBytes } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { type Database, migrate, openEmbedded, openPostgres } from '../db/index.ts'
import { Occupied, takeLock } from './lock.ts'

export type Ground = { readonly database: Database; readonly release: () => Promise<void> }

/**
 * Opens the database of the house, migrated, and holds the data folder as long as it is the embedded one.
 * @throws with one clear sentence when folder or database cannot be used.
 */
export async function openGround(config: Config, say: (text: string) => void): Promise<Ground> {
  const unlock = await enterFolder(config)
  try {
    const database = await openDatabase(config, say)
    const release = async () => {
      await database.close()
      unlock()
    }
    try {
      const fresh = await migrate(database)
      if (fresh.length > 0) say(`database: ${fresh.join(', ')}`)
    } catch (error) {
      await database.close()
      throw error
    }
    return { database, release }
  } catch (error) {
    unlock()
    throw error
  }
}

/** Makes sure of the data folder, and takes it where the database lies in it. Returns how to leave it. */
async function enterFolder({ data, databaseUrl }: Config): Promise<() => void> {
  try {
    mkdirSync(data, { recursive: true })
    accessSync(data, constants.R_OK | constants.W_OK | constants.X_OK)
    return databaseUrl ? () => {} : await takeLock(data)
  } catch (error) {
    if (error instanceof Occupied) throw error
    const { code = 'unknown reason' } = error as { code?: string }
    throw new Error(`The data folder ${data} cannot be used (${code}): choose another FOYER_DATA.`)
  }
}

async function openDatabase({ databaseUrl, data }: Config, say: (text: string) => void): Promise<Database> {
  if (databaseUrl) return openPostgres(databaseUrl)
  const folder = join(data, 'database')
  say('opening the database …')
  try {
    return await openEmbedded(folder)
  } catch (error) {
    const [why = ''] = String(error instanceof Error ? error.message : error).split('\n')
    throw new Error(`The embedded database in ${folder} cannot be opened: ${why}`)
  }
}

/** The secret that signs the staff's sessions: set by the city, or made once and kept beside the embedded database. */
export function sessionSecret(config: Config): string {
  if (config.secret) return config.secret
  const file = join(config.data, 'session.key')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}
