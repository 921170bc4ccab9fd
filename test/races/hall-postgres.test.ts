import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { isRefusal } from '../../src/kernel/index.ts'
import { callNext, changeVisit } from '../../src/reception/index.ts'
import { arrive, desk } from '../support/house.ts'
import { type Postgres, start as startPostgres } from '../support/postgres.ts'
import { asker, race } from '../support/race.ts'
import { twoServers } from '../support/servers.ts'

describe('eight desks that call at once, on PostgreSQL', () => {
  let postgres: Postgres
  before(async () => {
    postgres = await startPostgres()
  })
  after(() => postgres.stop())

  it('call each of 10,000 visitors once, through two servers', async () => {
    const houses = await twoServers(postgres, 8)
    await race(houses, 10_000)
    for (const house of houses) await house.close()
  })

  it('one visitor and two desks of two servers: one gets her, the other hears that nobody waits', async () => {
    const houses = await twoServers(postgres)
    const [one, two] = houses
    for (let round = 0; round < 100; round++) {
      const visit = await arrive(one)
      const calls = await Promise.all([
        callNext(one.office, { desk: desk('platz-1'), asker }),
        callNext(two.office, { desk: desk('platz-2'), asker }),
      ])
      const won = calls.filter((call) => call && !isRefusal(call))
      assert.equal(won.length, 1)
      assert.ok(calls.includes(null))
      const left = await changeVisit(one.office, {
        visit: visit.id,
        command: { do: 'leave', desk: null },
        asker,
      })
      assert.ok(!isRefusal(left))
    }
    for (const house of houses) await house.close()
  })
})
