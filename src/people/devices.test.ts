import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { freshDatabase } from '../../test/support/database.ts'
import type { Database } from '../db/index.ts'
import { instant, makeIds } from '../kernel/index.ts'
import { type Devices, makeDevices } from './index.ts'

const ids = makeIds(randomBytes)
const wall = { at: 0, now: () => wall.at }

let database: Database
let devices: Devices
before(async () => {
  database = await freshDatabase()
  devices = open()
})
after(() => database.close())

const open = (): Devices => makeDevices(database, { clock: { now: () => instant(0) }, ids, wall: wall.now })

describe('the token of a device', () => {
  it('opens the door for its role, and for its desk where it has one', async () => {
    const kiosk = await devices.of(await devices.create('kiosk', null))
    assert.deepEqual([kiosk?.role, kiosk?.desk], ['kiosk', null])
    const desk = await devices.of(await devices.create('desk', 'platz-1'))
    assert.deepEqual([desk?.role, desk?.desk], ['desk', 'platz-1'])
  })

  it('is known to nobody but the device: the database keeps only a mark of it', async () => {
    const secret = await devices.create('desk', null)
    const { rows } = await sql`select * from device_token`.execute(database.kysely)
    assert.ok(!JSON.stringify(rows).includes(secret.replace(/^foyer_/, '')))
  })

  it('that nobody gave out opens nothing', async () => {
    for (const secret of ['', 'foyer_', 'foyer_nothing', `${await devices.create('kiosk', null)}x`])
      assert.equal(await devices.of(secret), null, secret)
  })

  it('opens nothing once it is revoked, and revoking again changes nothing', async () => {
    const secret = await devices.create('kiosk', null)
    assert.ok(await devices.of(secret))
    assert.equal(await devices.revoke(secret), true)
    assert.equal(await devices.of(secret), null)
    assert.equal(await devices.revoke(secret), false)
  })

  it('leaves the tokens of others alone when it is revoked', async () => {
    const [one, two] = [await devices.create('kiosk', null), await devices.create('kiosk', null)]
    await devices.revoke(one)
    assert.ok(await devices.of(two))
  })

  it('revoked through another server is forgotten here within five seconds', async () => {
    const other = open()
    const secret = await devices.create('kiosk', null)
    assert.ok(await devices.of(secret))
    await other.revoke(secret)
    wall.at += 4_999
    assert.ok(await devices.of(secret))
    wall.at += 1
    assert.equal(await devices.of(secret), null)
  })
})
