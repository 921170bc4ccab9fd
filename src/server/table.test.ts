import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { krefeld, MONDAY_TEN } from '../../test/support/house.ts'
import { DEMO_PASSWORD } from './demo.ts'
import { addressTable } from './table.ts'

const city = krefeld()
const table = (demo: boolean) =>
  addressTable({ city, origin: 'http://localhost:3000', now: MONDAY_TEN, demo })

/** The addresses in a text, each once. */
const addresses = (text: string): string[] => text.match(/http:\S+/g) ?? []

describe('the table of addresses', () => {
  it('says which house it is and what its clock reads', () => {
    assert.match(table(false), /Fachbereich 56 Migration und Integration, Krefeld/)
    assert.match(table(false), /The clock reads Montag, 23\.11\.2026, 10:00\./)
  })

  it('leads to every terminal and every display of the house, each by its name', () => {
    for (const { id, name } of city.premises.kiosks)
      assert.match(table(false), new RegExp(`Kiosk: ${name} +http://localhost:3000/de/kiosk/${id}/$`, 'm'))
    for (const { id, name } of city.premises.displays)
      assert.match(table(false), new RegExp(`Display: ${name} +http://localhost:3000/de/display/${id}$`, 'm'))
  })

  it('leads to visitors, staff, machine door and health', () => {
    for (const path of ['/', '/de/door', '/de/staff', '/de/staff/reception', '/de/staff/figures', '/health'])
      assert.ok(addresses(table(false)).includes(`http://localhost:3000${path}`), path)
    assert.ok(addresses(table(false)).includes('http://localhost:3000/api'))
  })

  it('names every account of a demo and its password, and says that the day is invented', () => {
    const text = table(true)
    assert.match(text, /Demo: an invented day; its clock reads Montag, 23\.11\.2026, 10:00\./)
    assert.ok(text.includes(DEMO_PASSWORD))
    assert.match(text, /^ +samira@krefeld\.example +clerk, Platz 2$/m)
    assert.match(text, /^ +petra@krefeld\.example +reception, Platz Info$/m)
    for (const [staff, role] of [
      ['claudia', 'lead'],
      ['helga', 'head'],
      ['ralf', 'security'],
    ])
      assert.match(text, new RegExp(`^ +${staff}@krefeld\\.example +${role}$`, 'm'))
  })

  it('names no account where there is no demo', () => {
    assert.doesNotMatch(table(false), /@|[Dd]emo|password/)
  })

  it('names only accounts that the pack has people for', () => {
    const staff = city.staff.filter(({ id }) => id !== 'samira')
    const text = addressTable({ city: { ...city, staff }, origin: 'http://x', now: MONDAY_TEN, demo: true })
    assert.doesNotMatch(text, /samira/)
    assert.match(text, /jonas@/)
  })
})
