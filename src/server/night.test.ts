import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, it, mock } from 'node:test'
import { arrive, call, desk, openHouse, type TestHouse } from '../../test/support/house.ts'
import { figuresOf, loadHall, openDesk, visitOf } from '../reception/index.ts'
import { watchNight } from './night.ts'

let house: TestHouse
before(async () => {
  house = await openHouse()
})
beforeEach(async () => {
  await house.empty()
  mock.timers.enable({ apis: ['setInterval'] })
})
afterEach(() => mock.timers.reset())
after(() => house.close())

const HOURS = 60
const SAMIRA = { account: 'samira', languages: ['de'], skills: null }

/** Resolves when the night job is through with a look that found a new day. */
function nightOver(): { over: Promise<void>; failed: unknown[]; stop: () => void } {
  const failed: unknown[] = []
  const { database } = house.office
  const tidied = Promise.withResolvers<void>()
  const watched = {
    ...house.office,
    database: {
      ...database,
      tidy: async () => {
        await database.tidy()
        tidied.resolve()
      },
    },
  }
  const stop = watchNight(watched, (error) => failed.push(error))
  return { over: tidied.promise, failed, stop }
}

const sitterOf = (name: string) => house.office.memory.desks.get(desk(name))?.sitter ?? null

describe('the night', () => {
  it('ends who was still waiting, called or served, closes every desk and forgets who sat there', async () => {
    const { over, failed, stop } = nightOver()
    await openDesk(house.office, desk('platz-1'), SAMIRA)
    const [called, waiting] = [await arrive(house), await arrive(house)]
    await call(house, 'platz-1')
    house.clock.pass(14 * HOURS + 1)
    mock.timers.tick(60_000)
    await over
    stop()
    for (const { id } of [called, waiting]) assert.equal((await visitOf(house.office, id))?.state, 'unserved')
    assert.equal(sitterOf('platz-1'), null)
    assert.equal((await figuresOf(house.office, '2026-11-23')).unserved, 2)
    assert.deepEqual(failed, [])
  })

  it('is followed by an empty hall, in which the desk of yesterday calls again', async () => {
    const { over, stop } = nightOver()
    await arrive(house)
    await call(house, 'platz-1')
    house.clock.pass(24 * HOURS)
    mock.timers.tick(60_000)
    await over
    stop()
    assert.equal(house.office.memory.hall.waiting.length, 0)
    const visit = await arrive(house)
    const next = await call(house, 'platz-1')
    assert.ok(next && typeof next !== 'string')
    assert.equal(next.id, visit.id)
    assert.equal(next.number, 1, 'the numbers begin again')
  })

  it('does nothing while the day lasts', async () => {
    const stop = watchNight(house.office, (error) => assert.fail(String(error)))
    await openDesk(house.office, desk('platz-1'), SAMIRA)
    const visit = await arrive(house)
    for (let minute = 0; minute < 8 * HOURS; minute++) {
      house.clock.pass(1)
      mock.timers.tick(60_000)
    }
    stop()
    assert.equal((await visitOf(house.office, visit.id))?.state, 'waiting')
    assert.equal(sitterOf('platz-1'), 'samira')
  })

  it('that fails is told, tried again a minute later, and then over', async () => {
    const failures = Promise.withResolvers<unknown>()
    const { database } = house.office
    const tidied = Promise.withResolvers<void>()
    let tries = 0
    const tidy = async () => {
      tries += 1
      if (tries === 1) throw new Error('no space left')
      tidied.resolve()
    }
    const stop = watchNight({ ...house.office, database: { ...database, tidy } }, failures.resolve)
    house.clock.pass(24 * HOURS)
    mock.timers.tick(60_000)
    assert.match(String(await failures.promise), /no space left/)
    mock.timers.tick(60_000)
    await tidied.promise
    await new Promise((resolve) => setImmediate(resolve))
    const topics: string[] = []
    house.office.hub.tap((told) => topics.push(...told))
    mock.timers.tick(10 * 60_000)
    // Whatever those looks began has had its turn at the database after these.
    for (let i = 0; i < 20; i++) await figuresOf(house.office, '2026-11-23')
    stop()
    assert.equal(tries, 2)
    assert.deepEqual(topics, [], 'ten looks found nothing to do')
  })

  it('leaves a desk alone that somebody opened in the new day', async () => {
    await openDesk(house.office, desk('platz-1'), SAMIRA)
    const { over, stop } = nightOver()
    house.clock.pass(24 * HOURS)
    await openDesk(house.office, desk('platz-2'), SAMIRA)
    mock.timers.tick(60_000)
    await over
    stop()
    await loadHall(house.office, '2026-11-24')
    assert.equal(sitterOf('platz-1'), null)
    assert.equal(sitterOf('platz-2'), 'samira')
  })
})
