import type { Channel, Concern } from '../city/index.ts'

/** Where a chosen concern leads. */
export type Outcome = 'elsewhere' | 'online' | 'appointment' | 'counter'

/** One outcome for each concern: another place first, else by the way it is settled here. */
export function outcomeOf(concern: { readonly channel: Channel; readonly elsewhere?: string }): Outcome {
  if (concern.elsewhere) return 'elsewhere'
  return concern.channel === 'both' || concern.channel === 'counter' ? 'counter' : concern.channel
}

/** Somebody to talk to at once, instead of questions. */
export const HELP = {
  person: { needs: [], icon: 'circle-help' },
  minor: { needs: ['minor'], icon: 'baby' },
  alone: { needs: ['alone'], icon: 'door-closed' },
} as const satisfies Record<string, { needs: readonly string[]; icon: string }>
export type HelpKind = keyof typeof HELP

export const isHelpKind = (text: string): text is HelpKind => Object.hasOwn(HELP, text)

/** The concerns chosen so far, as they stand in an address: known ones, each once, at most `most`. */
export const chosenConcerns = (
  wished: readonly string[],
  { exists, most }: { exists: (concern: string) => boolean; most: number },
): string[] => [...new Set(wished)].filter(exists).slice(0, most)

/**
 * How a concern stands in an address. A discreet one has a word that tells nothing, because addresses stay in the history
 * of a shared phone: `x` and the FNV-1a hash of its id, so that it stays the same when the pack changes.
 */
export const concernAddress = ({ id, discreet }: Pick<Concern, 'id' | 'discreet'>): string =>
  discreet ? `x${hash(id).toString(36)}` : id

function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value >>> 0
}
