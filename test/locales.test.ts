import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { readCity } from '../src/city/index.ts'
import { CATALOGUES } from '../src/i18n/index.ts'
import { root } from './support/house.ts'

const { city } = readCity(`${root}/packs/krefeld`)
const german = CATALOGUES.find(({ language }) => language.code === 'de')?.texts ?? {}
const others = CATALOGUES.filter(({ language }) => language.code !== 'de')

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
  for (const { language, texts, state, checked } of others) {
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

    it(`are a draft in ${language.name}, but for those somebody checked who is named by her role`, () => {
      assert.equal(state, 'draft')
      for (const [key, by] of Object.entries(checked)) {
        assert.ok(Object.hasOwn(german, key), key)
        assert.ok(by.length > 3, key)
      }
    })
  }
})

describe('the texts of the pack', () => {
  const source = city?.texts.de
  for (const { language } of others) {
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
})
