import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { arrive, call, desk, openHouse, step, type TestHouse } from '../../../test/support/house.ts'
import { routeAhead, standingInLine } from './forecast.ts'
import { freshHall } from './office.ts'

describe('a matter through three stations', () => {
  let house: TestHouse
  before(async () => {
    house = await openHouse()
  })
  beforeEach(() => house.empty())
  after(() => house.close())

  it('is served at the desk, at the fingerprints and at the cash desk, each by a desk that does it', async () => {
    const visit = await arrive(house, 'isc-eat-loss')
    assert.deepEqual(visit.route, ['desk', 'fingerprints', 'cash'])
    assert.equal(await call(house, 'platz-15'), null, 'the cash desk is not for her yet')
    for (const name of ['platz-1', 'platz-6']) {
      const called = await call(house, name)
      assert.ok(called && typeof called !== 'string', name)
      assert.equal(called.number, visit.number)
      await step(house, visit, { do: 'start', desk: desk(name) })
      const moved = await step(house, visit, { do: 'move_on', desk: desk(name) })
      assert.ok(typeof moved !== 'string')
      assert.equal(moved.arrivedAt, visit.arrivedAt)
      assert.equal(await call(house, 'platz-2'), null, 'no other desk calls her now')
    }
    assert.ok(await call(house, 'platz-15'))
    await step(house, visit, { do: 'start', desk: desk('platz-15') })
    const finish = { do: 'finish', desk: desk('platz-15'), outcome: 'come_back', concerns: [] } as const
    const done = await step(house, visit, { ...finish, bring: ['passport'] })
    assert.ok(typeof done !== 'string')
    assert.deepEqual(done.bring, ['passport'])
    assert.equal(await step(house, visit, { ...finish, bring: ['no such paper'] }), 'error.needs')
  })

  it('has one forecast for everything that is longer than that of the next call', async () => {
    for (const name of ['platz-1', 'platz-6', 'platz-15']) await call(house, name).then(() => {})
    const visit = await arrive(house, 'isc-eat-loss')
    await call(house, 'platz-1')
    await step(house, visit, { do: 'start', desk: desk('platz-1') })
    await step(house, visit, { do: 'move_on', desk: desk('platz-1') })
    const hall = await freshHall(house.office)
    const now = hall.visits.get(visit.id)
    assert.ok(now)
    const next = standingInLine(house.office, hall, now).wait
    assert.ok(routeAhead(house.office, hall, now).to > next.to)
  })

  it('is not called while she is out, and keeps her place before those who came after her', async () => {
    const first = await arrive(house)
    house.clock.pass(1)
    const second = await arrive(house)
    await step(house, first, { do: 'go_out', desk: null })
    const called = await call(house, 'platz-1')
    assert.ok(called && typeof called !== 'string')
    assert.equal(called.id, second.id)
    assert.equal(await call(house, 'platz-2'), null)
    house.clock.pass(5)
    await arrive(house)
    await step(house, first, { do: 'be_back', desk: null })
    const next = await call(house, 'platz-2')
    assert.ok(next && typeof next !== 'string')
    assert.equal(next.id, first.id)
  })
})
