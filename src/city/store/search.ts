import { z } from 'zod'
import type { Concern } from '../rules/city.ts'
import { fitEach, knownKeys } from './reading.ts'
import { filesIn, type Mistakes, readSource } from './source.ts'

/** Reads the everyday words of each language (`search/<language>.yaml`). A language without a file has none. */
export function readSearchWords(
  folder: string,
  concerns: readonly Concern[],
  mistakes: Mistakes,
): Record<string, Record<string, readonly string[]>> {
  const existing = new Set<string>(concerns.map((concern) => concern.id))
  const languages = filesIn(folder, 'search').map((file) => {
    const source = readSource(folder, { file, entries: 'outer' }, mistakes)
    const at = { source, path: [], value: source.value, kind: 'search word' }
    const words = fitEach(z.array(z.string()), at, mistakes)
    const kept = knownKeys([...words.keys()], { existing, source, path: [], kind: 'concern' }, mistakes)
    const language = file.replace(/^.*\//, '').replace(/\.yaml$/, '')
    return [language, Object.fromEntries(kept.map((concern) => [concern, words.get(concern) ?? []]))] as const
  })
  return Object.fromEntries(languages)
}
