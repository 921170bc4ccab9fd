import { readCity } from '../src/city/index.ts'
import { findable } from '../src/guide/rules/findable.ts'
import { fold } from '../src/guide/rules/fold.ts'
import { makeIndex, search } from '../src/guide/rules/search.ts'
import { QUERIES } from '../test/support/queries.ts'

// How much the search that forgives costs against one that does not: a loop over includes() on the same folded texts.
// Also how often each finds the concern that was meant among its first three. Usage: node --import tsx bench/search.ts
const ROUNDS = 40

const { city } = readCity(new URL('../packs/krefeld', import.meta.url).pathname)
if (!city) throw new Error('the pack cannot be read')

const began = performance.now()
const indexes = new Map(city.languages.map((code) => [code, makeIndex(findable(city, code))]))
const indexMilliseconds = (performance.now() - began) / indexes.size
const plain = new Map(
  city.languages.map((code) => [
    code,
    findable(city, code).map(({ id, texts }) => ({ id, text: fold(texts.map((one) => one.text).join(' ')) })),
  ]),
)
const naive = (language: string, query: string): string[] => {
  const words = fold(query).split(/\s+/)
  return (plain.get(language) ?? [])
    .filter(({ text }) => words.every((word) => text.includes(word)))
    .map(({ id }) => id)
}
const forgiving = (language: string, query: string): string[] => {
  const index = indexes.get(language)
  return index ? search(index, query) : []
}
const asked = Object.entries(QUERIES).flatMap(([language, all]) =>
  all.map(([query, concern]) => ({ language, query, concern })),
)

function measure(find: (language: string, query: string) => string[]) {
  let hits = 0
  for (const { language, query, concern } of asked)
    hits += find(language, query).slice(0, 3).includes(`concern/${concern}`) ? 1 : 0
  const start = performance.now()
  for (let round = 0; round < ROUNDS; round++) for (const { language, query } of asked) find(language, query)
  return { microseconds: Math.round(((performance.now() - start) * 1000) / ROUNDS / asked.length), hits }
}

const reference = measure(naive)
const ours = measure(forgiving)
const ratio = Number((ours.microseconds / reference.microseconds).toFixed(1))
const words = indexes.get('ar')?.terms.length
process.stdout.write(
  `${JSON.stringify({ queries: asked.length, words, index_ms: Math.round(indexMilliseconds), ours, reference, ratio })}\n`,
)
