import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { TestEvent } from 'node:test/reporters'
import { stageOf, stages } from './stages.ts'
import { tally } from './tally.ts'

async function* told(...events: object[]): AsyncGenerator<TestEvent> {
  for (const event of events) yield event as TestEvent
}

const pass = (data: object) => ({ type: 'test:pass', data: { file: '/f/a.test.ts', details: {}, ...data } })
const fail = (data: object) => ({ type: 'test:fail', data: { file: '/f/a.test.ts', ...data } })

test('passing tests are counted once, without the suites around them', async () => {
  const result = await tally(told(pass({ name: 'a' }), pass({ name: 's', details: { type: 'suite' } })), '/f')
  assert.deepEqual(result, { passed: 1, failed: 0, failures: [] })
})

test('a failure is told in full with what its file printed, and its suite is not counted again', async () => {
  const inner = Object.assign(new Error('outer'), { cause: new Error('a visitor was called twice') })
  const suite = Object.assign(new Error('1 subtest failed'), { failureType: 'subtestsFailed' })
  const printed = { type: 'test:stdout', data: { file: '/f/a.test.ts', message: 'desk 3\n' } }
  const result = await tally(
    told(
      printed,
      fail({ name: 'x', details: { error: inner } }),
      fail({ name: 's', details: { error: suite } }),
    ),
    '/f',
  )
  assert.equal(result.failed, 1)
  assert.match(result.failures.join('\n'), /a\.test\.ts: x\n.*a visitor was called twice[\s\S]*\| desk 3/)
})

test('a skipped test, a test left to do and a file without a test count as failed', async () => {
  const result = await tally(
    told(pass({ name: 'a', skip: true }), pass({ name: 'b', todo: '' }), pass({ name: '/f/a.test.ts' })),
    '/f',
  )
  assert.deepEqual([result.passed, result.failed], [0, 3])
})

test('every test file of the house runs in exactly one stage', () => {
  assert.equal(stageOf('test/races/calls.test.ts'), 'races')
  assert.equal(stageOf('src/reception/rules/visit.test.ts'), 'rules')
  assert.equal(stageOf('src/guide/pages/question.test.tsx'), 'pages')
  assert.equal(stageOf('test/locales.test.ts'), 'texts')
  assert.equal(stageOf('somewhere/new.test.ts'), 'pages')
  const files = stages(`${import.meta.dirname}/../..`).flatMap((stage) => stage.files)
  assert.ok(files.includes('test/support/tally.test.ts'))
  assert.equal(new Set(files).size, files.length)
})
