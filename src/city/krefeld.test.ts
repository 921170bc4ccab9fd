import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { root } from '../../test/support/house.ts'
import { type Concern, concernById, deskById, desksFor, formatMistakes, readCity } from './index.ts'

type Row = readonly [
  id: string,
  unit: string,
  channel: string,
  minutes: readonly number[],
  interpreter: string,
  privacy: string,
  documents: number,
]

const { rows } = JSON.parse(readFileSync(`${root}/test/oracles/concerns.json`, 'utf8')) as { rows: Row[] }
const read = readCity(`${root}/packs/krefeld`)
const city = read.city as NonNullable<typeof read.city>
const german = city.texts.de as NonNullable<typeof city.texts.de>

const factsOf = (concern: Concern): Row => [
  concern.id,
  concern.unit,
  concern.channel,
  [concern.minutes.low, concern.minutes.typical, concern.minutes.high],
  concern.interpreter,
  concern.privacy,
  concern.documents.length,
]

describe('the pack of Krefeld', () => {
  it('has no mistake', () => assert.equal(formatMistakes(read.mistakes), ''))

  it('holds the 109 concerns of the catalogue as it has them: unit, channel, minutes, interpreter, papers', () => {
    assert.equal(rows.length, 109)
    const byId = (a: Row, b: Row) => (a[0] < b[0] ? -1 : 1)
    assert.deepEqual(city.concerns.map(factsOf).sort(byId), [...rows].sort(byId))
  })

  it('keeps discreet what is sensitive or about health, every talk about return, and reports of discrimination', () => {
    const expected = city.concerns.filter(
      ({ id, unit, privacy }) =>
        ['sensitive', 'health-data'].includes(privacy) || unit === 'M-RM' || id === 'sn-discrimination',
    )
    const discreet = city.concerns.filter((concern) => concern.discreet)
    assert.deepEqual(
      discreet.map(({ id }) => id),
      expected.map(({ id }) => id),
    )
  })

  it('serves what is discreet behind a door only', () => {
    for (const { id } of city.concerns.filter((concern) => concern.discreet)) {
      const desks = desksFor(city, id)
      assert.ok(desks.length > 0 && desks.every((desk) => desk.room), id)
    }
  })

  it('has a desk for every concern, in the present house and in the other one', () => {
    for (const { id } of city.concerns) {
      for (const house of [city.premises, ...city.otherPremises])
        assert.ok(
          house.desks.some((desk) => desk.concerns.includes(id)),
          `${id} in ${house.id}`,
        )
    }
  })

  it('leads to every concern in topic, group and concern; who does not know where to go asks a person', () => {
    const led = city.guide.flatMap((topic) => topic.groups.flatMap((group) => group.concerns))
    const missing = city.concerns.filter(({ id }) => !led.includes(id)).map(({ id }) => id)
    assert.deepEqual(missing, ['isc-orientation'])
    assert.equal(new Set(led).size, led.length, 'each concern stands in one place')
    assert.ok(city.guide.every((topic) => topic.groups.length > 0 && topic.groups.every(hasConcerns)))
  })

  it('names every paper of a concern in simple words', () => {
    for (const { id, documents } of city.concerns)
      for (const key of documents) assert.ok(city.documents[key], `${key} of ${id}`)
  })
})

const hasConcerns = (group: { concerns: readonly unknown[] }): boolean => group.concerns.length > 0

describe('the department', () => {
  const units = (pillar: string) => city.units.filter((unit) => unit.pillar === pillar).map(({ id }) => id)

  it('is 56: leadership, refugee coordination and the service centre in front, three pillars of three units', () => {
    assert.match(city.department, /56/)
    assert.deepEqual(units('front'), ['X-ISC', 'X-RC'])
    assert.deepEqual(units('migration'), ['M-RN', 'M-AR', 'M-RM'])
    assert.deepEqual(units('integration'), ['I-SN', 'I-KI', 'I-SW'])
    assert.deepEqual(units('central'), ['C-AF', 'C-EA', 'C-AC'])
    assert.deepEqual(
      city.pillars.map(({ id }) => id),
      ['front', 'migration', 'integration', 'central'],
    )
    assert.ok(city.staff.some((member) => member.role === 'head'))
  })

  it('has the service centre that takes in whoever does not know where to go', () => {
    assert.equal(city.serviceCentre, 'X-ISC')
    assert.equal(concernById(city, 'isc-orientation')?.unit, city.serviceCentre)
    assert.equal(city.units.find((unit) => unit.id === 'X-ISC')?.name, 'Info- und Service-Center')
  })

  it('shows visitors a neutral name for the unit that prepares returns', () => {
    const unit = city.units.find(({ id }) => id === 'M-RM')
    assert.equal(unit?.discreet, true)
    assert.doesNotMatch(german.units['M-RM'] ?? '', /Rückkehr|Ausreise|Abschiebung/)
  })

  it('does not call itself a foyer where visitors read: in French that is a hostel', () => {
    for (const texts of Object.values(city.texts)) assert.doesNotMatch(texts.house_name, /foyer/i)
  })
})

describe('the house', () => {
  it('is exchangeable: the present address and another, marked as examples until a plan exists', () => {
    assert.equal(city.premises.address, 'Am Hauptbahnhof 5, 47798 Krefeld')
    assert.ok(city.otherPremises.length >= 1)
    assert.ok([city.premises, ...city.otherPremises].every((house) => house.example))
  })

  it('has seats, terminals, displays and desks inside its walls, each desk with one label', () => {
    for (const house of [city.premises, ...city.otherPremises]) {
      assert.ok(house.seats > 0 && house.kiosks.length > 0 && house.displays.length > 0, house.id)
      const places = [...house.desks, ...house.kiosks, ...house.landmarks]
      for (const { id, at } of places)
        assert.ok(at.x >= 0 && at.x <= house.size.width && at.y >= 0 && at.y <= house.size.depth, id)
      assert.equal(new Set(house.desks.map((desk) => desk.label)).size, house.desks.length)
    }
  })

  it('shows the calls of every desk on a display', () => {
    const shown = new Set(city.premises.displays.flatMap((display) => display.desks))
    assert.ok(city.premises.desks.every((desk) => shown.has(desk.id)))
  })

  it('seats partners at desks and hours that are examples until they are agreed', () => {
    assert.ok(city.partners.length >= 5)
    for (const partner of city.partners) {
      assert.ok(partner.example, partner.id)
      assert.ok(partner.presence.length > 0, partner.id)
      for (const { desk } of partner.presence) assert.ok(deskById(city, desk), `${partner.id} at ${desk}`)
    }
  })
})

describe('the staff of the demo', () => {
  it('are functions and first names, no real person', () => {
    assert.equal(city.staff.length, 151)
    for (const member of city.staff) {
      assert.match(member.firstName, /^\p{Lu}\p{Ll}+$/u)
      assert.deepEqual(Object.keys(member).sort(), [
        'firstName',
        'id',
        'languages',
        'role',
        'skills',
        'units',
      ])
    }
  })

  it('are led in every unit, and more than one leads where many work', () => {
    for (const unit of city.units) {
      const own = city.staff.filter((member) => member.units.includes(unit.id))
      const leads = own.filter((member) => member.role === 'lead')
      assert.ok(leads.length >= (own.length >= 16 ? 2 : 1), unit.id)
    }
  })

  it('cover every unit and speak with visitors in more than German', () => {
    for (const unit of city.units) assert.ok(city.staff.some((member) => member.units.includes(unit.id)))
    assert.ok(new Set(city.staff.flatMap((member) => member.languages)).size > 8)
  })
})

describe('the languages', () => {
  it('are those of the house; those one can say one speaks are more, each under its own name', () => {
    assert.equal(city.languages.length, 13)
    const spoken = city.spokenLanguages.map(({ code }) => code)
    for (const code of city.languages.filter((one) => one !== 'de-simple'))
      assert.ok(spoken.includes(code), code)
    assert.ok(spoken.length > city.languages.length)
    assert.ok(city.spokenLanguages.every(({ name }) => name.length > 0))
  })
})
