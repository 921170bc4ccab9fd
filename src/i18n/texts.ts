import { IntlMessageFormat } from 'intl-messageformat'
import { type Catalogue, type Language, SOURCE } from './catalogues.ts'
import { CATALOGUES } from './languages.ts'

export type TextKey = keyof typeof import('../../locales/de.json')['texts']
export type TextArgs = Readonly<Record<string, string | number>>

/** One text of the house in the reader's language; placeholders by ICU MessageFormat. */
export type Translate = (key: TextKey, args?: TextArgs) => string

/** The texts of a language that still wait for somebody who checks them; none of the source. */
export const uncheckedKeys = ({ state, checked, texts }: Catalogue): string[] =>
  state === 'source' ? [] : Object.keys(texts).filter((key) => !Object.hasOwn(checked, key))

/** Reads every catalogue once. A key that a language lacks is a mistake the tests find; visitors then read German. */
export function loadTexts(
  catalogues: readonly Catalogue[] = CATALOGUES,
): (language: Pick<Language, 'code'>) => Translate {
  const german = catalogues.find(({ language }) => language.code === SOURCE)?.texts
  const translators = new Map(
    catalogues.map(({ language, texts }) => [language.code, translator(language, { ...german, ...texts })]),
  )
  return (language) => translators.get(language.code) as Translate
}

const isolate = (value: string) => `\u2068${value}\u2069`
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

/**
 * Words set into a sentence that runs the other way would drag their neighbours along: a desk's German name, a time, a
 * range. Each is isolated (Unicode Bidirectional Algorithm, FSI and PDI). Numbers stay numbers: they choose the plural.
 */
const isolated = (language: Language, args: TextArgs): TextArgs =>
  Object.fromEntries(
    Object.entries(args).map(([name, value]) => {
      const crosses = typeof value === 'string' && (language.direction === 'rtl' || RIGHT_TO_LEFT.test(value))
      return [name, crosses && value !== '' ? isolate(value) : value]
    }),
  )

function translator(language: Language, texts: Readonly<Record<string, string>>): Translate {
  const formats = new Map<string, IntlMessageFormat>()
  return (key, args) => {
    const text = texts[key] ?? key
    if (!text.includes('{')) return text
    let format = formats.get(key)
    if (!format) {
      format = new IntlMessageFormat(text, language.intl)
      formats.set(key, format)
    }
    return String(format.format(args && isolated(language, args)))
  }
}
