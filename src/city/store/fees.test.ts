import assert from 'node:assert/strict'
import { after, beforeEach, describe, it } from 'node:test'
import { copyOfKrefeld } from '../../../test/support/pack-copy.ts'
import { type City, type Fees, formatMistakes, readCity } from '../index.ts'

const pack = copyOfKrefeld()
beforeEach(() => pack.restore())
after(() => pack.dispose())

const FILE = 'fees.yaml'
const whole = (readCity(pack.folder).city as City).fees

/** The names of everything in a list of fees that can be left out by itself. */
const partsOf = (fees: Fees): string[] => [
  ...fees.positions.map(({ id }) => `fee ${id}`),
  ...fees.reliefs.flatMap(({ id, positions }) => [
    `relief ${id}`,
    ...[...positions].map((one) => `${id} for ${one}`),
  ]),
  ...[...fees.concerns.keys()].map((id) => `fee of ${id}`),
  ...[...fees.papers.keys()].map((id) => `price of ${id}`),
]

function readWith(text: string, by: string) {
  const line = pack.replace({ file: FILE, text }, by)
  const { city, mistakes } = readCity(pack.folder)
  assert.ok(city)
  const left = new Set(partsOf(city.fees))
  return { line, told: formatMistakes(mistakes), gone: partsOf(whole).filter((part) => !left.has(part)) }
}

describe('a mistake in the list of fees is told with its line and takes away itself alone', () => {
  it('an amount that is none, with what names it', () => {
    const { line, told, gone } = readWith(
      'amounts: { "2021-08-20": 411 }',
      'amounts: { "2021-08-20": 4.111 }',
    )
    assert.match(
      told,
      new RegExp(`^${FILE}:${line}  "positions.fast-track.amounts.2021-08-20" cannot be 4.111`),
    )
    assert.match(told, /Right would be: an amount in euros such as 93 or 27\.60$/)
    assert.equal(told.split('\n').length, 1)
    assert.deepEqual(gone, ['fee fast-track', 'minors for fast-track', 'fee of rn-fasttrack'])
  })

  it('a day that is none', () => {
    const { line, told, gone } = readWith('{ "2021-08-20": 29 }', '{ "20.8.2021": 29 }')
    assert.equal(
      told,
      `${FILE}:${line}  "positions.obligation.amounts" is wrong. Right would be: days such as "2026-02-07"`,
    )
    assert.deepEqual(gone, ['fee obligation', 'fee of rn-obligation'])
  })

  it('a relief for a fee that does not exist', () => {
    const { line, told, gone } = readWith('pays: free, for: [fiction] }', 'pays: free, for: [fictoin] }')
    assert.equal(
      told,
      `${FILE}:${line}  fee "fictoin" does not exist. Right would be: did you mean "fiction"?`,
    )
    assert.deepEqual(gone, ['refugees-fiction for fiction'])
  })

  it('a relief that pays something unknown', () => {
    const { told, gone } = readWith('pays: naturalisation-child', 'pays: naturalisation-chid')
    assert.match(
      told,
      /fee "naturalisation-chid" does not exist. Right would be: did you mean "naturalisation-child"\?$/,
    )
    assert.deepEqual(gone, ['relief children-with-parents', 'children-with-parents for naturalisation'])
  })

  it('somebody for whom there is no relief', () => {
    const { told, gone } = readWith('who: with_parents,', 'who: with_parent,')
    assert.match(told, /"reliefs.children-with-parents.who" cannot be "with_parent"/)
    assert.deepEqual(gone, ['relief children-with-parents', 'children-with-parents for naturalisation'])
  })

  it('a concern with a fee that does not exist: the desk says it then', () => {
    const { told, gone } = readWith('rn-extend: { fee: [extension, ', 'rn-extend: { fee: [extenson, ')
    assert.match(told, /fee "extenson" does not exist. Right would be: did you mean "extension"\?$/)
    assert.deepEqual(gone, ['fee of rn-extend'])
  })

  it('a concern that does not exist', () => {
    const { told, gone } = readWith('  rn-extend: {', '  rn-extent: {')
    assert.match(told, /concern "rn-extent" does not exist. Right would be: did you mean "rn-extend"\?/)
    assert.deepEqual(gone, ['fee of rn-extend'])
  })

  it('a line that is no YAML', () => {
    const { line, told, gone } = readWith(
      '{ law: "§ 46 Abs. 2 Nr. 2 AufenthV",',
      '{ law: "§ 46 Abs. 2 Nr. 2 AufenthV,',
    )
    assert.match(told, new RegExp(`^${FILE}:${line}`))
    assert.ok(gone.includes('fee visa-national') && gone.length <= 5, gone.join())
  })
})

it('without the list the house runs, and the desk says every fee', () => {
  pack.remove(FILE)
  const { city, mistakes } = readCity(pack.folder)
  assert.equal(city?.fees.concerns.size, 0)
  assert.equal(mistakes[0]?.file, FILE)
})

it('every concern stands in the list, but for those that are about paying', () => {
  const { concerns, fees } = readCity(pack.folder).city as City
  const missing = concerns.filter(({ id }) => !fees.concerns.has(id)).map(({ id }) => id)
  assert.deepEqual(missing.sort(), ['ac-fee', 'af-pay'])
})
