import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'

/** A language the house has texts in. `code` names path, file and `lang` alike. */
export type Language = {
  readonly code: string
  /** Its name in itself: "العربية". */
  readonly name: string
  readonly direction: 'ltr' | 'rtl'
  /** What `Intl` is asked for: Latin digits and the Gregorian calendar everywhere. */
  readonly intl: string
}

const shape = z.object({
  name: z.string().min(1),
  direction: z.enum(['ltr', 'rtl']),
  /** Where `Intl` knows the language under another name than the file has. */
  intl: z.string().optional(),
  /** Other tags a browser may ask with that mean this language. */
  aliases: z.array(z.string()).default([]),
  state: z.enum(['source', 'draft']),
  /** Keys whose text somebody has checked, and who: a role, no name. */
  checked: z.record(z.string(), z.string()),
  texts: z.record(z.string(), z.string()),
})

/** One file of `locales/`: a language, and everything the house says in it. */
export type Catalogue = Omit<z.infer<typeof shape>, 'name' | 'direction' | 'intl'> & {
  readonly language: Language
}

const FOLDER = new URL('../../locales/', import.meta.url)

export const SOURCE = 'de'

/**
 * Reads every language there is a file for: a new language is one file. The source comes first, the others by their code.
 * @throws a sentence that names the file when one is no catalogue.
 */
export const readCatalogues = (folder: URL = FOLDER): Catalogue[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => readFile(folder, file))
    .sort((a, b) => rank(a) - rank(b) || (a.language.code < b.language.code ? -1 : 1))

const rank = ({ language }: Catalogue): number => (language.code === SOURCE ? 0 : 1)

function readFile(folder: URL, file: string): Catalogue {
  const read = shape.safeParse(JSON.parse(readFileSync(new URL(file, folder), 'utf8')))
  if (!read.success) {
    const [first] = read.error.issues
    throw new Error(`locales/${file} cannot be used: ${first?.path.join('.')}: ${first?.message}`)
  }
  const { name, direction, intl, ...rest } = read.data
  const code = file.replace(/\.json$/, '')
  return { ...rest, language: { code, name, direction, intl: `${intl ?? code}-u-ca-gregory-nu-latn` } }
}
