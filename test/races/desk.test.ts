import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { isRefusal } from '../../src/kernel/index.ts'
import { closeDesk, freshHall, openDesk } from '../../src/reception/index.ts'
import { desk, openHouse, type TestHouse } from '../support/house.ts'
import { type Postgres, start } from '../support/postgres.ts'
import { twoServers } from '../support/servers.ts'

const ROUNDS = 40
const CLERKS = ['samira', 'jonas', 'elif', 'oleh']
const PLACE = desk('platz-2')

const sitter = (account: string) => ({ account, languages: ['de'], skills: null })

/** All clerks sit down at one desk at once, each through another server where there are several. */
async function sitDown(houses: readonly TestHouse[]): Promise<{ seated: string[]; refused: number }> {
  const tries = await Promise.all(
    CLERKS.map(async (clerk, i) => {
      const house = houses[i % houses.length] as TestHouse
      const opened = await openDesk(house.office, PLACE, sitter(clerk))
      return isRefusal(opened) ? opened.key : opened.sitter
    }),
  )
  const refused = tries.filter((one) => one === 'desk.refused.taken').length
  return { seated: tries.filter((one) => CLERKS.includes(one ?? '')) as string[], refused }
}

async function race(houses: readonly TestHouse[]): Promise<void> {
  const first = houses[0] as TestHouse
  for (let round = 0; round < ROUNDS; round++) {
    const { seated, refused } = await sitDown(houses)
    assert.equal(seated.length, 1, 'one clerk sits there')
    assert.equal(refused, CLERKS.length - 1, 'the others hear that it is taken')
    for (const house of houses) {
      await freshHall(house.office)
      assert.equal(house.office.memory.desks.get(PLACE)?.sitter, seated[0], 'every server knows who')
    }
    const again = await openDesk(first.office, PLACE, sitter(seated[0] ?? ''))
    assert.ok(!isRefusal(again), 'who sits there may open it again')
    assert.ok(!isRefusal(await closeDesk(first.office, PLACE)))
  }
}

describe('clerks who sit down at one desk in the same instant', () => {
  it('get it one at a time on the embedded database', async () => {
    const house = await openHouse()
    await race([house])
    await house.close()
  })
})

describe('clerks who sit down at one desk in the same instant, on PostgreSQL', () => {
  let postgres: Postgres
  before(async () => {
    postgres = await start({ fsync: false })
  })
  after(() => postgres.stop())

  it('get it one at a time through two servers', async () => {
    const houses = await twoServers(postgres)
    await race(houses)
    for (const house of houses) await house.close()
  })
})
