import { type City, formatMistakes, readCity } from '../city/index.ts'

export type Pack = {
  readonly city: () => City
  /** Reads the files again. A pack that cannot run leaves the old one in place; returns what is wrong, or nothing. */
  readonly reload: () => string
}

/** Opens the pack of the house. Parts that are wrong are left out and named; @throws when nothing can run. */
export function openPack(folder: string, say: (text: string) => void): Pack {
  const first = readCity(folder)
  if (!first.city) throw new Error(`The pack ${folder} cannot be used:\n${formatMistakes(first.mistakes)}`)
  if (first.mistakes.length > 0)
    say(`The pack has mistakes; these parts are left out:\n${formatMistakes(first.mistakes)}`)
  let city = first.city
  return {
    city: () => city,
    reload: () => {
      const next = readCity(folder)
      if (!next.city) return formatMistakes(next.mistakes)
      city = next.city
      if (next.mistakes.length > 0) say(formatMistakes(next.mistakes))
      return ''
    },
  }
}
