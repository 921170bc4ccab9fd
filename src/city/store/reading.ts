import { z } from 'zod'
import { nearest } from './names.ts'
import type { Mistakes, Path, Source } from './source.ts'

export { type Existing, known, knownKeys, type Naming } from './names.ts'

type At = { readonly source: Source; readonly path: Path; readonly value: unknown }

/** Holds a value against its shape; each mistake is named with its line. Null when it does not fit. */
export function fit<T>(shape: z.ZodType<T>, at: At, mistakes: Mistakes): T | null {
  const result = shape.safeParse(at.value)
  if (result.success) return result.data
  // A file that could not be read at all is a mistake already.
  if (at.value === undefined) return null
  for (const issue of result.error.issues) {
    const path = [...at.path, ...(issue.path as (string | number)[])]
    const value = valueAt(at.value, issue.path)
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) nameUnknown({ ...at, path }, { key, keys: keysOf(shape) }, mistakes)
    } else mistakes.add(at.source, path, { what: whatOf(path, value), right: rightOf(issue) })
  }
  return null
}

/** The same for a whole file: a name in it that nobody knows is a mistake, but the rest counts. */
export function fitFile<T>(shape: z.ZodType<T>, source: Source, mistakes: Mistakes): T | null {
  const keys = keysOf(shape)
  for (const key of Object.keys(isRecord(source.value) ? source.value : {}))
    if (!keys.includes(key)) nameUnknown({ source, path: [], value: source.value }, { key, keys }, mistakes)
  return fit(shape, { source, path: [], value: source.value }, mistakes)
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const keysOf = (shape: z.ZodType): string[] =>
  shape instanceof z.ZodObject ? Object.keys(shape.shape as object) : []

function nameUnknown(
  at: At,
  { key, keys }: { key: string; keys: readonly string[] },
  mistakes: Mistakes,
): void {
  const path = [...at.path, key]
  const near = nearest(key, keys)
  const right = near ? `did you mean "${near}"?` : 'to leave it out'
  mistakes.add(at.source, path, { what: `"${path.join('.')}" means nothing here`, right })
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, step) => (inner as Record<PropertyKey, unknown> | undefined)?.[step],
    value,
  )
}

function whatOf(path: Path, value: unknown): string {
  const name = path.length > 0 ? `"${path.join('.')}"` : 'the file'
  if (value === undefined) return `${name} is missing`
  const short = ['string', 'number', 'boolean'].includes(typeof value)
  return short ? `${name} cannot be ${JSON.stringify(value)}` : `${name} is wrong`
}

const EXPECTED: Readonly<Record<string, string>> = {
  string: 'a text, in quotes if need be',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list such as [one, two]',
  tuple: 'a list such as [1, 2]',
  object: '"name: value" lines',
  record: '"name: value" lines',
}

function rightOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value') return `one of ${issue.values.map(String).join(', ')}`
  if (!/^(Too|Invalid)/.test(issue.message)) return issue.message
  if (issue.code === 'invalid_type') return EXPECTED[issue.expected] ?? issue.expected
  if (issue.code === 'too_small') return `${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`
  if (issue.code === 'too_big') return `${issue.inclusive ? 'at most' : 'less than'} ${issue.maximum}`
  return issue.message
}

/** Reads each entry of a "name: value" list by itself: a broken one removes only itself. `kind`: what an entry is. */
export function fitEach<T>(
  shape: z.ZodType<T>,
  at: At & { readonly kind: string },
  mistakes: Mistakes,
): Map<string, T> {
  const entries = new Map<string, T>()
  for (const name of at.source.broken) mistakes.leftOut.add(`${at.kind} ${name}`)
  // An empty file or section is an empty list.
  if (at.value === undefined || at.value === null) return entries
  if (!isRecord(at.value)) {
    const what = 'this is not a list of named entries'
    mistakes.add(at.source, at.path, { what, right: '"name: value" lines' })
    return entries
  }
  for (const [name, value] of Object.entries(at.value)) {
    const fitting = fit(shape, { source: at.source, path: [...at.path, name], value: value ?? {} }, mistakes)
    if (fitting === null) mistakes.leftOut.add(`${at.kind} ${name}`)
    else entries.set(name, fitting)
  }
  return entries
}
