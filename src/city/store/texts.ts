import type { City, PackTexts } from '../rules/city.ts'
import { fit } from './reading.ts'
import { textsShape } from './shapes.ts'
import { filesIn, type Mistakes, readSource } from './source.ts'

/** Reads the pack's texts in every language there is a file for. German titles come from where they are defined. */
export function readTexts(
  folder: string,
  { concerns, documents }: Pick<City, 'concerns' | 'documents'>,
  mistakes: Mistakes,
): Record<string, PackTexts> {
  const texts: Record<string, PackTexts> = {}
  for (const file of filesIn(folder, 'texts')) {
    const source = readSource(folder, file, mistakes)
    const raw = fit(textsShape, { source, path: [], value: source.value }, mistakes)
    if (!raw) continue
    const german = raw.language === 'de'
    texts[raw.language] = german
      ? {
          ...raw,
          concerns: Object.fromEntries(concerns.map((concern) => [concern.id, concern.title])),
          documents,
        }
      : raw
  }
  return texts
}
