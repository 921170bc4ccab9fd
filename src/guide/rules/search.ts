import { wordsOf } from './fold.ts'
import { lettersOf, likeness, type Word } from './likeness.ts'

/** Something to be found, and the words by which; `weight` says how much a word is worth there, mostly 0 to 1. */
export type Entry = {
  readonly id: string
  readonly texts: readonly { readonly text: string; readonly weight: number }[]
}

type Term = Word & {
  /** How much the word tells: one that stands everywhere tells little (inverse document frequency). */
  readonly rarity: number
  /** Places in `ids`, and the greatest weight of the word there. */
  readonly found: readonly { readonly at: number; readonly weight: number }[]
}
export type SearchIndex = { readonly ids: readonly string[]; readonly terms: readonly Term[] }

const MOST_LETTERS = 100
const MOST_WORDS = 8
/** What comes to less than this share of the best is noise. */
const LEAST_SHARE = 0.35
const LEAST_SCORE = 0.15
/** From here on a word is the same or its beginning, below it may be another one. */
const SURE = 0.7
const DOUBT = 0.3

/** Makes the index of one language, once: entries with the texts in it and in those that are searched along. */
export function makeIndex(entries: readonly Entry[]): SearchIndex {
  const terms = new Map<string, Map<number, number>>()
  entries.forEach(({ texts }, at) => {
    for (const { text, weight } of texts) {
      for (const word of wordsOf(text)) {
        const found = terms.get(word) ?? new Map<number, number>()
        found.set(at, Math.max(found.get(at) ?? 0, weight))
        terms.set(word, found)
      }
    }
  })
  return {
    ids: entries.map(({ id }) => id),
    terms: [...terms].map(([text, found]) => ({
      text,
      letters: lettersOf(text),
      rarity: Math.log(1 + entries.length / found.size),
      found: [...found].map(([at, weight]) => ({ at, weight })),
    })),
  }
}

/** What fits a query best, best first: ids of entries, at most `most`. Any text may be asked; it never throws. */
export function search(index: SearchIndex, query: string, most = 8): string[] {
  const words = [...new Set(wordsOf(query.slice(0, MOST_LETTERS)))].slice(0, MOST_WORDS)
  const scores = new Float64Array(index.ids.length)
  const matched = new Uint8Array(index.ids.length)
  for (const text of words) {
    const worth = worthOf(index, { text, letters: lettersOf(text) })
    worth.forEach((value, at) => {
      if (value === 0) return
      scores[at] = (scores[at] ?? 0) + value
      matched[at] = (matched[at] ?? 0) + 1
    })
  }
  const ranked = [...index.ids.keys()]
    .map((at) => ({ at, score: ((scores[at] ?? 0) * (1 + (matched[at] ?? 0))) / (1 + words.length) }))
    .filter(({ score }) => score > LEAST_SCORE)
    .sort((a, b) => b.score - a.score || a.at - b.at)
  const best = ranked[0]?.score ?? 0
  return ranked
    .filter(({ score }) => score >= best * LEAST_SHARE)
    .slice(0, most)
    .map(({ at }) => index.ids[at] ?? '')
}

/** For each entry what one typed word is worth there: the best of its words that are like it. */
function worthOf(index: SearchIndex, typed: Word): Float64Array {
  const worth = new Float64Array(index.ids.length)
  const alike = index.terms.flatMap((term) => {
    const like = likeness(typed, term)
    return like > 0 ? [{ term, like }] : []
  })
  // A word that exists was hardly meant to be another one: what only looks like it then counts for little.
  const exists = alike.some(({ like }) => like === 1)
  for (const { term, like } of alike) {
    const trust = exists && like < SURE ? DOUBT : 1
    for (const { at, weight } of term.found)
      worth[at] = Math.max(worth[at] ?? 0, like * like * weight * term.rarity * trust)
  }
  return worth
}
