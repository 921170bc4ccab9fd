import { mkdirSync } from 'node:fs'
import { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { Schema } from './schema.ts'

export type Database = {
  readonly kysely: Kysely<Schema>
  /** True when this process is the only one that writes (the embedded database). */
  readonly alone: boolean
  /** Runs a script of several statements, for migrations. */
  script(text: string): Promise<void>
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
    script: async (text) => {
      await pglite.exec(text)
    },
    close: async () => {
      if (!pglite.closed) await pglite.close()
    },
  }
}

/** Opens a city's PostgreSQL. `connections`: how many this process keeps at most. */
export async function openPostgres(url: string, connections = 10): Promise<Database> {
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
      await pool.query(text)
    },
    close: () => kysely.destroy(),
  }
}
