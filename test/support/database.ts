import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Database, migrate, migrations, openEmbedded } from '../../src/db/index.ts'

const cache = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url))

/** A fresh embedded database in memory, loaded from a snapshot that is made anew when a migration changes. */
export async function freshDatabase(): Promise<Database> {
  const hash = createHash('sha256').update(JSON.stringify(migrations())).digest('hex').slice(0, 16)
  const file = join(cache, `database-${hash}.tar`)
  if (!existsSync(file)) await makeSnapshot(file)
  return openEmbedded(null, new Blob([readFileSync(file)]))
}

async function makeSnapshot(file: string): Promise<void> {
  const database = await openEmbedded(null)
  await migrate(database)
  const dump = await database.snapshot()
  mkdirSync(dirname(file), { recursive: true })
  const beside = `${file}.${process.pid}`
  writeFileSync(beside, Buffer.from(await dump.arrayBuffer()))
  renameSync(beside, file)
  await database.close()
}
