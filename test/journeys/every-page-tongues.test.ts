import { after, before, describe } from 'node:test'
import { type Looking, openLooking, PHONE, standsOn, WIDE } from '../support/looking.ts'

let looking: Looking
before(async () => {
  looking = await openLooking()
})
after(() => looking.close())

describe('every page in a real browser, in three further scripts and spellings', () => {
  standsOn(() => looking, 'tr', [PHONE, WIDE])
  standsOn(() => looking, 'uk', [PHONE, WIDE])
  standsOn(() => looking, 'fa', [PHONE, WIDE])
})
