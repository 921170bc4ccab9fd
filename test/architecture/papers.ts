import { basename } from 'node:path'
import { type Finding, type House, lineFindings, type Paper } from './house.ts'

const records = ({ papers }: House): Paper[] =>
  papers.filter(({ path }) => path.startsWith('docs/decisions/'))

/** Every library in package.json has its reason in a record of decision, on a line that names it. */
export function unexplainedLibraries(house: House): Finding[] {
  const paper = house.papers.find(({ path }) => path === 'package.json')
  if (!paper) return ['package.json:1  is missing']
  const lists = JSON.parse(paper.text) as Record<string, Record<string, string> | undefined>
  const names = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((list) =>
    Object.keys(lists[list] ?? {}),
  )
  const lines = paper.text.split('\n')
  return names
    .filter((name) => !records(house).some(({ text }) => text.includes(`\`${name}\``)))
    .map((name) => {
      const line = lines.findIndex((text) => text.includes(`"${name}":`)) + 1
      return `package.json:${line}  ${name}: no record in docs/decisions says \`${name}\` and why`
    })
}

const PARTS = ['## Context', '## Choice', '## Consequence']
const FEWEST_LETTERS = 40

/** Records are numbered without a gap, dated, and say context, choice and consequence. */
export function unfinishedRecords(house: House): Finding[] {
  const all = [...records(house)].sort((a, b) => (a.path < b.path ? -1 : 1))
  if (all.length === 0) return ['docs/decisions:1  there is no record']
  return all.flatMap(({ path, text }, i) => {
    const number = String(i + 1).padStart(4, '0')
    const problems = [
      new RegExp(`^${number}-[a-z0-9-]+\\.md$`).test(basename(path))
        ? null
        : `the file begins with ${number}-`,
      new RegExp(`^# ${i + 1}\\. \\S`).test(text) ? null : `the first line is "# ${i + 1}. Title"`,
      /^Date: \d{4}-\d\d-\d\d$/m.test(text) ? null : 'a line says "Date: YYYY-MM-DD"',
      ...PARTS.map((part) => (partOf(text, part).length < FEWEST_LETTERS ? `"${part}" says nothing` : null)),
    ]
    return problems.flatMap((problem) => (problem === null ? [] : [`${path}:1  ${problem}`]))
  })
}

function partOf(text: string, heading: string): string {
  const [, after = ''] = `\n${text}\n`.split(`\n${heading}\n`)
  return (after.split(/\n## /)[0] ?? '').trim()
}

/** Written with a bracket inside, so that this file does not find itself. */
const WORKSHOP = [
  /\b[c]laude\b/i,
  /\b[a]nthropic\b/i,
  /\b[A]I\b/,
  /\b[L]LMs?\b/,
  /\b[l]anguage models?\b/i,
  /\b[C]hatGPT\b|\b[G]PT-?\d/i,
  /\b[c]opilot\b/i,
  /\b(helper|coding|sub)[- ]?[a]gents?\b/i,
  /\b(this|the last|the next|previous|earlier|later|another|parallel) [s]essions?\b/i,
  /(^|[^\w.)}-])\/[w]ork\/\w/,
  /(^|[^\w.)}-])\/[t]mp\/\w/,
]
const FOREIGN = ['package-lock.json', 'LICENSE']

/** Nothing tells how, where or by whom this was made: it only has to be read and run. */
export const workshopWords = ({ papers }: House): Finding[] =>
  lineFindings(
    papers.filter(({ path }) => !FOREIGN.includes(path)),
    (line) => {
      const hit = WORKSHOP.map((word) => word.exec(line)?.[0]).find((found) => found !== undefined)
      return hit === undefined ? null : `"${hit.trim()}": the text tells how it was made`
    },
  )
