import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, afterEach, before, beforeEach, describe, it } from 'node:test'
import { freshDatabase } from '../../test/support/database.ts'
import { concern, desk, MONDAY_TEN } from '../../test/support/house.ts'
import { copyOfKrefeld } from '../../test/support/pack-copy.ts'
import { deskById, serviceDay } from '../city/index.ts'
import type { Database } from '../db/index.ts'
import { isRefusal, makeIds } from '../kernel/index.ts'
import { callNext, issueTicket, loadHall, type Office, visitOf } from '../reception/index.ts'
import { makeOffice } from './house.tsx'
import { openPack, type Pack, reloadPack } from './pack.ts'

const copy = copyOfKrefeld()
let database: Database
let pack: Pack
let office: Office
const said: string[] = []

before(async () => {
  database = await freshDatabase()
})
beforeEach(async () => {
  copy.restore()
  said.length = 0
  pack = openPack(copy.folder, (text) => said.push(text))
  office = makeOffice({ database, clock: { now: () => MONDAY_TEN }, ids: makeIds(randomBytes), pack })
  await loadHall(office, serviceDay(office.city(), MONDAY_TEN))
})
afterEach(() => copy.restore())
after(async () => {
  copy.dispose()
  await database.close()
})

async function arrive(name: string): Promise<void> {
  const issued = await issueTicket(office, {
    concerns: [concern(name)],
    arrival: 'kiosk',
    partySize: 1,
    readingLanguage: 'de',
    spokenLanguage: 'de',
    needs: [],
    scope: 'test',
    key: office.ids.next(),
  })
  assert.ok(!isRefusal(issued))
}

const callTo = (name: string) =>
  callNext(office, { desk: desk(name), asker: { role: 'clerk', scope: 'test', key: null } })

const CITY = 'city.yaml'
const HOUSE = 'premises/am-hauptbahnhof-5.yaml'

describe('a pack that is opened', () => {
  it('without mistakes says nothing', () => assert.deepEqual(said, []))

  it('with mistakes says which parts are left out, and runs', () => {
    copy.replace({ file: HOUSE, from: 'platz-3:', text: 'units: [X-ISC]' }, 'units: [X]')
    const opened = openPack(copy.folder, (text) => said.push(text))
    assert.equal(deskById(opened.city(), 'platz-3'), undefined)
    assert.match(
      said.join('\n'),
      /^The pack has mistakes; these parts are left out:\npremises\/am-hauptbahnhof-5\.yaml:\d+ {2}unit "X"/,
    )
  })

  it('that cannot run is refused with every mistake in it', () => {
    copy.remove('policies.yaml')
    assert.throws(
      () => openPack(copy.folder, () => {}),
      /cannot be used:\npolicies\.yaml:1 {2}the file is missing/,
    )
  })
})

describe('a pack that is read again in a running hall', () => {
  it('counts at once: a new desk calls whoever waits', async () => {
    await arrive('isc-eat-pickup')
    assert.ok(isRefusal(await callTo('platz-99')))
    const line =
      '  platz-99: { name: "Platz 99", label: "99", way: left, units: [X-ISC], at: [5, 5] }\nkiosks:'
    copy.replace({ file: HOUSE, text: 'kiosks:' }, line)
    const topics: string[] = []
    office.hub.tap((told) => topics.push(...told))
    assert.deepEqual(await reloadPack(office, pack), { taken: true, mistakes: '' })
    assert.deepEqual(topics, ['hall', 'board'], 'every page looks again')
    const called = await callTo('platz-99')
    assert.ok(called && !isRefusal(called))
    assert.equal(called.visit.desk, 'platz-99')
  })

  it('counts at once: a new rule of the hall is in force', async () => {
    copy.replace({ file: 'policies.yaml', text: 'longest_wait_minutes: 60' }, 'longest_wait_minutes: 45')
    await reloadPack(office, pack)
    assert.equal(office.city().policies.longestWaitMinutes, 45)
    assert.equal(office.memory.hall.indexes.policy.longestWait, 45 * 60_000)
  })

  it('that cannot run leaves the old one in place, and says why', async () => {
    const city = office.city()
    const { hall } = office.memory
    const line = copy.replace({ file: CITY, text: 'zone: Europe/Berlin' }, 'zone: Mars')
    const reloaded = await reloadPack(office, pack)
    assert.equal(reloaded.taken, false)
    assert.match(
      reloaded.mistakes,
      new RegExp(`^The old pack stays in place:\ncity.yaml:${line} {2}"zone" cannot be "Mars"`),
    )
    assert.equal(office.city(), city)
    assert.equal(office.memory.hall, hall)
    await arrive('isc-cert')
    assert.ok(!isRefusal(await callTo('platz-1')))
  })

  it('with one broken desk runs without that desk, and names it', async () => {
    const line = copy.replace({ file: HOUSE, from: 'platz-3:', text: 'label: "3", ' }, '')
    const reloaded = await reloadPack(office, pack)
    assert.equal(reloaded.taken, true)
    assert.equal(
      reloaded.mistakes,
      `These parts are left out:\n${HOUSE}:${line}  "desks.platz-3.label" is missing. Right would be: a short text such as "3"`,
    )
    assert.ok(isRefusal(await callTo('platz-3')))
  })

  it('without a concern that somebody waits for keeps her in the hall until her day ends', async () => {
    await arrive('isc-transfer')
    const waiting = office.memory.hall.waiting.at(-1)
    copy.replace({ file: 'concerns/service-centre.yaml', from: 'isc-transfer:', text: 'channel:' }, 'chanel:')
    await reloadPack(office, pack)
    assert.ok(waiting && (await visitOf(office, waiting.id))?.state === 'waiting')
    for (const name of ['platz-2', 'platz-4', 'info']) assert.ok(!isRefusal(await callTo(name)))
  })
})
