import { LineCounter, parseDocument } from 'yaml'

/** Which entries of a file stand for themselves: all at its outer edge, or those inside some of its sections. */
export type Entries = 'outer' | readonly string[]

/** An entry that cannot be read: its name, where it breaks and why. */
export type BrokenEntry = { readonly name: string; readonly line: number; readonly why: string }

type Block = { readonly name: string; readonly from: number; readonly to: number }

/**
 * Blanks those entries of a file that are no YAML, so that one slip of the pen takes away one entry and not the file.
 * The lines that stay keep their numbers.
 */
export function salvage(text: string, entries: Entries): { text: string; broken: BrokenEntry[] } {
  const lines = text.split('\n')
  const outer = blocksIn(lines, { from: 0, to: lines.length }, 0)
  const blocks =
    entries === 'outer'
      ? outer
      : outer.filter(({ name }) => entries.includes(name)).flatMap((section) => inside(lines, section))
  const broken = blocks.flatMap((block) => {
    const slip = firstSlip(lines.slice(block.from, block.to).join('\n'))
    if (!slip) return []
    lines.fill('', block.from, block.to)
    return [{ name: block.name, line: block.from + slip.line, why: slip.why }]
  })
  return { text: lines.join('\n'), broken }
}

/** A line that begins an entry: neither a remark, nor an item of a list, nor the end of something in brackets. */
const ENTRY = /^( *)(?![\s#\-}\]])["']?([^"':]*)/

/** The entries between two lines that begin at one depth; each reaches to the next. */
function blocksIn(
  lines: readonly string[],
  { from, to }: { from: number; to: number },
  depth: number,
): Block[] {
  const starts: { name: string; at: number }[] = []
  for (let at = from; at < to; at++) {
    const [, indent = '', name = ''] = ENTRY.exec(lines[at] ?? '') ?? []
    if (name !== '' && indent.length === depth) starts.push({ name, at })
  }
  return starts.map(({ name, at }, i) => ({ name, from: at, to: starts[i + 1]?.at ?? to }))
}

function inside(lines: readonly string[], section: Block): Block[] {
  const [, indent = ''] =
    lines
      .slice(section.from + 1, section.to)
      .map((line) => ENTRY.exec(line))
      .find((match) => match !== null) ?? []
  return indent === '' ? [] : blocksIn(lines, { ...section, from: section.from + 1 }, indent.length)
}

/** The first place where a text is no YAML; a name that stands twice is none. */
function firstSlip(text: string): { line: number; why: string } | null {
  const counter = new LineCounter()
  const [error] = parseDocument(text, { lineCounter: counter, prettyErrors: false }).errors.filter(
    ({ code }) => code !== 'DUPLICATE_KEY',
  )
  return error ? { line: counter.linePos(error.pos[0]).line, why: error.message } : null
}
