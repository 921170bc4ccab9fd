import { type Catalogue, type Language, readCatalogues, SOURCE } from './catalogues.ts'

/** The languages of a house, and how a reader's wish leads to one of them. */
export type Tongues = {
  readonly languages: readonly Language[]
  readonly languageOf: (code: string) => Language | undefined
  /** The language for a tag ("ku-TR" leads to kmr, "de-AT" to de), or undefined: ckb is not kmr. */
  readonly matchLanguage: (tag: string) => Language | undefined
  /** The best language for an `Accept-Language` header (RFC 9110, 12.5.4); German when none fits. */
  readonly negotiate: (header: string | undefined) => Language
}

export function makeTongues(catalogues: readonly Catalogue[]): Tongues {
  const languages = catalogues.map(({ language }) => language)
  const byCode = new Map(languages.map((language) => [language.code, language]))
  const byTag = new Map([
    ...catalogues.flatMap(({ aliases, language }) =>
      aliases.map((alias) => [alias.toLowerCase(), language] as const),
    ),
    ...byCode,
  ])
  const matchLanguage = (tag: string) => {
    const lower = tag.toLowerCase()
    return byTag.get(lower) ?? byTag.get(lower.split('-')[0] ?? '')
  }
  const negotiate = (header: string | undefined) => {
    for (const tag of wishes(header ?? '')) {
      const found = matchLanguage(tag)
      if (found) return found
    }
    return byCode.get(SOURCE) as Language
  }
  return { languages, languageOf: (code) => byCode.get(code), matchLanguage, negotiate }
}

/** The tags of an `Accept-Language` header, the dearest first; those refused (`q=0`) left out. */
const wishes = (header: string): string[] =>
  header
    .split(',')
    .slice(0, 30)
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';')
      const quality = parameters.map((text) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(text)?.[1]).find(Boolean)
      return { tag, quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter((wish) => wish.quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map((wish) => wish.tag)

export const CATALOGUES: readonly Catalogue[] = readCatalogues()

export const { languages: LANGUAGES, languageOf, matchLanguage, negotiate } = makeTongues(CATALOGUES)

/** Languages as visitors see them: in the order of the pack, those it does not name after them. */
export function inOrder(
  order: readonly string[],
  languages: readonly Language[] = LANGUAGES,
): readonly Language[] {
  const place = ({ code }: Language) => (order.includes(code) ? order.indexOf(code) : order.length)
  return [...languages].sort((a, b) => place(a) - place(b))
}
