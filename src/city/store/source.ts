import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import type { Mistake } from '../rules/city.ts'
import { type Entries, salvage } from './salvage.ts'

export type Path = readonly (string | number)[]

/** One file of a pack: what it says, and on which line it says it. */
export type Source = {
  readonly file: string
  readonly value: unknown
  readonly lineOf: (path: Path) => number
  /** Names of entries that could not even be read. */
  readonly broken: readonly string[]
}

type Telling = { readonly what: string; readonly right: string; readonly weight?: Mistake['weight'] }

/** Collects the mistakes of a pack while it is read. */
export type Mistakes = {
  readonly list: Mistake[]
  /** Parts that are left out for a mistake of their own ("unit X-ISC"): whoever names them makes no second one. */
  readonly leftOut: Set<string>
  add(source: Pick<Source, 'file' | 'lineOf'>, path: Path, telling: Telling): void
}

export const makeMistakes = (): Mistakes => {
  const list: Mistake[] = []
  return {
    list,
    leftOut: new Set(),
    add: (source, path, { what, right, weight = 'part' }) => {
      list.push({ file: source.file, line: source.lineOf(path), what, right, weight })
    },
  }
}

const YAML = 'valid YAML: quotes, brackets and the depth of lines decide'

/** Reads one YAML file. What is missing or cannot be parsed is a mistake; of the rest is kept what stands for itself. */
export function readSource(
  folder: string,
  { file, entries }: { file: string; entries: Entries },
  mistakes: Mistakes,
): Source {
  const nothing = { file, value: undefined, lineOf: () => 1, broken: [] }
  const text = readText(join(folder, file))
  if (text === null) {
    const what = existsSync(join(folder, file)) ? 'the file cannot be read' : 'the file is missing'
    mistakes.add(nothing, [], { what, right: 'a file of this name' })
    return nothing
  }
  const whole = parse(text)
  const saved = whole.slip ? salvage(text, entries) : { text, broken: [] }
  for (const { line, why } of saved.broken)
    mistakes.list.push({ file, line, what: firstLine(why), right: YAML, weight: 'part' })
  const { document, counter, slip, twice } = whole.slip ? parse(saved.text) : whole
  for (const { line } of twice)
    mistakes.list.push({
      file,
      line,
      what: 'this name stands twice',
      right: 'each name once',
      weight: 'part',
    })
  const broken = saved.broken.map(({ name }) => name)
  if (slip) {
    mistakes.list.push({ file, line: slip.line, what: firstLine(slip.why), right: YAML, weight: 'part' })
    return { ...nothing, broken }
  }
  const value = safely(() => document.toJS({ maxAliasCount: 100 }) as unknown)
  return { file, value, lineOf: (path) => counter.linePos(offsetOf(document, path)).line || 1, broken }
}

type Slip = { readonly line: number; readonly why: string }

function parse(text: string): {
  document: Document
  counter: LineCounter
  slip: Slip | null
  twice: readonly Slip[]
} {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false })
  const slips = document.errors.map(({ code, message, pos }) => ({
    code,
    why: message,
    line: counter.linePos(pos[0]).line || 1,
  }))
  const [slip = null] = slips.filter(({ code }) => code !== 'DUPLICATE_KEY')
  return { document, counter, slip, twice: slips.filter(({ code }) => code === 'DUPLICATE_KEY') }
}

/** Where the last name of a path stands that the document has: the name, not what it is given. */
function offsetOf(document: Document, path: Path): number {
  let node: unknown = document.contents
  let offset = 0
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => String(isScalar(key) ? key.value : key) === String(step))
      if (!pair) break
      offset = startOf(pair.key) ?? offset
      node = pair.value
    } else if (isSeq(node)) {
      const item = node.items[Number(step)]
      offset = startOf(item) ?? offset
      node = item
    } else break
  }
  return offset
}

const startOf = (node: unknown): number | undefined => (node as Node | null | undefined)?.range?.[0]

export const filesIn = (folder: string, sub: string): string[] =>
  existsSync(join(folder, sub))
    ? readdirSync(join(folder, sub))
        .filter((name) => name.endsWith('.yaml') && !name.startsWith('.'))
        .sort()
        .map((name) => `${sub}/${name}`)
    : []

const firstLine = (text: string): string => text.split('\n')[0] ?? text

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

function safely(read: () => unknown): unknown {
  try {
    return read()
  } catch {
    return undefined
  }
}
