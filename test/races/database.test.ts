import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { type Database, migrate, migrations, openPostgres, SYSTEM, transact } from '../../src/db/index.ts'
import { freshDatabase, type Postgres, start } from '../support/postgres.ts'

let postgres: Postgres
before(async () => {
  postgres = await start({ fsync: false })
})
after(() => postgres.stop())

const names = migrations().map(({ name }) => name)

async function ask<T>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(text)).rows as T[]
  } finally {
    await client.end()
  }
}

describe('servers that start at once on one PostgreSQL', () => {
  it('take turns: one brings it to the newest state, the others find it there', async () => {
    const url = await freshDatabase(postgres.url)
    const servers = await Promise.all(Array.from({ length: 6 }, () => openPostgres(url, 3)))
    const fresh = await Promise.all(servers.map((server) => migrate(server)))
    const by = (a: string[], b: string[]) => b.length - a.length
    assert.deepEqual(fresh.sort(by), [names, [], [], [], [], []])
    for (const server of servers) await server.close()
  })

  it('wait for the one that migrates, and hold the lock no longer than it works', async () => {
    const url = await freshDatabase(postgres.url)
    const server = await openPostgres(url, 3)
    await migrate(server)
    const locks = `select count(*)::int as count from pg_locks where locktype = 'advisory'
      and database = (select oid from pg_database where datname = current_database())`
    assert.deepEqual(await ask(url, locks), [{ count: 0 }])
    await server.close()
  })

  it('give the lock back when a migration fails, and no connection stays in its transaction', async () => {
    const url = await freshDatabase(postgres.url)
    const server = await openPostgres(url, 1 + 1)
    const broken = [
      { name: '0001-broken.sql', text: 'create table diary (line int); select * from nowhere;' },
    ]
    await assert.rejects(migrate(server, broken), /nowhere/)
    for (let i = 0; i < 4; i++) {
      const { rows } = await sql`select to_regclass('diary') as diary`.execute(server.kysely)
      assert.deepEqual(rows, [{ diary: null }])
    }
    assert.deepEqual(await migrate(server), names)
    await server.close()
  })
})

describe('the door to SQL, on PostgreSQL', () => {
  let database: Database
  before(async () => {
    database = await openPostgres(await freshDatabase(postgres.url), 1)
    // One connection is enough once the database stands, and shows what it keeps between two transactions.
    const builder = await openPostgres(database.url ?? '', 2)
    await migrate(builder)
    await builder.close()
  })
  after(() => database.close())

  const standing = sql<{ user: string; role: string | null }>`select current_user as user,
    nullif(current_setting('foyer.role', true), '') as role`

  it('acts as the walled role inside, and as the login before and after, on one and the same connection', async () => {
    const inside = await transact(database, { role: 'desk', unit: '' }, (tx) => standing.execute(tx))
    assert.deepEqual(inside.rows, [{ user: 'foyer_viewer', role: 'desk' }])
    assert.deepEqual((await standing.execute(database.kysely)).rows, [{ user: 'postgres', role: null }])
    await assert.rejects(transact(database, SYSTEM, (tx) => sql`select 1 / 0`.execute(tx)))
    assert.deepEqual((await standing.execute(database.kysely)).rows, [{ user: 'postgres', role: null }])
  })

  it('leads to no account and changes no line of the journal', async () => {
    for (const text of [
      'select * from "user"',
      'select * from session',
      'select * from account',
      'select * from verification',
      `update journal set role = 'nobody'`,
      'delete from journal',
      'truncate journal',
    ])
      await assert.rejects(
        transact(database, SYSTEM, (tx) => sql.raw(text).execute(tx)),
        { code: '42501' },
        text,
      )
  })
})

describe('a city that gives its house a login of its own', () => {
  it('needs no superuser: to own the database and to create a role is enough', async () => {
    await ask(postgres.url, `create role krefeld login createrole`)
    const url = new URL(await freshDatabase(postgres.url))
    await ask(postgres.url, `alter database ${url.pathname.slice(1)} owner to krefeld`)
    await ask(postgres.url, 'drop role if exists foyer_viewer').catch(() => {})
    url.username = 'krefeld'
    const database = await openPostgres(url.href, 3)
    // Roles belong to the whole server: where another house made this one, its owner must let the new login in.
    await ask(postgres.url, 'grant foyer_viewer to krefeld with admin option').catch(() => {})
    assert.deepEqual(await migrate(database), names)
    const { rows } = await transact(database, SYSTEM, (tx) => sql`select current_user as user`.execute(tx))
    assert.deepEqual(rows, [{ user: 'foyer_viewer' }])
    await database.close()
  })
})

describe('a database that cannot be reached', () => {
  it('is told in one sentence that does not repeat the password', async () => {
    const url = new URL(postgres.url)
    url.pathname = '/nowhere'
    url.password = 'sesame'
    await assert.rejects(openPostgres(url.href), {
      message: 'The database of DATABASE_URL cannot be reached: database "nowhere" does not exist.',
    })
    url.port = '1'
    await assert.rejects(openPostgres(url.href), {
      message: 'The database of DATABASE_URL cannot be reached: connect ECONNREFUSED 127.0.0.1:1.',
    })
  })
})
