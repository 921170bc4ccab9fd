import assert from 'node:assert/strict'
import { after, beforeEach, describe, it } from 'node:test'
import { copyOfKrefeld } from '../../../test/support/pack-copy.ts'
import { CENTRE, HOUSE, IN_CONCERNS, IN_HOUSES, type Slip } from '../../../test/support/slips.ts'
import { IN_THE_REST } from '../../../test/support/slips-elsewhere.ts'
import { IN_THE_GUIDE } from '../../../test/support/slips-guide.ts'
import { type City, formatMistakes, readCity } from '../index.ts'

const pack = copyOfKrefeld()
beforeEach(() => pack.restore())
after(() => pack.dispose())

const whole = readCity(pack.folder).city as City

/** The names of everything in a city that can be left out by itself. */
const partsOf = (city: City): string[] => [
  ...city.units.map(({ id }) => `unit ${id}`),
  ...city.concerns.map(({ id }) => `concern ${id}`),
  ...city.premises.desks.map(({ id }) => `desk ${id}`),
  ...city.premises.kiosks.map(({ id }) => `kiosk ${id}`),
  ...city.premises.displays.map(({ id }) => `display ${id}`),
  ...city.premises.landmarks.map(({ id }) => `landmark ${id}`),
  ...city.partners.map(({ id }) => `partner ${id}`),
  ...city.staff.map(({ id }) => `staff ${id}`),
  ...city.guide.map(({ id }) => `topic ${id}`),
  ...Object.keys(city.documents).map((name) => `document ${name}`),
  ...city.hours.map(({ weekday, from }) => `hours ${weekday} ${from}`),
]

const missingIn = (city: City): string[] => {
  const left = new Set(partsOf(city))
  return partsOf(whole).filter((part) => !left.has(part))
}

/** One slip is told as one mistake, with file and line, and takes away what it broke and nothing else. */
function toldOnce({ sentence, place, by, what, right, gone = [] }: Slip): void {
  it(sentence, () => {
    const line = pack.replace(place, by)
    const { city, mistakes } = readCity(pack.folder)
    assert.deepEqual(mistakes, [
      { file: place.file, line: line + newLines(place.text), what, right, weight: 'part' },
    ])
    assert.ok(city)
    assert.deepEqual(missingIn(city), gone)
  })
}

const newLines = (text: string): number => text.split('\n').length - 1

describe('a mistake in a concern is told with file, line and what would be right', () => {
  for (const slip of IN_CONCERNS) toldOnce(slip)
})

describe('a mistake in a house is told with file, line and what would be right', () => {
  for (const slip of IN_HOUSES) toldOnce(slip)
})

describe('a mistake in the guide is told with file, line and what would be right', () => {
  for (const slip of IN_THE_GUIDE) toldOnce(slip)
})

describe('a mistake elsewhere is told with file, line and what would be right', () => {
  for (const slip of IN_THE_REST) toldOnce(slip)
})

describe('one broken part', () => {
  it('of a unit takes with it what belongs to it, and is told once', () => {
    const line = pack.replace(
      { file: 'city.yaml', text: 'C-AC: { name: Unterbringung,' },
      'C-AC: { nam: Unterbringung,',
    )
    const { city, mistakes } = readCity(pack.folder)
    assert.ok(city)
    assert.ok(mistakes.length > 0)
    for (const mistake of mistakes) assert.deepEqual([mistake.file, mistake.line], ['city.yaml', line])
    const itsOwn = whole.concerns.filter(({ unit }) => unit === 'C-AC').map(({ id }) => `concern ${id}`)
    assert.deepEqual(missingIn(city), ['unit C-AC', ...itsOwn, 'desk platz-14'])
    assert.equal(city.guide.length, whole.guide.length)
  })

  it('of a concern leaves the other 108 with their places in the guide and at the desks', () => {
    pack.replace({ file: CENTRE, from: 'isc-cert:', text: 'channel:' }, 'chanel:')
    const { city } = readCity(pack.folder)
    assert.ok(city)
    assert.deepEqual(missingIn(city), ['concern isc-cert'])
    assert.deepEqual(
      city.concerns.map(({ index }) => index),
      city.concerns.map((_, i) => i),
    )
    const named = city.premises.desks.flatMap((desk) => desk.concerns)
    assert.ok(!named.includes('isc-cert' as never))
    assert.ok(city.premises.desks.every((desk) => desk.concerns.length > 0))
  })

  it('of another house leaves the present one untouched', () => {
    pack.write('premises/neues-haus.yaml', 'name: [')
    const { city, mistakes } = readCity(pack.folder)
    assert.ok(city)
    assert.deepEqual(missingIn(city), [])
    assert.deepEqual(city.otherPremises, [])
    assert.ok(mistakes.every(({ file }) => file === 'premises/neues-haus.yaml'))
  })

  it('of a language leaves visitors the German text', () => {
    pack.write('texts/ar.yaml', '\t: [')
    const { city } = readCity(pack.folder)
    assert.ok(city && !city.texts.ar && city.texts.de)
  })
})

describe('a name that stands twice', () => {
  it('in a file is told on the line where it stands again', () => {
    const text = pack.text(HOUSE)
    const desk = text.split('\n').find((line) => line.startsWith('  platz-1:')) ?? ''
    const line = pack.replace({ file: HOUSE, text: 'kiosks:' }, `${desk}\nkiosks:`)
    const { city, mistakes } = readCity(pack.folder)
    assert.equal(
      formatMistakes(mistakes),
      `${HOUSE}:${line}  this name stands twice. Right would be: each name once`,
    )
    assert.deepEqual(city && missingIn(city), [])
  })

  it('in two files counts where it stands first', () => {
    const block = pack.text(CENTRE).split('\nisc-cert:')[1]?.split('\n\n')[0] ?? ''
    const lines = pack.text('concerns/strategy.yaml').split('\n').length
    pack.write('concerns/strategy.yaml', `${pack.text('concerns/strategy.yaml')}isc-cert:${block}\n`)
    const { city, mistakes } = readCity(pack.folder)
    assert.equal(
      formatMistakes(mistakes),
      `concerns/strategy.yaml:${lines}  concern "isc-cert" stands in another file too. Right would be: each concern once`,
    )
    assert.deepEqual(city && missingIn(city), [])
  })
})

describe('a pack without', () => {
  const mistakesWithout = (file: string) => {
    pack.remove(file)
    return readCity(pack.folder)
  }

  for (const file of ['city.yaml', 'policies.yaml']) {
    it(`${file} cannot run, and says so`, () => {
      const { city, mistakes } = mistakesWithout(file)
      assert.equal(city, null)
      assert.equal(mistakes[0]?.file, file)
      assert.equal(mistakes[0]?.what, 'the file is missing')
      assert.ok(mistakes.some(({ weight }) => weight === 'whole'))
    })
  }

  for (const file of [
    'guide.yaml',
    'partners.yaml',
    'staff.yaml',
    'places.yaml',
    'documents.yaml',
    'traps.yaml',
  ]) {
    it(`${file} still runs, and names the file`, () => {
      const { city, mistakes } = mistakesWithout(file)
      assert.ok(city)
      assert.ok(city.concerns.length > 0 && city.premises.desks.length > 0)
      assert.deepEqual(mistakes[0], {
        file,
        line: 1,
        what: 'the file is missing',
        right: 'a file of this name',
        weight: 'part',
      })
    })
  }

  it('the premises that city.yaml names cannot run, and says which there are', () => {
    const line = pack.replace({ file: 'city.yaml', text: 'premises: am-hauptbahnhof-5' }, 'premises: bahnhof')
    const { city, mistakes } = readCity(pack.folder)
    assert.equal(city, null)
    assert.deepEqual(mistakes, [
      {
        file: 'city.yaml',
        line,
        what: 'premises "bahnhof" do not exist or cannot be used',
        right: 'one of am-hauptbahnhof-5, neues-haus',
        weight: 'whole',
      },
    ])
  })

  it('a time zone cannot run: nobody knows when it opens', () => {
    const line = pack.replace({ file: 'city.yaml', text: 'zone: Europe/Berlin' }, 'zone: Europe/Krefeld')
    const { city, mistakes } = readCity(pack.folder)
    assert.equal(city, null)
    assert.equal(
      formatMistakes(mistakes.slice(0, 1)),
      `city.yaml:${line}  "zone" cannot be "Europe/Krefeld". Right would be: a zone such as Europe/Berlin`,
    )
  })

  it('a rule of the hall cannot run: no rule is guessed', () => {
    const line = pack.replace({ file: 'policies.yaml', text: 'repeat_calls: 3' }, 'repeat_calls: often')
    const { city, mistakes } = readCity(pack.folder)
    assert.equal(city, null)
    assert.equal(
      formatMistakes(mistakes.slice(0, 1)),
      `policies.yaml:${line}  "repeat_calls" cannot be "often". Right would be: a number`,
    )
  })

  it('any file at all says that both files are missing, and does not throw', () => {
    const { city, mistakes } = readCity(`${pack.folder}/nowhere`)
    assert.equal(city, null)
    assert.deepEqual(
      mistakes.map(({ file }) => file),
      ['city.yaml', 'policies.yaml', 'city.yaml'],
    )
  })
})
