import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { afterEach, beforeEach, describe, it } from 'node:test'
import { sql } from 'kysely'
import { type Database, migrate, migrations, openEmbedded } from './index.ts'

let database: Database
beforeEach(async () => {
  database = await openEmbedded(null)
})
afterEach(() => database.close())

const script = (name: string, text: string) => ({ name, text })
const ONE = script(
  '0001-one.sql',
  `create table diary (line int generated always as identity, text text not null);
  insert into diary (text) values ('it''s one');`,
)
const TWO = script('0002-two.sql', `insert into diary (text) values ('two');`)
const THREE = script('0003-three.sql', `insert into diary (text) values ('three');`)

const diary = async (): Promise<string[]> => {
  const { rows } = await sql<{ text: string }>`select text from diary order by line`.execute(database.kysely)
  return rows.map(({ text }) => text)
}

describe('migrations', () => {
  it('of this version are numbered without a gap, in the order in which they run', () => {
    const names = migrations().map(({ name }) => name)
    assert.ok(names.length > 0)
    names.forEach((name, i) => {
      assert.match(name, new RegExp(`^${String(i + 1).padStart(4, '0')}-[a-z-]+\\.sql$`))
    })
    assert.equal(names.length, readdirSync(new URL('./migrations/', import.meta.url)).length)
  })

  it('run once, in order, and a second start does nothing', async () => {
    assert.deepEqual(await migrate(database, [ONE, TWO]), [ONE.name, TWO.name])
    assert.deepEqual(await migrate(database, [ONE, TWO]), [])
    assert.deepEqual(await diary(), ["it's one", 'two'])
  })

  it('added later run after those that ran', async () => {
    await migrate(database, [ONE])
    assert.deepEqual(await migrate(database, [ONE, TWO, THREE]), [TWO.name, THREE.name])
    assert.deepEqual(await diary(), ["it's one", 'two', 'three'])
  })

  it('build the whole database of this version from nothing', async () => {
    assert.deepEqual(
      await migrate(database),
      migrations().map(({ name }) => name),
    )
    assert.deepEqual(await migrate(database), [])
  })

  it('that this program does not know stop it: it is older than its database', async () => {
    await migrate(database, [ONE, TWO, THREE])
    await assert.rejects(migrate(database, [ONE, TWO]), {
      message: 'The database is newer than this program: it knows 0003-three.sql. Start the newer version.',
    })
    assert.deepEqual(await diary(), ["it's one", 'two', 'three'])
  })

  it('with a number that others have passed stop it: nobody tried that order', async () => {
    await migrate(database, [ONE, THREE])
    await assert.rejects(migrate(database, [ONE, TWO, THREE]), {
      message: '0002-two.sql must run before 0003-three.sql, which has run: give it a higher number.',
    })
    assert.deepEqual(await diary(), ["it's one", 'three'])
  })

  it('that fail leave nothing of themselves, and the next start tries again', async () => {
    const broken = script(TWO.name, `${TWO.text} insert into nowhere values (1);`)
    await assert.rejects(migrate(database, [ONE, broken, THREE]), /nowhere/)
    assert.deepEqual(await diary(), ["it's one"])
    assert.deepEqual(await migrate(database, [ONE, TWO, THREE]), [TWO.name, THREE.name])
    assert.deepEqual(await diary(), ["it's one", 'two', 'three'])
  })
})
