import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { arrive, call, desk, formOf, openWeb, step, type TestWeb } from '../../../test/support/house.ts'
import { figuresOf, outcomesToday } from './day.ts'
import { openDesk } from './desk.ts'
import { receiptsOf } from './look.ts'

const DAY = '2026-11-23'

describe('nobody leaves empty-handed', () => {
  let house: TestWeb
  before(async () => {
    house = await openWeb()
  })
  beforeEach(() => house.empty())
  after(() => house.close())

  const page = async (path: string) => (await house.fetch(path)).text()

  it('offers a wish for an appointment when the day is over, notes it once and counts it as an outcome', async () => {
    house.clock.pass(6 * 60)
    const visit = await arrive(house)
    const path = `/de/ticket/${visit.secret}`
    assert.match(await page(path), /Terminwunsch notieren/)
    for (let i = 0; i < 2; i++) {
      const answer = await house.fetch(path, formOf({ do: 'wish', times: 'morning' }))
      assert.equal(answer.status, 303)
    }
    assert.match(await page(path), /Ihr Terminwunsch ist notiert/)
    const { ended, withOutcome, wishes } = await figuresOf(house.office, DAY)
    assert.deepEqual({ ended, withOutcome, wishes }, { ended: 1, withOutcome: 1, wishes: 1 })
  })

  it('offers the afternoon to whoever comes in the noon break, and keeps number and arrival', async () => {
    house.clock.pass(2.5 * 60)
    const visit = await arrive(house)
    const path = `/de/kiosk/kiosk-1/slip/${visit.secret}`
    assert.match(await page(path), /Heute ab 14:00 Uhr wiederkommen/)
    await house.fetch(path, formOf({ do: 'later' }))
    assert.match(await page(path), /Kommen Sie heute ab 14:00 Uhr wieder/)
    assert.equal(await call(house, 'platz-1'), null, 'nobody calls her before')
    house.clock.pass(95)
    const called = await call(house, 'platz-1')
    assert.ok(called && typeof called !== 'string')
    assert.equal(called.id, visit.id)
    assert.equal(called.arrivedAt, visit.arrivedAt)
  })

  it('offers nothing instead while today is long enough', async () => {
    await openDesk(house.office, desk('platz-1'), { account: 'a', languages: null, skills: null })
    const visit = await arrive(house)
    assert.doesNotMatch(await page(`/de/ticket/${visit.secret}`), /Terminwunsch notieren/)
  })

  it('gives a receipt for papers with list and date, which is gone again when it is taken back', async () => {
    const visit = await arrive(house, 'isc-docs-submit')
    await call(house, 'platz-1')
    await step(house, visit, { do: 'start', desk: desk('platz-1') })
    await step(house, visit, { do: 'receipt', desk: desk('platz-1'), papers: ['papers', 'passport'] })
    const [receipt, ...more] = await receiptsOf(house.office, visit.id)
    assert.deepEqual(receipt, { at: house.clock.at, papers: ['papers', 'passport'] })
    assert.equal(more.length, 0)
    const unknown = { do: 'receipt', desk: desk('platz-1'), papers: ['gold'] } as const
    assert.equal(await step(house, visit, unknown), 'error.needs')
    await step(house, visit, { do: 'undo', desk: desk('platz-1') })
    assert.deepEqual(await receiptsOf(house.office, visit.id), [])
  })

  it('says it at the door once five visits are over, and never before', async () => {
    for (let i = 0; i < 5; i++) {
      house.clock.pass(2)
      assert.doesNotMatch(await page('/de/'), /leeren Händen/)
      const visit = await arrive(house)
      await call(house, 'platz-1')
      await step(house, visit, { do: 'start', desk: desk('platz-1') })
      await step(house, visit, { do: 'finish', desk: desk('platz-1'), outcome: 'done', concerns: [] })
    }
    house.clock.pass(2)
    const { ended, withOutcome } = await outcomesToday(house.office)
    assert.deepEqual([ended, withOutcome], [5, 5])
    assert.match(await page('/de/'), /Niemand geht mit leeren Händen: heute 5 von 5/)
  })
})
