import { describe, it } from 'node:test'
import { openHouse } from '../support/house.ts'
import { race } from '../support/race.ts'

describe('eight desks that call at once', () => {
  it('call each of 10,000 visitors once on the embedded database', async () => {
    const house = await openHouse()
    await race([house], 10_000)
    await house.close()
  })
})
