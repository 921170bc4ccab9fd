import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { isRefusal } from '../../src/kernel/index.ts'
import { callNext, changeWork, openDesk } from '../../src/reception/index.ts'
import { arrive, desk, step } from '../support/house.ts'
import { type Postgres, start as startPostgres } from '../support/postgres.ts'
import { asker } from '../support/race.ts'
import { twoServers } from '../support/servers.ts'

const ONE = desk('platz-1')
const ROUNDS = 40

describe('a break and a call at the same desk at once, on PostgreSQL', () => {
  let postgres: Postgres
  before(async () => {
    postgres = await startPostgres()
  })
  after(() => postgres.stop())

  it('never meet: whoever is at the desk is served before the break begins', async () => {
    const houses = await twoServers(postgres)
    const [one, two] = houses
    const wish = (doing: 'take_break' | 'come_back', house = one) =>
      changeWork(house.office, ONE, { do: doing, account: 'samira', role: 'clerk' })
    await openDesk(one.office, ONE, { account: 'samira', languages: null, skills: null })
    for (let round = 0; round < ROUNDS; round++) {
      const visit = await arrive(one)
      const [call, rest] = await Promise.all([callNext(two.office, { desk: ONE, asker }), wish('take_break')])
      assert.ok(!isRefusal(rest))
      if (isRefusal(call)) {
        assert.equal(call.key, 'work.refused.break')
        assert.equal(rest.work, 'break')
        await step(two, visit, { do: 'leave', desk: null })
      } else {
        assert.equal(rest.work, 'to_break', 'the break waits for her')
        const ended = await Promise.all([
          step(two, visit, { do: 'start', desk: ONE }),
          callNext(one.office, { desk: ONE, asker }),
        ])
        assert.ok(isRefusal(ended[1]))
        await step(one, visit, { do: 'finish', desk: ONE, outcome: 'done', concerns: [] })
      }
      const back = await wish('come_back')
      assert.ok(!isRefusal(back) && back.work === 'at_desk')
    }
    for (const house of houses) await house.close()
  })
})
