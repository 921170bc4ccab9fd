import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LineCounter, parseDocument } from 'yaml'
import type { Mistake } from '../rules/city.ts'

export type Path = readonly (string | number)[]

/** One file of a pack: what it says, and on which line it says it. */
export type Source = {
  readonly file: string
  readonly value: unknown
  readonly lineOf: (path: Path) => number
}

/** Collects the mistakes of a pack while it is read. */
export type Mistakes = {
  readonly list: Mistake[]
  add(source: Source, path: Path, mistake: { what: string; right: string; weight?: Mistake['weight'] }): void
}

export const makeMistakes = (): Mistakes => {
  const list: Mistake[] = []
  return {
    list,
    add: (source, path, { what, right, weight = 'part' }) => {
      list.push({ file: source.file, line: source.lineOf(path), what, right, weight })
    },
  }
}

/** Reads one YAML file. A file that is missing or cannot be parsed is a mistake and an empty value. */
export function readSource(folder: string, file: string, mistakes: Mistakes): Source {
  const path = join(folder, file)
  if (!existsSync(path)) {
    const source = { file, value: undefined, lineOf: () => 1 }
    mistakes.add(source, [], { what: 'the file is missing', right: 'a file of this name', weight: 'whole' })
    return source
  }
  const counter = new LineCounter()
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: counter, prettyErrors: false })
  const lineOf = (at: Path): number => {
    for (let length = at.length; length > 0; length--) {
      const node = document.getIn(at.slice(0, length), true) as
        | { range?: [number, number, number] }
        | undefined
      if (node?.range) return counter.linePos(node.range[0]).line
    }
    return 1
  }
  const broken = document.errors[0]
  const source = {
    file,
    value: broken ? undefined : safely(() => document.toJS({ maxAliasCount: 100 })),
    lineOf,
  }
  if (broken) {
    const line = counter.linePos(broken.pos[0]).line
    mistakes.list.push({ file, line, what: firstLine(broken.message), right: 'valid YAML', weight: 'part' })
  }
  return source
}

export const filesIn = (folder: string, sub: string): string[] =>
  existsSync(join(folder, sub))
    ? readdirSync(join(folder, sub))
        .filter((name) => name.endsWith('.yaml'))
        .sort()
        .map((name) => `${sub}/${name}`)
    : []

const firstLine = (text: string): string => text.split('\n')[0] ?? text

function safely(read: () => unknown): unknown {
  try {
    return read()
  } catch {
    return undefined
  }
}
