import type { City } from '../city/index.ts'
import type { Catalogue } from '../i18n/index.ts'

/** How far the texts of a language are: what a speaker of it has checked, and what waits for one. */
export type TextState = {
  readonly language: string
  readonly name: string
  readonly texts: number
  readonly checked: number
  /** Who checked how many, by role. */
  readonly by: Readonly<Record<string, number>>
  /** Keys that wait, the newest first. */
  readonly unchecked: readonly string[]
  /** The state of the city's texts in this language; null when it has none. */
  readonly pack: 'source' | 'draft' | 'checked' | null
}

/** Texts are only ever added at the end of a catalogue: the last one is the newest. */
export const textState = (
  { language, state, checked, texts }: Catalogue,
  packTexts: City['texts'],
): TextState => {
  const keys = Object.keys(texts)
  const unchecked = state === 'source' ? [] : keys.filter((key) => !Object.hasOwn(checked, key))
  const by: Record<string, number> = {}
  for (const key of keys) {
    const who = checked[key]
    if (who !== undefined) by[who] = (by[who] ?? 0) + 1
  }
  return {
    language: language.code,
    name: language.name,
    texts: keys.length,
    checked: keys.length - unchecked.length,
    by,
    unchecked: unchecked.reverse(),
    pack: packTexts[language.code]?.state ?? null,
  }
}
