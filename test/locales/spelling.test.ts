import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readCity } from '../../src/city/index.ts'
import { CATALOGUES } from '../../src/i18n/index.ts'
import { root } from '../support/house.ts'

type Text = { readonly place: string; readonly text: string }

/** Every text there is in a language: the house's own, and those of the pack. */
const textsByLanguage = new Map<string, Text[]>()
const { city } = readCity(`${root}/packs/krefeld`)
for (const { language, texts } of CATALOGUES) {
  const house = Object.entries(texts).map(([key, text]) => ({
    place: `locales ${language.code} ${key}`,
    text,
  }))
  const pack = leaves(city?.texts[language.code], `pack ${language.code}`)
  textsByLanguage.set(language.code, [...house, ...pack])
}

function leaves(value: unknown, place: string): Text[] {
  if (typeof value === 'string') return [{ place, text: value }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${place} ${key}`))
}

const textsOf = (code: string): Text[] => textsByLanguage.get(code) ?? []
const all = [...textsByLanguage.values()].flat()

/** Fails with every text that matches. */
function none(texts: readonly Text[], pattern: RegExp): void {
  assert.ok(texts.length > 0)
  const found = texts.filter(({ text }) => pattern.test(text)).map(({ place, text }) => `${place}: ${text}`)
  assert.deepEqual(found, [])
}

describe('every text, of the house and of the pack', () => {
  it('uses no form that a screen reader stumbles over', () => none(all, /\p{L}[:*_]in(nen)?\b/iu))

  it('uses the quotation marks of its language, never straight ones', () => none(all, /"/))

  it('never names the product', () => none(all, /foyer/i))

  it('shows no flag and no emoji: a language is no country, and drawings come from one set', () =>
    none(all, /\p{Regional_Indicator}|\p{Extended_Pictographic}|\ufe0f/u))

  it('writes numbers in Latin digits', () => none(all, /[٠-٩۰-۹]/))

  it('hangs no ending on a name, a number or a time that is set in', () => none(all, /[}#]['’]?\p{L}/u))
})

describe('the letters of a language', () => {
  it('are Farsi ones in Farsi', () => none(textsOf('fa'), /[يكىة]/))

  it('are Arabic ones in Arabic', () => none(textsOf('ar'), /[یکپچژگ]/))

  it('are Ukrainian ones in Ukrainian: none that only Russian has', () => none(textsOf('uk'), /[ыэёъ]/i))

  it('are Bulgarian ones in Bulgarian: none that only Russian has', () => none(textsOf('bg'), /[ыэё]/i))

  it('are Russian ones in Russian: none that only Ukrainian has', () => none(textsOf('ru'), /[іїєґ]/i))

  it('have a comma below in Romanian, never a cedilla', () => none(textsOf('ro'), /[şţ]/i))

  it('are Latin ones in Kurmancî', () => none(textsOf('kmr'), /\p{Script=Arabic}/u))
})
