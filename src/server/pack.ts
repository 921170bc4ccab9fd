import { type City, formatMistakes, readCity } from '../city/index.ts'
import { freshHall, type Office } from '../reception/index.ts'

/** What became of a pack that was read again: whether it runs now, and every mistake in it. */
export type Reloaded = { readonly taken: boolean; readonly mistakes: string }

export type Pack = {
  readonly city: () => City
  /** Reads the files again. A pack that cannot run leaves the old one in place. */
  readonly reload: () => Reloaded
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
      const found = formatMistakes(next.mistakes)
      if (!next.city) return { taken: false, mistakes: `The old pack stays in place:\n${found}` }
      city = next.city
      return { taken: true, mistakes: found && `These parts are left out:\n${found}` }
    },
  }
}

/** Takes the changed pack into the running hall: whoever asks after this sees the new one. */
export async function reloadPack(office: Office, pack: Pack): Promise<Reloaded> {
  const reloaded = pack.reload()
  if (!reloaded.taken) return reloaded
  office.memory.day = ''
  await freshHall(office)
  office.hub.publish(['hall', 'board'])
  return reloaded
}
