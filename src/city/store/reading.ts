import type { z } from 'zod'
import type { Mistakes, Path, Source } from './source.ts'

/** Holds a value against its shape; each mistake is named with its line. Null when it does not fit. */
export function fit<T>(
  shape: z.ZodType<T>,
  at: { source: Source; path: Path; value: unknown },
  mistakes: Mistakes,
): T | null {
  const result = shape.safeParse(at.value)
  if (result.success) return result.data
  for (const issue of result.error.issues) {
    const path = [...at.path, ...(issue.path as (string | number)[])]
    const name = path.length > 0 ? `"${path.join('.')}"` : 'the file'
    mistakes.add(at.source, path, { what: `${name} is wrong`, right: rightOf(issue) })
  }
  return null
}

function rightOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type')
    return `${issue.expected === 'record' ? 'a list of "name: value" lines' : `a ${issue.expected}`}`
  if (issue.code === 'invalid_value') return `one of ${issue.values.map(String).join(', ')}`
  return issue.message
}

/** Reads each entry of a "name: value" list by itself: a broken one removes only itself. */
export function fitEach<T>(
  shape: z.ZodType<T>,
  at: { source: Source; path: Path; value: unknown },
  mistakes: Mistakes,
): Map<string, T> {
  const entries = new Map<string, T>()
  if (typeof at.value !== 'object' || at.value === null || Array.isArray(at.value)) {
    if (at.value !== undefined) {
      mistakes.add(at.source, at.path, {
        what: 'this is not a list of named entries',
        right: '"name: value" lines',
      })
    }
    return entries
  }
  for (const [name, value] of Object.entries(at.value)) {
    const fitting = fit(shape, { source: at.source, path: [...at.path, name], value }, mistakes)
    if (fitting !== null) entries.set(name, fitting)
  }
  return entries
}

export type Existing = ReadonlySet<string> | ReadonlyMap<string, unknown>

/** Keeps the names that exist; each unknown one is a mistake with the nearest known name as advice. */
export function known(
  names: readonly string[],
  at: { existing: Existing; source: Source; path: Path; kind: string },
  mistakes: Mistakes,
): string[] {
  const { existing } = at
  return names.filter((name, position) => {
    if (existing.has(name)) return true
    const near = nearest(name, [...existing.keys()])
    const right = near ? `did you mean "${near}"?` : `a ${at.kind} that exists`
    mistakes.add(at.source, [...at.path, position], { what: `${at.kind} "${name}" does not exist`, right })
    return false
  })
}

function nearest(name: string, candidates: readonly string[]): string | null {
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
