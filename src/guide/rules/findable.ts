import type { City, PackTexts } from '../../city/index.ts'
import type { Entry } from './search.ts'

/** Searched in every language: many know the German word of the office, and English is typed by many. */
const ALONG = ['de', 'en']
const ALONG_WORTH = 0.6
const WORTH = { title: 1, words: 1, about: 0.7, topic: 0.35, paper: 0.2 } as const

type Text = Entry['texts'][number]

/** Everything the search can find in a language: `concern/…`, `partner/…` and `place/…`, with the words for each. */
export function findable(city: City, language: string): Entry[] {
  const languages = [language, ...ALONG.filter((other) => other !== language)]
  const each = (
    kind: string,
    id: string,
    texts: (words: PackTexts | undefined, code: string) => Text[],
  ): Entry => ({
    id: `${kind}/${id}`,
    texts: languages.flatMap((code) => {
      const words = city.texts[code]
      const worth = code === language ? 1 : ALONG_WORTH
      return texts(words, code).map(({ text, weight }) => ({ text, weight: weight * worth }))
    }),
  })
  const topics = topicsOf(city)
  return [
    ...city.concerns.map(({ id, documents }) =>
      each('concern', id, (words, code) => [
        { text: words?.concerns[id] ?? '', weight: WORTH.title },
        { text: (city.search[code]?.[id] ?? []).join(' '), weight: WORTH.words },
        { text: (topics.get(id) ?? []).map((key) => nameOf(words, key)).join(' '), weight: WORTH.topic },
        { text: documents.map((key) => words?.documents[key] ?? '').join(' '), weight: WORTH.paper },
      ]),
    ),
    ...city.partners.map(({ id, name }) =>
      each('partner', id, (words) => [
        { text: name, weight: WORTH.title },
        { text: words?.partners[id] ?? '', weight: WORTH.about },
      ]),
    ),
    ...city.places.map(({ id }) =>
      each('place', id, (words) => [
        { text: words?.places[id]?.name ?? '', weight: WORTH.title },
        { text: words?.places[id]?.why ?? '', weight: WORTH.about },
      ]),
    ),
  ]
}

/** For each concern the topic and the group under which it stands. */
const topicsOf = (city: City): Map<string, string[]> =>
  new Map(
    city.guide.flatMap((topic) =>
      topic.groups.flatMap((group) =>
        group.concerns.map((concern) => [concern as string, [topic.id, `${topic.id}/${group.id}`]] as const),
      ),
    ),
  )

const nameOf = (words: PackTexts | undefined, key: string): string =>
  (key.includes('/') ? words?.groups[key] : words?.topics[key]) ?? ''
