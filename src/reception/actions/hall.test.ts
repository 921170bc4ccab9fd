import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { arrive, call, closeTo, desk, openHouse, step, type TestHouse } from '../../../test/support/house.ts'
import { isRefusal } from '../../kernel/index.ts'
import { issueTicket } from './arrival.ts'
import { callNext } from './call.ts'
import { endPastDays, figuresOf } from './day.ts'
import { closeDesk, openDesk, setIntake } from './desk.ts'
import { standingInLine } from './forecast.ts'
import { loadHall } from './office.ts'

describe('the hall', () => {
  let house: TestHouse
  before(async () => {
    house = await openHouse()
  })
  beforeEach(() => house.empty())
  after(() => house.close())

  it('calls the one who came first and says at which desk she is', async () => {
    const first = await arrive(house)
    house.clock.pass(1)
    await arrive(house)
    const called = await call(house, 'platz-1')
    assert.ok(called && typeof called !== 'string')
    assert.equal(called.id, first.id)
    assert.equal(called.desk, 'platz-1')
  })

  it('gives numbers that rise and never repeat within the day', async () => {
    const numbers = [await arrive(house), await arrive(house), await arrive(house)].map(
      (visit) => visit.number,
    )
    assert.deepEqual(
      numbers,
      [...numbers].sort((a, b) => a - b),
    )
    assert.equal(new Set(numbers).size, 3)
  })

  it('goes on saying after a restart how many were called of late, also those who are served by now', async () => {
    const here = await arrive(house)
    const gone = await arrive(house)
    const waits = await arrive(house)
    for (const [visit, name] of [
      [here, 'platz-1'],
      [gone, 'platz-2'],
    ] as const) {
      await step(house, visit, { do: 'call', desk: desk(name) })
      await step(house, visit, { do: 'start', desk: desk(name) })
    }
    const finish = { do: 'finish', outcome: 'done', concerns: [] } as const
    await step(house, gone, { ...finish, desk: desk('platz-2') })
    const { office } = house
    const lately = () => standingInLine(office, office.memory.hall, waits).calledLately
    assert.equal(lately(), 2)
    await loadHall(office, office.memory.day)
    assert.equal(lately(), 2)
  })

  it('refuses a second visitor at a desk that has one', async () => {
    await arrive(house)
    await arrive(house)
    await call(house, 'platz-1')
    assert.equal(await call(house, 'platz-1'), 'desk.refused.busy')
  })

  it('keeps number and arrival of a visit passed to another unit, and the sender sees until when', async () => {
    const visit = await arrive(house)
    await call(house, 'platz-1')
    await step(house, visit, { do: 'start', desk: desk('platz-1') })
    house.clock.pass(3)
    const passed = await step(house, visit, { do: 'pass', desk: desk('platz-1'), to: 'C-EA' as never })
    assert.ok(typeof passed !== 'string')
    assert.equal(passed.number, visit.number)
    assert.equal(passed.arrivedAt, visit.arrivedAt)
    assert.equal(passed.pass?.from, 'X-ISC')
    closeTo(passed.pass?.deadline ?? 0, house.clock.at + 20 * 60_000)
    assert.equal(await call(house, 'platz-2'), null)
    const taken = await call(house, 'zimmer-9')
    assert.ok(taken && typeof taken !== 'string')
    assert.equal(taken.id, visit.id)
    assert.equal(taken.pass, null)
  })

  it('gives one ticket for a press that was sent twice', async () => {
    const request = {
      concerns: [house.city.concerns[1]?.id ?? ('' as never)],
      arrival: 'kiosk' as const,
      partySize: 1,
      readingLanguage: 'de',
      spokenLanguage: 'de',
      needs: [],
      scope: 'kiosk-1',
      key: 'the same press',
    }
    const [one, two] = await Promise.all([
      issueTicket(house.office, request),
      issueTicket(house.office, request),
    ])
    assert.ok(!isRefusal(one) && !isRefusal(two))
    assert.equal(one.visit.id, two.visit.id)
    const other = await issueTicket(house.office, { ...request, partySize: 4 })
    assert.ok(isRefusal(other))
    assert.equal(other.key, 'error.key_reused')
  })

  it('calls nobody twice for a button that was pressed twice', async () => {
    await arrive(house)
    await arrive(house)
    const request = { desk: desk('platz-1'), asker: { role: 'clerk', scope: 'account:1', key: 'one press' } }
    const first = await callNext(house.office, request)
    const again = await callNext(house.office, request)
    assert.ok(first && again && !isRefusal(first) && !isRefusal(again))
    assert.equal(first.visit.id, again.visit.id)
  })

  it('takes a misclick back: the finished visit is at the desk again', async () => {
    const visit = await arrive(house)
    await call(house, 'platz-1')
    await step(house, visit, { do: 'start', desk: desk('platz-1') })
    await step(house, visit, { do: 'finish', desk: desk('platz-1'), outcome: 'done', concerns: [] })
    const undone = await step(house, visit, { do: 'undo', desk: desk('platz-1') })
    assert.ok(typeof undone !== 'string')
    assert.equal(undone.state, 'serving')
    assert.equal(undone.desk, 'platz-1')
  })

  it('does not take a step back onto a desk that has somebody else by now', async () => {
    const first = await arrive(house)
    house.clock.pass(1)
    await arrive(house)
    await call(house, 'platz-1')
    await step(house, first, { do: 'start', desk: desk('platz-1') })
    await step(house, first, { do: 'finish', desk: desk('platz-1'), outcome: 'done', concerns: [] })
    await call(house, 'platz-1')
    assert.equal(await step(house, first, { do: 'undo', desk: desk('platz-1') }), 'desk.refused.busy')
  })

  it('gives no number while intake is stopped, but repeats an answer already given', async () => {
    await setIntake(house.office, 'full', 'lead')
    await assert.rejects(arrive(house), /error.intake_stopped/)
    await setIntake(house.office, null, 'lead')
    await arrive(house)
  })

  it('lets nobody sit down where somebody sits, and closes no desk with a visitor', async () => {
    const sitter = { account: 'samira', languages: ['de', 'ar'], skills: null }
    await openDesk(house.office, desk('platz-2'), sitter)
    const taken = await openDesk(house.office, desk('platz-2'), { ...sitter, account: 'jonas' })
    assert.ok(isRefusal(taken) && taken.key === 'desk.refused.taken')
    await arrive(house)
    await call(house, 'platz-2')
    const closed = await closeDesk(house.office, desk('platz-2'))
    assert.ok(isRefusal(closed) && closed.key === 'staff.close_busy')
  })

  it('recomputes the same figures of a day from its journal as often as it is asked', async () => {
    const came = await arrive(house)
    house.clock.pass(1)
    const absent = await arrive(house)
    await call(house, 'platz-1')
    await step(house, came, { do: 'start', desk: desk('platz-1') })
    house.clock.pass(7)
    await step(house, came, { do: 'finish', desk: desk('platz-1'), outcome: 'done', concerns: [] })
    for (let i = 0; i < 3; i++) {
      await call(house, 'platz-1')
      await step(house, absent, { do: 'not_here', desk: desk('platz-1') })
      house.clock.pass(6)
    }
    const figures = await figuresOf(house.office, '2026-11-23')
    assert.equal(figures.served, 1)
    assert.equal(figures.missed, 1)
    assert.equal(figures.meanServiceMinutes, 7)
    assert.deepEqual(await figuresOf(house.office, '2026-11-23'), figures)
  })

  it('ends at night what nobody ended, and forgets who sat where', async () => {
    await openDesk(house.office, desk('platz-1'), { account: 'samira', languages: null, skills: null })
    const visit = await arrive(house)
    house.clock.pass(24 * 60)
    assert.equal(await endPastDays(house.office), 1)
    assert.equal(await endPastDays(house.office), 0)
    assert.equal(house.office.memory.desks.size, 0)
    assert.equal((await figuresOf(house.office, visit.day)).unserved, 1)
  })
})
