import { relative } from 'node:path'
import type { TestEvent } from 'node:test/reporters'
import { inspect, stripVTControlCharacters } from 'node:util'

/** What a stage came to, with each failure in full. */
export type Tally = { readonly passed: number; readonly failed: number; readonly failures: readonly string[] }

/** Adds up a run of `node:test`. A skipped or empty test counts as failed: it proves nothing and looks like proof. */
export async function tally(events: AsyncIterable<TestEvent>, root: string): Promise<Tally> {
  const failures: string[] = []
  const said = new Map<string, string[]>()
  let passed = 0
  let failed = 0
  for await (const event of events) {
    if (event.type === 'test:stdout' || event.type === 'test:stderr') {
      const { file = '', message } = event.data
      said.set(file, [...(said.get(file) ?? []), message])
    }
    const problem = problemOf(event, root)
    if (problem === null) {
      passed += event.type === 'test:pass' && event.data.details.type !== 'suite' ? 1 : 0
      continue
    }
    failed += 1
    failures.push(problem, ...printed(said, event))
  }
  return { passed, failed, failures }
}

function problemOf(event: TestEvent, root: string): string | null {
  if (event.type !== 'test:pass' && event.type !== 'test:fail') return null
  const { name, file = '', details, skip, todo } = event.data
  const where = `${relative(root, file)}: ${name === file ? 'the file' : name}`
  if ('error' in details) return isRollUp(details.error) ? null : `${where}\n${reasonOf(details.error)}`
  if (skip !== undefined || todo !== undefined) return `${where}\n  is skipped: a test runs or it is deleted`
  if (name === file || file.endsWith(`/${name}`)) return `${where}\n  holds no test`
  return null
}

// A suite or file fails because of a test inside it, which is told on its own.
const isRollUp = (error: Error) => 'failureType' in error && error.failureType === 'subtestsFailed'

function reasonOf(error: Error): string {
  const text = stripVTControlCharacters(inspect(error.cause ?? error, { colors: false, depth: 6 }))
  return text.replace(/^/gm, '  ')
}

function printed(said: Map<string, string[]>, event: TestEvent): string[] {
  const file = event.data && 'file' in event.data ? (event.data.file ?? '') : ''
  const text = said.get(file)?.join('').trimEnd()
  said.delete(file)
  return text ? [`printed by ${file}:\n${text.replace(/^/gm, '  | ')}`] : []
}
