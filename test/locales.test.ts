import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { readCity } from '../src/city/index.ts'
import { LANGUAGES, loadTexts, matchLanguage, negotiate, readCatalogue } from '../src/i18n/index.ts'
import { root } from './support/house.ts'

const german = readCatalogue('de').texts
const { city } = readCity(`${root}/packs/krefeld`)
const others = LANGUAGES.filter((language) => language.code !== 'de')

/** The names a text asks for, and the plural forms it knows. */
function needsOf(text: string): { names: Set<string>; plurals: string[][] } {
  const names = new Set<string>()
  const plurals: string[][] = []
  const walk = (elements: MessageFormatElement[]) => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue
      if (element.type !== TYPE.tag) names.add(element.value)
      if (element.type === TYPE.plural) plurals.push(Object.keys(element.options))
      if (element.type === TYPE.plural || element.type === TYPE.select) {
        for (const option of Object.values(element.options)) walk(option.value)
      }
    }
  }
  walk(parse(text))
  return { names, plurals }
}

describe('the texts of the house', () => {
  for (const language of others) {
    const { texts, state } = readCatalogue(language.code)

    it(`say everything in ${language.name}, and nothing else`, () => {
      assert.deepEqual(Object.keys(texts).sort(), Object.keys(german).sort())
      assert.ok(Object.values(texts).every((text) => text.trim() !== ''))
    })

    it(`ask for the same names in ${language.name} as in German`, () => {
      for (const [key, text] of Object.entries(texts)) {
        assert.deepEqual([...needsOf(text).names].sort(), [...needsOf(german[key] ?? '').names].sort(), key)
      }
    })

    it(`know the plural forms of ${language.name}`, () => {
      const forms = new Intl.PluralRules(language.intl).resolvedOptions().pluralCategories
      for (const [key, text] of Object.entries(texts)) {
        for (const known of needsOf(text).plurals) {
          for (const form of forms)
            assert.ok(
              known.includes(form) ||
                form === 'zero' ||
                (form === 'many' && !['ar', 'pl', 'uk', 'ru'].includes(language.code)),
              `${key}: ${form}`,
            )
        }
      }
    })

    it(`are marked as a draft in ${language.name} until somebody checked them`, () =>
      assert.equal(state, 'draft'))
  }

  it('use no forms that a screen reader stumbles over, and never the name of the product', () => {
    for (const language of LANGUAGES) {
      for (const [key, text] of Object.entries(readCatalogue(language.code).texts)) {
        assert.doesNotMatch(text, /\p{L}[:*_]in(nen)?\b|"|foyer/iu, `${language.code} ${key}`)
      }
    }
  })

  it('keep Farsi in Farsi letters', () => {
    for (const [key, text] of Object.entries(readCatalogue('fa').texts))
      assert.doesNotMatch(text, /[يك]/, key)
  })
})

describe('the texts of the pack', () => {
  const source = city?.texts.de
  for (const language of others) {
    it(`name every concern, paper, topic, way and place in ${language.name}`, () => {
      const texts = city?.texts[language.code]
      assert.ok(source && texts, 'there is a file')
      for (const section of [
        'concerns',
        'documents',
        'topics',
        'groups',
        'places',
        'questions',
        'answers',
        'advice',
        'partners',
        'ways',
        'desks',
        'units',
        'landmarks',
        'fees',
      ] as const) {
        assert.deepEqual(Object.keys(texts[section]).sort(), Object.keys(source[section]).sort(), section)
      }
      assert.ok(texts.house_name.length > 3)
    })
  }

  it('keep the name of the product out of sight', () => {
    for (const texts of Object.values(city?.texts ?? {})) assert.doesNotMatch(JSON.stringify(texts), /foyer/i)
  })
})

describe('the choice of a language', () => {
  const chosen = (header: string) => negotiate(header).code
  it('follows what the browser asks for, in its order of preference', () => {
    assert.equal(chosen('ar-SY,ar;q=0.9,en;q=0.5'), 'ar')
    assert.equal(chosen('en;q=0.2, tr;q=0.8'), 'tr')
    assert.equal(chosen('xx, fr;q=0.1'), 'fr')
    assert.equal(chosen(''), 'de')
    assert.equal(chosen('de;q=0, en'), 'en')
  })

  it('leads ku and ku-TR to Kurmancî, Dari and Persian to Farsi, but never Sorani to Kurmancî', () => {
    for (const tag of ['ku', 'ku-TR', 'kmr']) assert.equal(matchLanguage(tag)?.code, 'kmr')
    for (const tag of ['prs', 'pes', 'fa-AF', 'fa']) assert.equal(matchLanguage(tag)?.code, 'fa')
    assert.equal(matchLanguage('ckb'), undefined)
  })

  it('never answers a Ukrainian in Russian', () => assert.equal(chosen('uk'), 'uk'))

  it('writes numbers with Latin digits and ranges in words, in Arabic too', () => {
    const arabic = LANGUAGES.find((language) => language.code === 'ar')
    assert.ok(arabic)
    const text = loadTexts()(arabic)('wait.range', { from: 15, to: 25 })
    assert.match(text, /15.*25/)
    assert.doesNotMatch(text, /[٠-٩–-]/)
  })
})
