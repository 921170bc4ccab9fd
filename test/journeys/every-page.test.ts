import { after, before, describe } from 'node:test'
import { type Looking, openLooking, PHONE, standsOn, TABLET, UPRIGHT, WIDE } from '../support/looking.ts'

let looking: Looking
before(async () => {
  looking = await openLooking()
})
after(() => looking.close())

describe('every page in a real browser, in both directions', () => {
  standsOn(() => looking, 'de', [PHONE, TABLET, UPRIGHT, WIDE])
  standsOn(() => looking, 'ar', [PHONE, TABLET, UPRIGHT, WIDE])
})
