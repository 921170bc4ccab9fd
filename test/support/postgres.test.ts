import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { freshDatabase, type Postgres, start } from './postgres.ts'

let server: Postgres
before(async () => {
  server = await start()
})
after(() => server.stop())

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query({ text: sql, rowMode: 'array' })
    return rows[0]?.[0]
  } finally {
    await client.end()
  }
}

test('the server is PostgreSQL 18 and keeps what it confirms', async () => {
  assert.match(String(await ask(server.url, 'show server_version')), /^18\./)
  assert.equal(await ask(server.url, 'show fsync'), 'on')
})

test('each test file gets an empty database of its own', async () => {
  const first = await freshDatabase(server.url)
  const second = await freshDatabase(server.url)
  await ask(first, 'create table visit (id int)')
  assert.equal(await ask(second, `select to_regclass('visit')`), null)
  assert.equal(await ask(first, `select to_regclass('visit')`), 'visit')
})
