import type { City } from '../city/index.ts'
import { findable } from './rules/findable.ts'
import { makeIndex, type SearchIndex, search } from './rules/search.ts'

const indexes = new WeakMap<City, Map<string, SearchIndex>>()

/** What the search finds in a language, best first. The index is made once for each pack that is read and each language. */
export function found(city: City, language: string, query: string): string[] {
  const made = indexes.get(city) ?? new Map<string, SearchIndex>()
  indexes.set(city, made)
  const index = made.get(language) ?? makeIndex(findable(city, language))
  made.set(language, index)
  return search(index, query)
}
