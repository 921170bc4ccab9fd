import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { krefeld } from '../../../test/support/house.ts'
import { QUERIES } from '../../../test/support/queries.ts'
import { findable } from './findable.ts'
import { fold, wordsOf } from './fold.ts'
import { slipsBetween } from './likeness.ts'
import { makeIndex, search } from './search.ts'

const city = krefeld()
const indexes = new Map(city.languages.map((code) => [code, makeIndex(findable(city, code))]))
const find = (language: string, query: string) => search(indexes.get(language) ?? makeIndex([]), query)

describe('a typed word and a word of the index', () => {
  const same: readonly (readonly [why: string, a: string, b: string])[] = [
    ['in capitals with the Turkish dot', 'İZNİ', 'izni'],
    ['without the Turkish dot', 'ısınma', 'isinma'],
    ['with ß or ss', 'Straße', 'STRASSE'],
    ['with an umlaut, with e, or with neither', 'Verlängern', 'verlaengern'],
    ['with an umlaut, with e, or with neither', 'Verlängern', 'verlangern'],
    ['with any alef', 'إقامة', 'اقامة'],
    ['with ta marbuta or ha', 'إقامة', 'اقامه'],
    ['with ya or alef maqsura', 'ألماني', 'ألمانى'],
    ['stretched', 'طلاق', 'طـــلاق'],
    ['with vowel marks', 'مَدْرَسَة', 'مدرسة'],
    ['with Arabic or Farsi letters', 'کارت', 'كارت'],
    ['with or without a joiner', 'می‌زند', 'میزند'],
    ['with ё or е', 'ребёнок', 'ребенок'],
    ['with ґ or г', 'ґрунт', 'грунт'],
    ['with an apostrophe or none', 'возз’єднання', 'воззєднання'],
    ['with Kurdish marks or none', 'hemwelatî', 'hemwelati'],
    ['with a Polish stroke or none', 'tłumacz', 'tlumacz'],
    ['with a comma or a cedilla below', 'școală', 'şcoală'],
    ['with digits of any script', '٢٤', '24'],
  ]
  for (const [why, a, b] of same) it(`are the same ${why}: ${a}`, () => assert.equal(fold(a), fold(b)))

  it('are the same with the Arabic article and without', () =>
    assert.deepEqual(wordsOf('البطاقة والمدرسة للأطفال'), wordsOf('بطاقة مدرسة أطفال')))

  it('differ by as many slips as it takes, and two swapped letters are one', () => {
    assert.deepEqual(slipsBetween('karet', 'karte', 2), { whole: 1, beginning: 1 })
    assert.equal(slipsBetween('kart', 'karte', 2).beginning, 0)
    assert.equal(slipsBetween('pass', 'karte', 2).whole > 2, true)
  })
})

describe('the search finds what was meant among the first three, however it was typed', () => {
  it('in every language of the house, at least five times', () => {
    assert.deepEqual(Object.keys(QUERIES).sort(), [...city.languages].sort())
    for (const queries of Object.values(QUERIES)) assert.ok(queries.length >= 5)
  })

  for (const [language, queries] of Object.entries(QUERIES)) {
    for (const [query, concern] of queries) {
      it(`${language}: ${query}`, () => {
        const hits = find(language, query)
        assert.ok(hits.slice(0, 3).includes(`concern/${concern}`), hits.join(' '))
      })
    }
  }

  it('with the words in any order, and while somebody still types', () => {
    for (const query of ['verloren Karte', 'Karte verloren', 'Aufenthaltskarte verl', 'Aufentha verloren'])
      assert.equal(find('de', query)[0], 'concern/isc-eat-loss', query)
  })

  it('of the German words of the office in every language', () => {
    for (const language of city.languages)
      assert.ok(find(language, 'Fiktionsbescheinigug').slice(0, 3).includes('concern/isc-fiktion'), language)
  })

  it('of partners and places', () => {
    assert.equal(find('de', 'Flüchtlingsrat')[0], 'partner/fluechtlingsrat')
    assert.ok(find('tr', 'jugendmigratonsdienst').includes('partner/awo'))
    assert.ok(find('de', 'burgerburo').includes('place/buergerbuero'))
  })

  it('and nothing for what this house knows nothing of', () => {
    for (const query of ['xqzvw', '🦊', '', '   ', 'ッツ']) assert.deepEqual(find('de', query), [], query)
  })
})

describe('the search', () => {
  it('never throws and never gives more than it was asked for, whatever is typed', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc
        .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
        .map((codes) => String.fromCharCode(...codes)),
    )
    fc.assert(
      fc.property(
        anything,
        fc.constantFrom(...city.languages),
        fc.integer({ min: 0, max: 20 }),
        (query, language, most) => {
          const hits = search(indexes.get(language) ?? makeIndex([]), query, most)
          assert.ok(hits.length <= most)
          assert.equal(new Set(hits).size, hits.length)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('finds a title by one slip anywhere in its longest word', () => {
    const titles = city.concerns.flatMap(({ id }) => {
      const title = city.texts.de?.concerns[id] ?? ''
      const [word = ''] = [...wordsOf(title)].sort((a, b) => b.length - a.length)
      return word.length >= 7 ? [{ id, word }] : []
    })
    fc.assert(
      fc.property(fc.constantFrom(...titles), fc.nat(), ({ id, word }, at) => {
        const spot = at % word.length
        const typed = word.slice(0, spot) + word.slice(spot + 1)
        const hits = search(indexes.get('de') ?? makeIndex([]), typed, 60)
        assert.ok(hits.includes(`concern/${id}`), `${typed}: ${hits.join(' ')}`)
      }),
    )
  })
})
