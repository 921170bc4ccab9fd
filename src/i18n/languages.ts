/** A language the house has texts in. `code` names path, file and `lang` alike. */
export type Language = {
  readonly code: string
  readonly name: string
  readonly direction: 'ltr' | 'rtl'
  /** What `Intl` is asked for: Latin digits and the Gregorian calendar everywhere. */
  readonly intl: string
}

const language = (
  code: string,
  name: string,
  { intl = code, direction = 'ltr' }: Partial<Pick<Language, 'intl' | 'direction'>> = {},
): Language => ({
  code,
  name,
  direction,
  intl: `${intl}-u-ca-gregory-nu-latn`,
})

/** In the order in which visitors see them; each under its own name. */
export const LANGUAGES: readonly Language[] = [
  language('de', 'Deutsch'),
  language('de-simple', 'Einfaches Deutsch', { intl: 'de' }),
  language('en', 'English', { intl: 'en-GB' }),
  language('tr', 'Türkçe'),
  language('ar', 'العربية', { direction: 'rtl' }),
  language('pl', 'Polski'),
  language('uk', 'Українська'),
  language('ro', 'Română'),
  language('bg', 'Български'),
  language('ru', 'Русский'),
  language('fr', 'Français'),
  language('fa', 'فارسی', { direction: 'rtl' }),
  // Intl knows Northern Kurdish as `ku` only; the name of the language stays kmr everywhere else.
  language('kmr', 'Kurmancî', { intl: 'ku' }),
]

export const SOURCE = 'de'

const ALIASES: Readonly<Record<string, string>> = {
  ku: 'kmr',
  'ku-tr': 'kmr',
  prs: 'fa',
  pes: 'fa',
  'fa-af': 'fa',
}

const byCode = new Map(LANGUAGES.map((entry) => [entry.code, entry]))

export const languageOf = (code: string): Language | undefined => byCode.get(code)

/** The language of the house for a language tag ("ku-TR" leads to kmr, "de-AT" to de), or undefined: ckb is not kmr. */
export function matchLanguage(tag: string): Language | undefined {
  const lower = tag.toLowerCase()
  const [primary = ''] = lower.split('-')
  return (
    byCode.get(lower) ??
    byCode.get(ALIASES[lower] ?? '') ??
    byCode.get(primary) ??
    byCode.get(ALIASES[primary] ?? '')
  )
}

/** The best language for an `Accept-Language` header (RFC 9110, 12.5.4); German when none fits. */
export function negotiate(header: string | undefined): Language {
  const wishes = (header ?? '')
    .split(',')
    .slice(0, 30)
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const quality = parameters.map((text) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(text)?.[1]).find(Boolean)
      return { tag, quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter((wish) => wish.quality > 0)
    .sort((a, b) => b.quality - a.quality)
  for (const wish of wishes) {
    const found = matchLanguage(wish.tag)
    if (found) return found
  }
  return byCode.get(SOURCE) as Language
}
