import type { Mistakes, Path, Source } from './source.ts'

export type Existing = ReadonlySet<string> | ReadonlyMap<string, unknown>

export type Naming = {
  readonly existing: Existing
  readonly source: Source
  readonly path: Path
  /** What is named, for the sentence: "unit", "desk". */
  readonly kind: string
}

/**
 * Keeps the names that exist; each unknown one is a mistake with the nearest known name as advice. A part that is left
 * out for a mistake of its own falls away without a word.
 */
export function known(names: readonly string[], at: Naming, mistakes: Mistakes): string[] {
  return names.filter((name, position) => {
    if (at.existing.has(name)) return true
    if (!mistakes.leftOut.has(`${at.kind} ${name}`)) {
      const what = `${at.kind} "${name}" does not exist`
      mistakes.add(at.source, [...at.path, position], { what, right: advice(name, at) })
    }
    return false
  })
}

/** The same for names that are themselves the left side of "name: value" lines. */
export function knownKeys(names: readonly string[], at: Naming, mistakes: Mistakes): string[] {
  return names.filter((name) => known([name], { ...at, path: [...at.path, name] }, mistakes).length > 0)
}

const advice = (name: string, { existing, kind }: Pick<Naming, 'existing' | 'kind'>): string => {
  const near = nearest(name, [...existing.keys()])
  return near ? `did you mean "${near}"?` : `a ${kind} that exists`
}

/** The candidate that is spelt most like a name; null when none comes near. */
export function nearest(name: string, candidates: readonly string[]): string | null {
  let best: string | null = null
  let least = Math.max(3, name.length / 3)
  for (const candidate of candidates) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase())
    if (distance < least) {
      best = candidate
      least = distance
    }
  }
  return best
}

/** Levenshtein's distance: how many letters to change, add or take away. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
