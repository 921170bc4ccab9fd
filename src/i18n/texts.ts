import { existsSync, readFileSync } from 'node:fs'
import { IntlMessageFormat } from 'intl-messageformat'
import { LANGUAGES, type Language } from './languages.ts'

export type TextKey = keyof typeof import('../../locales/de.json')['texts']
export type TextArgs = Readonly<Record<string, string | number>>

/** One text of the house in the reader's language; placeholders by ICU MessageFormat. */
export type Translate = (key: TextKey, args?: TextArgs) => string

export type Catalogue = {
  readonly state: 'source' | 'draft'
  /** Keys whose text somebody has checked, and who. */
  readonly checked: Readonly<Record<string, string>>
  readonly texts: Readonly<Record<string, string>>
}

const FOLDER = new URL('../../locales/', import.meta.url)

/** The catalogue of a language; an empty one when there is no file, so that a missing language never stops the house. */
export function readCatalogue(code: string): Catalogue {
  const file = new URL(`${code}.json`, FOLDER)
  if (!existsSync(file)) return { state: 'draft', checked: {}, texts: {} }
  return JSON.parse(readFileSync(file, 'utf8')) as Catalogue
}

/** Whether a language's texts still wait for somebody who checks them. */
export const isDraft = ({ code }: Language): boolean => readCatalogue(code).state === 'draft'

/** Reads every catalogue once. A key that a language lacks is a mistake the tests find; visitors then read German. */
export function loadTexts(): (language: Language) => Translate {
  const german = readCatalogue('de').texts
  const translators = new Map<string, Translate>()
  for (const language of LANGUAGES) {
    const { texts } = readCatalogue(language.code)
    translators.set(language.code, translator(language, { ...german, ...texts }))
  }
  return (language) => translators.get(language.code) as Translate
}

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
    return String(format.format(args))
  }
}
