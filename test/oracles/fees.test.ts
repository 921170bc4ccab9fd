import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import type { FeeFact } from '../../src/city/index.ts'
import { type Age, feeOf } from '../../src/fees/index.ts'
import { krefeld, root } from '../support/house.ts'

type Row = readonly [
  id: string,
  eur: number | null,
  minorEur: number | null,
  exempt: readonly string[],
  basis: string | null,
  note: string | null,
]

const { rows } = JSON.parse(readFileSync(`${root}/test/oracles/fees.json`, 'utf8')) as { rows: Row[] }
const { fees, concerns } = krefeld()
/** The day on which the catalogue was written. */
const DAY = '2026-11-23'

type Saying = { age?: Age; facts?: readonly FeeFact[]; position?: string; day?: string }

const feeFor = (concern: string, { age = 'adult', facts = [], position, day = DAY }: Saying = {}) =>
  feeOf({
    fee: fees.concerns.get(concern),
    reliefs: fees.reliefs,
    payer: { age, facts: new Set(facts) },
    position: position ?? null,
    day,
  })

const cents = (eur: number): number => Math.round(eur * 100)

/** What the list does not say although the catalogue does, and why. */
const DESK_SAYS: Readonly<Record<string, string>> = {
  'ac-fee': 'it is about paying: that it costs nothing would be misread',
  'af-pay': 'it is about paying: that it costs nothing would be misread',
}
const MINORS_AT_THE_DESK = 'rn-eu-longterm'

/** Children that become German alone pay in full (note of the catalogue); with their parents less. */
const asMinor = (concern: string): Saying =>
  concern === 'rn-nat-apply' ? { age: 'under_18', facts: ['with_parents'] } : { age: 'under_18' }

describe('what the catalogue says of fees', () => {
  it('is there for every concern', () => {
    assert.equal(rows.length, 109)
    assert.deepEqual(rows.map(([id]) => id).sort(), concerns.map(({ id }) => id as string).sort())
  })

  for (const [id, eur, minorEur, exempt] of rows) {
    if (DESK_SAYS[id]) {
      it(`${id}: the desk says it, for ${DESK_SAYS[id]}`, () => assert.equal(feeFor(id).kind, 'desk'))
      continue
    }
    it(`${id}: ${eur === null ? 'the desk says it' : `${eur} EUR`}`, () => {
      assert.equal(feeFor(id).span?.low ?? null, eur === null ? null : cents(eur))
    })
    if (minorEur !== null && id !== MINORS_AT_THE_DESK)
      it(`${id}: ${minorEur} EUR for a minor`, () =>
        assert.equal(feeFor(id, asMinor(id)).span?.low, cents(minorEur)))
    for (const who of exempt) it(`${id}: ${who}`, () => assertExempt(id, who))
  }

  it('leaves open for minors what section 50 does not name: the EU long-term permit', () =>
    assert.equal(feeFor(MINORS_AT_THE_DESK, { age: 'under_18' }).kind, 'desk'))
})

/** An exemption of the catalogue, in its own words. */
function assertExempt(id: string, who: string): void {
  if (who.startsWith('SGB')) assert.equal(feeFor(id, { facts: ['benefits'] }).kind, 'free')
  else if (who.startsWith('Asylberechtigte')) assert.equal(feeFor(id, { facts: ['refugee'] }).kind, 'free')
  else if (who.startsWith('ARB 1/80 frei')) assert.equal(feeFor(id, { facts: ['turkish'] }).kind, 'free')
  else if (who.startsWith('ARB 1/80 Türkei')) assertIdCardFee(id)
  else assert.fail(`nobody knows "${who}"`)
}

function assertIdCardFee(id: string): void {
  const price = (age: Age, day: string) => feeFor(id, { age, day, facts: ['turkish'] }).span?.high
  assert.equal(price('adult', '2026-02-06'), 3700)
  assert.equal(price('adult', '2026-02-07'), 4600)
  assert.equal(price('under_24', '2026-02-06'), 2280)
  assert.equal(price('under_18', '2026-02-07'), 2760)
}

describe('what the catalogue notes beside the amounts', () => {
  const told: [string, string, Saying, number | null][] = [
    ['rn-extend', 'an extension by at most three months costs more', { position: 'extension-short' }, 96],
    ['rn-settlement-skilled', 'the highly qualified', { position: 'settlement-highly-qualified' }, 147],
    ['rn-selfemployed', 'the self-employed who stay', { position: 'settlement-self-employed' }, 124],
    ['rn-travel-foreigner', 'under 24', { age: 'under_24' }, 97],
    ['rn-travel-foreigner', 'provisional', { position: 'travel-foreigner-provisional' }, 67],
    ['rn-travel-foreigner', 'a child without chip', { position: 'travel-child', age: 'under_18' }, 14],
    ['ar-refugee-passport', 'until the end of April 2025', { day: '2025-04-30' }, 60],
    ['ar-refugee-passport', 'from May 2025 on', { day: '2025-05-01' }, 70],
    ['ar-refugee-passport', 'under 24', { age: 'under_24' }, 38],
    ['ar-refugee-passport', 'provisional', { position: 'travel-refugee-provisional' }, 26],
    ['ar-refugee-passport', 'a child', { position: 'travel-child', age: 'under_18' }, 14],
    ['rn-eu-familycard', 'under 24', { age: 'under_24' }, 27.6],
    ['rn-eu-familycard', 'before 7 February 2026', { day: '2026-02-06' }, 37],
    ['rn-eu-familycard', 'under 24 before 7 February 2026', { day: '2026-02-06', age: 'under_24' }, 22.8],
    ['rn-nat-apply', 'a child that becomes German alone', { age: 'under_18' }, 255],
    ['rn-visa-extend', 'a national visa', { position: 'visa-national' }, 25],
    ['ar-identity', 'an extension', { position: 'identity-paper-extension' }, 16],
    ['ar-workpermit', 'with an asylum paper nobody found a fee', { position: 'asylum-work' }, null],
    ['ki-course', 'one lesson of the course', { position: 'course-lesson' }, 2.29],
    ['rn-extend', 'a card that comes faster', { facts: ['express'] }, 128],
    ['rn-gb', 'who had a card of permanent residence', { position: 'gb-card-permanent' }, 0],
  ]
  for (const [id, what, saying, eur] of told)
    it(`${id}: ${what}`, () =>
      assert.equal(feeFor(id, saying).span?.high ?? null, eur === null ? null : cents(eur)))

  it('the desk decides between sticker and form of a toleration: a range', () => {
    assert.deepEqual(feeFor('ar-duldung-first').span, { low: 5800, high: 6200 })
    assert.deepEqual(feeFor('isc-duldung-ext').span, { low: 3300, high: 3700 })
  })

  it('other certificates of nationality cost 5 to 51 EUR: a range', () =>
    assert.deepEqual(feeFor('rn-nationality', { position: 'nationality-other' }).span, {
      low: 500,
      high: 5100,
    }))

  it('half of a settlement permit is due on application', () => {
    assert.deepEqual(feeFor('rn-settlement').onApplication, { low: 5650, high: 5650 })
    assert.deepEqual(feeFor('rn-eu-longterm').onApplication, { low: 5450, high: 5450 })
  })

  it('a lost card is not free with benefits, but the desk may lower it', () => {
    const { kind, ask } = feeFor('isc-eat-loss', { facts: ['benefits'] })
    assert.deepEqual([kind, ask], ['amount', '§ 53 Abs. 1 AufenthV'])
  })

  it('EU family gets a lost card for the fee of an identity card', () =>
    assert.equal(feeFor('isc-eat-loss', { facts: ['eu_family'] }).span?.high, 4600))
})
