import { readdirSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import type { Database } from './database.ts'

const FOLDER = new URL('./migrations/', import.meta.url)
/** Any fixed number: two servers that start at once take turns by it. */
const LOCK = 560_001

export type Migration = { readonly name: string; readonly text: string }

/** The numbered scripts in order. They are only ever added to. */
export const migrations = (): Migration[] =>
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => ({ name, text: readFileSync(new URL(name, FOLDER), 'utf8') }))

/**
 * Brings the database to the newest state, forward only, under a lock, each script in its own transaction. Throws when
 * the database knows a migration that this version does not: an older program must not write into a newer database; and
 * when a script would come after one with a higher number: nobody tried them in that order.
 */
export async function migrate(database: Database, scripts = migrations()): Promise<string[]> {
  const setup = `create table if not exists migration (name text primary key, text text not null)`
  if (database.alone) {
    await database.script(setup)
    return apply(database, scripts)
  }
  return database.kysely.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${sql.lit(LOCK)})`.execute(connection)
    try {
      await database.script(setup)
      return await apply(database, scripts)
    } finally {
      await sql`select pg_advisory_unlock(${sql.lit(LOCK)})`.execute(connection)
    }
  })
}

async function apply(database: Database, scripts: readonly Migration[]): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from migration order by name`.execute(
    database.kysely,
  )
  const done = new Set(rows.map((row) => row.name))
  const unknown = [...done].filter((name) => !scripts.some((script) => script.name === name))
  if (unknown.length > 0) {
    throw new Error(
      `The database is newer than this program: it knows ${unknown.join(', ')}. Start the newer version.`,
    )
  }
  const fresh = scripts.filter((script) => !done.has(script.name))
  const newest = [...done].sort().at(-1) ?? ''
  const late = fresh.find((script) => script.name < newest)
  if (late) throw new Error(`${late.name} must run before ${newest}, which has run: give it a higher number.`)
  for (const script of fresh) {
    const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`
    await database.script(
      `begin;\n${script.text}\n;insert into migration values (${quoted(script.name)}, ${quoted(script.text)});\ncommit;`,
    )
  }
  return fresh.map((script) => script.name)
}
