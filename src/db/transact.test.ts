import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { freshDatabase } from '../../test/support/database.ts'
import { type Database, SYSTEM, transact, type Viewer, violatedConstraint } from './index.ts'

let database: Database
before(async () => {
  database = await freshDatabase()
})
after(() => database.close())

const CLERK: Viewer = { role: 'desk', unit: 'X-ISC' }

const standing = sql<{ user: string; role: string | null; unit: string | null }>`select current_user as user,
  current_setting('foyer.role', true) as role, current_setting('foyer.unit', true) as unit`

/** Runs one statement through the door; the rows it gives. */
const through = async (text: string): Promise<unknown[]> =>
  (await transact(database, SYSTEM, (tx) => sql.raw(text).execute(tx))).rows

const DENIED = { code: '42501' }

describe('the one door to SQL', () => {
  it('acts as the walled role, with the settings of who looks', async () => {
    const { rows } = await transact(database, CLERK, (tx) => standing.execute(tx))
    assert.deepEqual(rows[0], { user: 'foyer_viewer', role: 'desk', unit: 'X-ISC' })
  })

  it('leaves neither role nor settings behind, also after an error', async () => {
    const { rows: first } = await standing.execute(database.kysely)
    const login = (first[0] as { user: string }).user
    assert.notEqual(login, 'foyer_viewer')
    await transact(database, CLERK, async () => {})
    await assert.rejects(transact(database, CLERK, (tx) => sql`select 1 / 0`.execute(tx)))
    const { rows } = await standing.execute(database.kysely)
    assert.equal((rows[0] as { user: string }).user, login)
    for (const name of ['role', 'unit'] as const) assert.ok(!(rows[0] as Record<string, string | null>)[name])
  })

  it('keeps nothing of a piece of work that fails', async () => {
    const stop = `insert into intake_stop (since, role) values ('2026-11-23T09:00Z', 'lead')`
    const work = transact(database, SYSTEM, async (tx) => {
      await sql.raw(stop).execute(tx)
      throw new Error('thought better of it')
    })
    await assert.rejects(work, /thought better/)
    assert.deepEqual(await through('select * from intake_stop'), [])
  })

  it('takes a role and a unit as texts, never as statements', async () => {
    const role = `desk', true), set_config('role', 'postgres`
    const { rows } = await transact(database, { role, unit: `';--` }, (tx) => standing.execute(tx))
    assert.deepEqual(rows[0], { user: 'foyer_viewer', role, unit: `';--` })
  })
})

describe('the walled role', () => {
  for (const table of ['"user"', 'session', 'account', 'verification', '"rateLimit"', 'migration']) {
    it(`may neither read nor write ${table.replaceAll('"', '')}`, async () => {
      await assert.rejects(through(`select * from ${table}`), DENIED)
      await assert.rejects(through(`delete from ${table}`), DENIED)
      await assert.rejects(through(`insert into ${table} default values`), DENIED)
    })
  }

  const lines = {
    journal: `insert into journal (at, day, visit, step, to_state, role, unit, detail)
      values ('2026-11-23T09:00Z', '2026-11-23', 'v', 'arrived', 'waiting', 'kiosk', 'X-ISC', '{}')`,
    house_journal: `insert into house_journal (at, day, step, from_state, to_state, role, detail)
      values ('2026-11-23T09:00Z', '2026-11-23', 'opened', 'closed', 'open', 'clerk', '{}')`,
  }
  for (const [table, line] of Object.entries(lines)) {
    it(`adds lines to the ${table}, which are neither changed nor deleted`, async () => {
      await through(line)
      const before = await through(`select * from ${table}`)
      for (const text of [`update ${table} set role = 'nobody'`, `delete from ${table}`, `truncate ${table}`])
        await assert.rejects(through(text), DENIED, text)
      assert.deepEqual(await through(`select * from ${table}`), before)
    })
  }

  it('makes no tables and takes no other role', async () => {
    await assert.rejects(through('create table diary (line int)'), DENIED)
    await assert.rejects(through('alter table visit disable row level security'), DENIED)
    await assert.rejects(through('drop table visit'), DENIED)
  })
})

const visit = (id: string, more: Readonly<Record<string, string>> = {}): string => {
  const row: Record<string, string> = {
    id: `'${id}'`,
    secret: `'${id}'`,
    day: `'2026-11-23'`,
    number: '1',
    arrived_at: `'2026-11-23T09:00Z'`,
    arrival: `'kiosk'`,
    concerns: `'{isc-cert}'`,
    party_size: '1',
    reading_language: `'de'`,
    spoken_language: `'de'`,
    needs: `'{}'`,
    state: `'waiting'`,
    since: `'2026-11-23T09:00Z'`,
    unit: `'X-ISC'`,
    calls: '0',
    concerns_done: `'{}'`,
    version: '1',
    ...more,
  }
  return `insert into visit (${Object.keys(row).join(', ')}) values (${Object.values(row).join(', ')})`
}

const AT_DESK = { state: `'called'`, desk: `'platz-1'`, called_at: `'2026-11-23T09:05Z'` }

/** The name of what refuses a statement. */
const refusedBy = async (text: string): Promise<string | null> => {
  try {
    await through(text)
  } catch (error) {
    return violatedConstraint(error)
  }
  return null
}

describe('the database', () => {
  before(async () => {
    await through(visit('first', { ...AT_DESK, number: '100' }))
  })

  it('refuses a second visitor at a desk, called or served', async () => {
    assert.equal(await refusedBy(visit('second', { ...AT_DESK, number: '101' })), 'one_visit_at_a_desk')
    const serving = { ...AT_DESK, state: `'serving'`, number: '101' }
    assert.equal(await refusedBy(visit('second', serving)), 'one_visit_at_a_desk')
  })

  it('takes a visitor at another desk, and one parked at the same', async () => {
    assert.equal(await refusedBy(visit('elsewhere', { ...AT_DESK, desk: `'platz-2'`, number: '102' })), null)
    assert.equal(await refusedBy(visit('parked', { ...AT_DESK, state: `'parked'`, number: '103' })), null)
  })

  it('refuses a number twice on a day, but not on another day', async () => {
    assert.equal(await refusedBy(visit('twice', { number: '100' })), 'visit_day_number_key')
    assert.equal(await refusedBy(visit('tomorrow', { number: '100', day: `'2026-11-24'` })), null)
  })

  it('refuses a ticket link that two visits share', async () => {
    assert.equal(await refusedBy(visit('shared', { secret: `'first'`, number: '104' })), 'visit_secret_key')
  })

  it('refuses who is called to no desk or at no time, who waits at a desk, and words that mean nothing', async () => {
    for (const wrong of [
      { ...AT_DESK, desk: 'null' },
      { ...AT_DESK, called_at: 'null' },
      { desk: `'platz-3'` },
      { state: `'asleep'` },
      { concerns: `'{}'` },
      { party_size: '0' },
      { arrival: `'window'` },
    ])
      assert.ok(await refusedBy(visit('wrong', { ...wrong, number: '105' })), JSON.stringify(wrong))
  })

  it('refuses a token for a role that is none, and one whose mark another has', async () => {
    const token = (id: string, role: string, hash: string) =>
      `insert into device_token (id, hash, role, created_at) values ('${id}', '${hash}', '${role}', '2026-11-23')`
    assert.ok(await refusedBy(token('a', 'head', 'x')))
    assert.equal(await refusedBy(token('b', 'kiosk', 'y')), null)
    assert.equal(await refusedBy(token('c', 'kiosk', 'y')), 'device_token_hash_key')
  })

  it('refuses a second stop of intake', async () => {
    const stop = `insert into intake_stop (since, role) values ('2026-11-23T09:00Z', 'lead')`
    await through(stop)
    assert.equal(await refusedBy(stop), 'intake_stop_pkey')
  })
})

describe('what refused a statement', () => {
  it('is named when it was a constraint, and nothing else is taken for one', () => {
    assert.equal(
      violatedConstraint({ code: '23505', constraint: 'one_visit_at_a_desk' }),
      'one_visit_at_a_desk',
    )
    assert.equal(violatedConstraint({ code: '23502' }), '')
    for (const other of [
      { code: '42501', constraint: 'x' },
      { code: 'ECONNREFUSED' },
      new Error('x'),
      null,
      undefined,
      'x',
    ])
      assert.equal(violatedConstraint(other), null)
  })
})
