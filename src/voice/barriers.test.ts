import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { sql } from 'kysely'
import { signedIn } from '../../test/support/every-page.ts'
import { formOf, openWeb, type TestWeb } from '../../test/support/house.ts'
import { forgetBarriers, KEPT_DAYS } from './index.ts'

let house: TestWeb
before(async () => {
  house = await openWeb()
})
after(() => house.close())
beforeEach(async () => {
  await house.empty()
  await sql`truncate barrier_report`.execute(house.office.database.kysely)
})

const send = (fields: Record<string, string>, language = 'tr') =>
  house.fetch(`/${language}/barrier`, formOf({ key: 'key-of-a-form', ...fields }))
const listed = async (staff: string, role: string) => {
  const cookie = await signedIn(house, staff, role)
  const response = await house.fetch('/de/staff/barriers', { headers: { cookie } })
  return { status: response.status, html: await response.text(), cookie }
}

describe('a report of a barrier', () => {
  it('is taken in any language, without a name or an address', async () => {
    const response = await send({ what: 'Kapı çok ağır' })
    assert.equal(response.headers.get('location'), '/tr/barrier?sent=1')
    const { html } = await listed('birgit', 'lead')
    assert.match(html, /lang="tr"[^>]*>Kapı çok ağır/)
    assert.match(html, /Keine Antwort gewünscht/)
  })

  it('sent twice is one report, and other words under its key are refused with what was typed', async () => {
    await send({ what: 'Kapı çok ağır', answer: '0151 1' })
    assert.equal((await send({ what: 'Kapı çok ağır', answer: '0151 1' })).status, 303)
    const other = await send({ what: 'Başka bir şey' })
    assert.equal(other.status, 422)
    assert.match(await other.text(), /Başka bir şey/)
    const { html } = await listed('helga', 'head')
    assert.equal(html.match(/Kapı çok ağır/g)?.length, 1)
    assert.doesNotMatch(html, /Başka/)
  })

  it('without words, or with too many, comes back with what was typed', async () => {
    for (const fields of [
      { what: ' ', place: 'Kapı' },
      { what: 'x'.repeat(2001), place: 'Kapı' },
    ]) {
      const response = await send(fields)
      assert.equal(response.status, 422)
      assert.match(await response.text(), /value="Kapı"/)
    }
  })

  it('is refused when more come within an hour than people write', async () => {
    for (let i = 0; i < 60; i++) await send({ key: `report-${i}`, what: 'x' })
    assert.equal((await send({ key: 'one-too-many', what: 'x' })).status, 422)
    house.clock.pass(61)
    assert.equal((await send({ key: 'an-hour-later', what: 'x' })).status, 303)
  })

  it('is read by those who lead and by nobody else', async () => {
    await send({ what: 'Kapı çok ağır' })
    const { status, html } = await listed('samira', 'clerk')
    assert.equal(status, 403)
    assert.doesNotMatch(html, /Kapı/)
  })

  it('is done once: pressing twice keeps the first day', async () => {
    await send({ what: 'Kapı çok ağır' })
    const { cookie } = await listed('claudia', 'lead')
    const done = async () => {
      const form = formOf({ report: 'key-of-a-form' })
      return house.fetch('/de/staff/barriers', { ...form, headers: { ...form.headers, cookie } })
    }
    assert.equal((await done()).status, 303)
    house.clock.pass(2 * 24 * 60)
    await done()
    const page = await house.fetch('/de/staff/barriers', { headers: { cookie } })
    assert.match(await page.text(), /Erledigt: Montag, 23\.11\.2026/)
  })

  it('is deleted by the night when its time is over, and not before', async () => {
    await send({ what: 'Kapı çok ağır' })
    house.clock.pass(KEPT_DAYS * 24 * 60 - 1)
    await forgetBarriers(house.office)
    const left = () => house.office.database.kysely.selectFrom('barrier_report').select('id').execute()
    assert.equal((await left()).length, 1)
    house.clock.pass(2)
    await forgetBarriers(house.office)
    assert.equal((await left()).length, 0)
  })
})
