import { mkdirSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Schema } from './schema.ts'

export type Database = {
  readonly kysely: Kysely<Schema>
  /** True when this process is the only one that writes (the embedded database). */
  readonly alone: boolean
  /** Runs a script of several statements, for migrations. One that fails leaves no transaction open. */
  script(text: string): Promise<void>
  /** What a database that keeps itself in order needs from nobody, the embedded one once a night. */
  tidy(): Promise<void>
  /** A connection of its own that listens for notices of other processes; null when alone. */
  readonly url: string | null
  close(): Promise<void>
}

const DATE = 1082
const BIGINT = 20

/** The embedded database can also give a copy of itself, as a tar archive. */
export type Embedded = Database & { readonly snapshot: () => Promise<Blob> }

/** Opens the embedded database in `folder` (made when missing; in memory when null). The caller holds the folder's lock. */
export async function openEmbedded(folder: string | null, snapshot?: Blob): Promise<Embedded> {
  if (folder) mkdirSync(folder, { recursive: true })
  const pglite = await PGlite.create({
    ...(folder ? { dataDir: folder } : {}),
    ...(snapshot ? { loadDataDir: snapshot } : {}),
    parsers: { [DATE]: (text: string) => text, [BIGINT]: Number },
  })
  const kysely = new Kysely<Schema>({ dialect: new PGliteDialect({ pglite }) })
  return {
    kysely,
    alone: true,
    url: null,
    snapshot: () => pglite.dumpDataDir('none'),
    tidy: async () => {
      await pglite.exec('vacuum analyze')
    },
    script: async (text) => {
      try {
        await pglite.exec(text)
      } catch (error) {
        // The one connection must not stay in the transaction that the script began and could not end.
        await pglite.exec('rollback')
        throw error
      }
    },
    close: async () => {
      if (!pglite.closed) await pglite.close()
    },
  }
}

const PATIENCE_MILLISECONDS = 10_000

/** Asks a city's PostgreSQL for one connection. @throws with one sentence, without the address: it holds a password. */
async function reach(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: PATIENCE_MILLISECONDS })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.end()
  } catch (error) {
    // Of a name with several addresses each has its own reason; the first says enough.
    const [first = error] = error instanceof AggregateError ? error.errors : [error]
    throw new Error(
      `The database of DATABASE_URL cannot be reached: ${first instanceof Error ? first.message : first}.`,
    )
  }
}

/** Opens a city's PostgreSQL. `connections`: how many this process keeps at most. @throws when it does not answer. */
export async function openPostgres(url: string, connections = 10): Promise<Database> {
  await reach(url)
  const types = {
    getTypeParser: (oid: number, format?: 'text' | 'binary') => {
      if (oid === DATE) return (text: string) => text
      if (oid === BIGINT) return Number
      return pg.types.getTypeParser(oid, format as 'text')
    },
  }
  const pool = new pg.Pool({ connectionString: url, max: connections, types: types as pg.CustomTypesConfig })
  // A broken idle connection is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  const kysely = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  return {
    kysely,
    alone: false,
    url,
    script: async (text) => {
      const client = await pool.connect()
      try {
        await client.query(text)
        client.release()
      } catch (error) {
        // Closed, not given back: it may stand in the transaction that the script began and could not end.
        client.release(true)
        throw error
      }
    },
    tidy: async () => {},
    close: () => kysely.destroy(),
  }
}
