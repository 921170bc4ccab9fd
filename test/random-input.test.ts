import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { arrive, formOf, openWeb, type TestWeb } from './support/house.ts'

const EACH = 1_000

describe('a thousand random inputs to every public route', () => {
  let house: TestWeb
  let link = ''
  before(async () => {
    house = await openWeb()
    link = (await arrive(house)).secret
  })
  after(() => house.close())

  const journalLines = async () => {
    const { rows } = await sql<{ lines: number }>`select count(*) as lines from journal`.execute(
      house.office.database.kysely,
    )
    return rows[0]?.lines
  }

  // Any text, and texts that come near to what is right.
  const part = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.constantFrom(
      'de',
      'ar',
      'kmr',
      'card',
      'isc-cert',
      'kiosk-1',
      'halle',
      'minor',
      '..',
      '%00',
      '',
      "'; drop table visit; --",
    ),
  )
  const value = fc.oneof(part, fc.constantFrom('1', '-1', '1e99', 'NaN', '999999999999', 'on', '<script>'))
  const form = fc.dictionary(
    fc.constantFrom('key', 'concern', 'party', 'reading', 'needs', 'do', 'email', 'intake', 'ü'),
    value,
  )
  const query = fc.dictionary(fc.constantFrom('c', 'q', 'answer', 'still', 'nobody', 'choose', 'x'), part)

  const ROUTES: readonly ((a: string, b: string) => string)[] = [
    (a) => `/${a}`,
    (a) => `/${a}/`,
    (a) => `/de/topic/${a}`,
    (a, b) => `/ar/topic/${a}/${b}`,
    (a) => `/de/concern/${a}`,
    () => '/ar/find',
    () => '/de/concern/isc-registration',
    (a) => `/de/help/${a}`,
    () => '/ar/number',
    (a) => `/de/ticket/${a}`,
    (a) => `/de/ticket/${a}/leave`,
    (a) => `/de/ticket/${a}/slip`,
    (a) => `/de/display/${a}`,
    (a) => `/de/kiosk/${a}/`,
    (a, b) => `/de/kiosk/${a}/concern/${b}`,
    (a, b) => `/de/kiosk/${a}/slip/${b}`,
    () => '/de/door',
    () => '/de/staff/sign-in',
    (a) => `/de/staff/${a}`,
    (a) => `/assets/${a}`,
    (a) => `/api/v1/${a}`,
    (a, b) => `/api/v1/visits/${a}/${b}`,
  ]

  for (const [i, route] of ROUTES.entries()) {
    it(`${route('…', '…')} never breaks and changes nothing`, async () => {
      const before = await journalLines()
      const input = fc.record({ a: part, b: part, query, form, posted: fc.boolean() })
      await fc.assert(
        fc.asyncProperty(input, async ({ a, b, query: asked, form: typed, posted }) => {
          const path = route(encodeURIComponent(a), encodeURIComponent(b))
          // A form without its party size can never be right, so nothing may come of it.
          const { party, ...rest } = typed
          const body = {
            ...rest,
            ...(Number(party) >= 1 && Number(party) <= 8 ? {} : party === undefined ? {} : { party }),
          }
          const init = posted ? formOf(path.includes('/help/') ? { ...body, key: 'short' } : body) : {}
          const response = await house.fetch(`${path}?${new URLSearchParams(asked)}`, init)
          assert.ok(response.status < 500, `${response.status} ${path}`)
          await response.body?.cancel()
        }),
        { numRuns: EACH, seed: 56 + i },
      )
      assert.equal(await journalLines(), before)
    })
  }

  it('leaves the one real ticket as it was', async () => {
    assert.equal((await house.fetch(`/de/ticket/${link}`)).status, 200)
  })
})
