// Runs every check in one order and ends with one line on standard output: `N passed, N failed`.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { run } from 'node:test'
import { type Stage, stages } from './stages.ts'
import { type Tally, tally } from './tally.ts'

const ROOT = join(import.meta.dirname, '../..')
const MINUTE = 60_000

const TOOLS = [
  {
    name: 'format',
    says: 'format and lint',
    command: ['@biomejs/biome/bin/biome', 'ci', '--colors=off', '.'],
  },
  {
    name: 'types',
    says: 'types',
    command: ['typescript/bin/tsc', '--noEmit', '--pretty', 'false', '-p', '.'],
  },
]

const say = (text: string) => process.stderr.write(text)

function runTool(command: readonly string[]): Tally {
  const [tool = '', ...args] = command
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, 'node_modules', tool), ...args],
    { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 64 * 1024 * 1024 },
  )
  if (status === 0) return { passed: 1, failed: 0, failures: [] }
  return { passed: 0, failed: 1, failures: [`${stdout}${stderr}`] }
}

async function runTests(stage: Stage): Promise<Tally> {
  if (stage.files.length === 0) return { passed: 0, failed: 0, failures: [] }
  const events = run({
    files: stage.files.map((file) => join(ROOT, file)).filter((file) => existsSync(file)),
    concurrency: stage.atOnce,
    timeout: stage.minutes * MINUTE,
    execArgv: ['--import', 'tsx', '--no-warnings'],
  })
  return tally(events, ROOT)
}

async function timed(says: string, work: () => Tally | Promise<Tally>): Promise<Tally> {
  say(`${says} … `)
  const began = performance.now()
  const result = await work()
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  say(`${result.passed} passed, ${result.failed} failed (${seconds} s)\n`)
  for (const failure of result.failures) say(`\n✖ ${failure}\n`)
  return result
}

const checks = [
  ...TOOLS.map(({ name, says, command }) => ({ name, says, work: () => runTool(command) })),
  ...stages(ROOT).map((stage) => ({ name: stage.name, says: stage.says, work: () => runTests(stage) })),
]

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !checks.some((check) => check.name === name))
if (unknown.length > 0) {
  say(
    `There is no stage ${unknown.join(', ')}; there are: ${checks.map((check) => check.name).join(', ')}.\n`,
  )
}
let passed = 0
let failed = unknown.length
for (const check of checks.filter(({ name }) => asked.length === 0 || asked.includes(name))) {
  const result = await timed(check.says, check.work)
  passed += result.passed
  failed += result.failed
}
// Leaving by exit code alone lets standard output drain into a pipe first.
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
process.stdout.write(`${passed} passed, ${failed} failed\n`)
