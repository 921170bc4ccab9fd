import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { arrive, call, desk, openHouse, step, type TestHouse } from '../../../test/support/house.ts'
import { SYSTEM, transact } from '../../db/index.ts'
import { isRefusal, plusMinutes } from '../../kernel/index.ts'
import { houseEntriesOfDay } from '../store.ts'
import { alarmAt, alarmsNow, answer, raiseAlarmAt, responds } from './alarm.ts'
import { closeDesk, openDesk, setIntake } from './desk.ts'
import { waitForConcern } from './forecast.ts'
import { helpNow } from './help.ts'
import { deskStateOf } from './office.ts'
import { paceAt } from './pace.ts'
import { changeWork, type WorkWish } from './work.ts'

const ONE = desk('platz-1')
let house: TestHouse
before(async () => {
  house = await openHouse()
})
beforeEach(() => house.empty())
after(() => house.close())

const sit = (name: string, account: string) =>
  openDesk(house.office, desk(name), { account, languages: null, skills: null })
const wish = async (doing: WorkWish['do'], account = 'samira', name = 'platz-1') => {
  const done = await changeWork(house.office, desk(name), { do: doing, account, role: 'clerk' })
  return isRefusal(done) ? done.key : done.work
}
const lines = async () => {
  const entries = await transact(house.office.database, SYSTEM, (tx) => houseEntriesOfDay(tx, '2026-11-23'))
  return entries.map(({ step: name, desk: where, role }) => `${name} ${where ?? 'house'} ${role}`)
}

describe('a break', () => {
  it('is one that nobody is called into, by whatever way', async () => {
    await sit('platz-1', 'samira')
    const parked = await arrive(house)
    await call(house, 'platz-1')
    await step(house, parked, { do: 'park', desk: ONE })
    assert.equal(await wish('take_break'), 'break')
    const other = await arrive(house)
    assert.equal(await call(house, 'platz-1'), 'work.refused.break')
    assert.equal(await step(house, parked, { do: 'bring_back', desk: ONE }), 'work.refused.break')
    assert.equal(await step(house, other, { do: 'call', desk: ONE }), 'work.refused.break')
    assert.equal(await wish('come_back'), 'at_desk')
    assert.ok(typeof (await call(house, 'platz-1')) !== 'string')
  })

  it('begins when the present case is over, however it ends', async () => {
    for (const end of ['finish', 'not_here', 'leave', 'pass'] as const) {
      await house.empty()
      await sit('platz-1', 'samira')
      const visit = await arrive(house)
      await call(house, 'platz-1')
      if (end !== 'not_here') await step(house, visit, { do: 'start', desk: ONE })
      assert.equal(await wish('take_break'), 'to_break')
      assert.equal(await wish('take_break'), 'staff.close_busy')
      if (end === 'finish') await step(house, visit, { do: end, desk: ONE, outcome: 'done', concerns: [] })
      else if (end === 'pass') await step(house, visit, { do: end, desk: ONE, to: 'C-EA' as never })
      else await step(house, visit, { do: end, desk: ONE })
      const state = deskStateOf(house.office, ONE)
      assert.equal(state.work, 'break', end)
      assert.equal(state.breakUntil, plusMinutes(house.clock.at, 30))
    }
  })

  it('is not ended by a colleague, by taking the seat or by closing the desk', async () => {
    await sit('platz-1', 'samira')
    await wish('take_break')
    const seat = await sit('platz-1', 'jonas')
    assert.ok(isRefusal(seat) && seat.key === 'desk.refused.taken')
    const closed = await closeDesk(house.office, ONE, { account: 'claudia', role: 'lead' })
    assert.ok(isRefusal(closed) && closed.key === 'work.refused.break')
    assert.equal(await wish('come_back', 'jonas'), 'work.refused.not_yours')
    assert.equal(deskStateOf(house.office, ONE).work, 'break')
  })

  it('pressed twice is one break, and the journal names desk and role, never who', async () => {
    await sit('platz-1', 'samira')
    await wish('take_break')
    house.clock.pass(5)
    assert.equal(await wish('take_break'), 'break')
    assert.equal(deskStateOf(house.office, ONE).breakUntil, plusMinutes(house.clock.at, 25))
    await wish('come_back')
    await wish('stand_up')
    assert.deepEqual(await lines(), [
      'sat_down platz-1 clerk',
      'break_begun platz-1 clerk',
      'came_back platz-1 clerk',
      'stood_up platz-1 clerk',
    ])
  })

  it('survives a restart', async () => {
    await sit('platz-1', 'samira')
    await wish('take_break')
    const before = deskStateOf(house.office, ONE)
    house.office.memory.day = ''
    await helpNow(house.office)
    assert.deepEqual(deskStateOf(house.office, ONE), before)
  })

  it('is counted by the forecast from its end on, the back office not at all', async () => {
    const wait = async () => (await waitForConcern(house.office, house.city.orientation)).wait
    await sit('info', 'petra')
    assert.deepEqual(await wait(), { from: 0, to: 3, certain: true })
    await wish('take_break', 'petra', 'info')
    const resting = await wait()
    assert.ok(resting.certain && resting.to >= 30, JSON.stringify(resting))
    await wish('come_back', 'petra', 'info')
    await wish('go_back', 'petra', 'info')
    assert.equal((await wait()).certain, false)
  })
})

describe('the back office', () => {
  it('is asked to help at the front only when the promise would break, and no longer once it holds', async () => {
    await sit('platz-1', 'samira')
    await wish('go_back')
    const visit = await arrive(house)
    house.clock.pass(20)
    assert.equal(await helpNow(house.office), null)
    house.clock.pass(32)
    const wanted = await helpNow(house.office)
    assert.equal(wanted?.visit.id, visit.id)
    assert.deepEqual(wanted?.desks, ['platz-1'])
    await wish('take_break')
    assert.equal(await helpNow(house.office), null, 'not during a break')
    await wish('come_back')
    assert.equal(await helpNow(house.office), null, 'she is there')
  })

  it('is left by calling somebody', async () => {
    await sit('platz-1', 'samira')
    await wish('go_back')
    await arrive(house)
    await call(house, 'platz-1')
    assert.equal(deskStateOf(house.office, ONE).work, 'at_desk')
  })
})

describe('the own pace', () => {
  it('is told to who sits at the desk and to nobody else', async () => {
    await sit('platz-1', 'samira')
    const visit = await arrive(house)
    await call(house, 'platz-1')
    await step(house, visit, { do: 'start', desk: ONE })
    await step(house, visit, { do: 'finish', desk: ONE, outcome: 'done', concerns: visit.concerns })
    assert.equal((await paceAt(house.office, ONE, 'samira'))?.people, 1)
    assert.equal(await paceAt(house.office, ONE, 'claudia'), null)
  })
})

describe('the silent alarm', () => {
  const raise = (drill = false) => raiseAlarmAt(house.office, { desk: ONE, drill, role: 'clerk' })

  it('tells responders and the own desk, and nothing in the hall hears of it', async () => {
    const heard: string[] = []
    const stop = house.office.hub.tap((topics) => heard.push(...topics))
    await raise()
    stop()
    assert.deepEqual(heard, ['alarm', 'desk:platz-1'])
    assert.equal((await alarmsNow(house.office)).length, 1)
  })

  it('is one alarm however often and at once it is pressed, and goes its way to the end', async () => {
    await Promise.all([raise(), raise(), raise(true)])
    const [alarm, ...more] = await alarmsNow(house.office)
    assert.ok(alarm)
    assert.deepEqual(more, [])
    for (const doing of ['accept', 'arrive', 'arrive', 'end'] as const)
      assert.equal(await answer(house.office, { alarm: alarm.id, do: doing, role: 'lead' }), null)
    const late = await answer(house.office, { alarm: alarm.id, do: 'accept', role: 'lead' })
    assert.ok(isRefusal(late))
    assert.equal(await alarmAt(house.office, ONE), null)
    assert.deepEqual(
      (await lines()).filter((line) => line.startsWith('alarm')),
      [
        'alarm_raised platz-1 clerk',
        'alarm_accepted platz-1 lead',
        'alarm_arrived platz-1 lead',
        'alarm_over platz-1 lead',
      ],
    )
  })

  it('calls whom the pack names, by role or by desk', () => {
    assert.ok(responds(house.office, 'lead', null))
    assert.ok(responds(house.office, 'security', ONE))
    assert.ok(!responds(house.office, 'clerk', ONE))
  })
})

describe('a stop of intake', () => {
  it('is a lead’s decision, with a reason, and stands in the journal once', async () => {
    const refused = await setIntake(house.office, 'full', 'clerk')
    assert.ok(isRefusal(refused) && refused.code === 'forbidden')
    assert.equal(house.office.memory.intakeStopped, null)
    await setIntake(house.office, 'safety', 'lead')
    await setIntake(house.office, 'full', 'head')
    assert.equal(house.office.memory.intakeReason, 'safety')
    await setIntake(house.office, null, 'head')
    await setIntake(house.office, null, 'head')
    assert.deepEqual(await lines(), ['intake_stopped house lead', 'intake_resumed house head'])
  })
})
