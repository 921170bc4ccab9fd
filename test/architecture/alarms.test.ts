import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as directions from './directions.ts'
import { type Finding, type House, makeUpHouse } from './house.ts'
import * as pages from './pages.ts'
import * as papers from './papers.ts'
import * as sizes from './sizes.ts'
import * as world from './world.ts'

type Files = Readonly<Record<string, string>>

/** Proves that a rule is heard when it is broken: one house, and the places that must be named in it. */
function raises(
  sentence: string,
  find: (house: House) => Finding[],
  broken: { files: Files; at: readonly string[] },
): void {
  it(sentence, () => {
    const places = find(makeUpHouse(broken.files)).map((finding) => finding.split('  ')[0])
    assert.deepEqual(places, broken.at)
  })
}

const one = (path: string, text: string, line = 1) => ({ files: { [path]: text }, at: [`${path}:${line}`] })
const lines = (count: number) => 'f()\n'.repeat(count)

describe('an alarm about directions is raised', () => {
  const RULE = 'src/hall/rules/queue.ts'
  raises('when a rule reads a file', directions.impureRules, one(RULE, "import 'node:fs'"))
  raises('when a rule reads a store', directions.impureRules, one(RULE, "import { row } from '../store.ts'"))
  raises('when a rule uses more of another module than a type', directions.impureRules, {
    files: {
      'src/hall/rules.ts':
        "import type { City } from '../city/index.ts'\nimport { open } from '../city/index.ts'",
    },
    at: ['src/hall/rules.ts:2'],
  })
  raises(
    'when the simulation knows the office',
    directions.impureGround,
    one('src/simulation/heap.ts', "export { a } from '../kernel/index.ts'\nimport '../hall/index.ts'", 2),
  )
  const AFTER = "import { a } from '../rules/a.ts'\n"
  for (const [who, path, target] of [
    ['an action uses a page', 'src/hall/actions/call.ts', '../pages/desk.tsx'],
    ['a store uses an action', 'src/hall/store/visits.ts', '../actions/call.ts'],
    ['a page uses a store', 'src/hall/pages/desk.tsx', '../store.ts'],
    ['a page uses the database', 'src/hall/pages/desk.tsx', '../../db/index.ts'],
    ['a module knows the composition root', 'src/hall/actions/call.ts', '../../main.ts'],
  ] as const) {
    raises(`when ${who}`, directions.wrongWays, one(path, `${AFTER}import { b } from '${target}'`, 2))
  }
  raises(
    'when the web knows a module above it',
    directions.wrongWays,
    one('src/web/app.ts', "import { a } from '../hall/index.ts'"),
  )
  raises(
    'when a module is entered by the back door, even for a type',
    directions.backDoors,
    one('src/hall/actions/call.ts', "type A = import('../../city/rules/city.ts').City"),
  )
  raises('when a module holds a stranger', directions.strangers, one('src/hall/service.ts', 'f()'))
  raises('when imports lead back', directions.cycles, {
    files: {
      'src/hall/rules/a.ts': "import './b.ts'",
      'src/hall/rules/b.ts': "\nimport type { A } from './a.ts'",
    },
    at: ['src/hall/rules/b.ts:2'],
  })
})

describe('an alarm about the world outside is raised', () => {
  const ACTION = 'src/hall/actions.ts'
  raises('when an action asks for rows', world.strayedSql, one(ACTION, "\ntx.selectFrom('visit')", 2))
  raises('when an action takes the sql tag', world.strayedSql, one(ACTION, "import { sql } from 'kysely'"))
  raises('when a module reads a setting', world.strayedSettings, one(ACTION, "process['env'].PORT"))
  for (const read of [
    'Date.now()',
    'new Date()',
    'performance.now()',
    'Temporal.Now.instant()',
    'Math.random()',
  ])
    raises(`when a rule asks ${read}`, world.worldlyRules, one('src/hall/rules.ts', `\nf(${read})`, 2))
  raises('when a rule draws', world.worldlyRules, one('src/hall/rules.ts', "import 'node:crypto'"))
  raises('when an action has a clock of its own', world.otherClocks, one(ACTION, '\nDate.now()', 2))
  raises('when a store asks the database for the time', world.clocksInSql, {
    files: {
      'src/hall/store.ts': 'sql`update visit\n  set since = now()`',
      'src/db/migrations/1.sql': '-- now()\ndefault current_timestamp',
    },
    at: ['src/hall/store.ts:2', 'src/db/migrations/1.sql:2'],
  })
})

describe('an alarm about sizes and names is raised', () => {
  raises('when a file has 251 lines', sizes.longFiles, one('src/a.ts', lines(251), 251))
  raises(
    'when a function has 61 lines, but not when a suite has',
    sizes.longFunctions,
    one('test/a.test.ts', `describe('a', () => {\nit('b', () => {\n${lines(59)}})\n${lines(10)}})`, 2),
  )
  raises(
    'when a function takes four',
    sizes.manyParameters,
    one('src/a.ts', '\nconst f = (a, b, c, d) => a', 2),
  )
  raises('when something is any', sizes.anyTypes, one('src/a.ts', '\nlet any: any', 2))
  raises('when something is exported as default', sizes.defaultExports, {
    files: {
      'src/a.ts': '\nexport default 1',
      'src/b.ts': 'export default function f() {}',
      'src/c.ts': 'export { a as default }',
    },
    at: ['src/a.ts:2', 'src/b.ts:1', 'src/c.ts:1'],
  })
  raises('when a folder is called utils', sizes.drawers, one('src/hall/utils/text.ts', 'f()'))
})

describe('an alarm about pages and styles is raised', () => {
  const PAGE = 'src/hall/pages/desk.tsx'
  for (const code of [
    '<p style="color:red" />',
    '<p onClick={f} />',
    '<style>p</style>',
    '<script>f()</script>',
  ])
    raises(`when a page carries ${code}`, pages.inlineCode, one(PAGE, `const a =\n  ${code}`, 2))
  raises(
    'when a page goes out unescaped',
    pages.rawHtml,
    one(PAGE, '\nconst a = <p dangerouslySetInnerHTML={b} />', 2),
  )
  const STYLE = 'src/web/look/styles/desk.css'
  for (const value of ['#fff', 'rgb(0 0 0 / 6%)', '1px solid white'])
    raises(
      `when a style says ${value}`,
      pages.hardColours,
      one(STYLE, `/* #000 */\na:hover {\n  border: ${value};\n}`, 3),
    )
  for (const style of [
    'margin-left: 1rem',
    'left: 0',
    'border-top-left-radius: 0',
    'text-align: right',
    'width: 1px',
  ])
    raises(
      `when a style says ${style}`,
      pages.physicalStyles,
      one(STYLE, `a {\n  color: var(--ink);\n  ${style};\n}`, 3),
    )
})

describe('an alarm about papers is raised', () => {
  const PACKAGE = '{ "dependencies": {\n  "left-pad": "1.0.0" } }'
  raises('when a library has no reason', papers.unexplainedLibraries, one('package.json', PACKAGE, 2))
  const said = 'What was found, in a sentence that is long enough.'
  const record = (number: number) =>
    `# ${number}. Title\n\nDate: 2026-11-24\n\n## Context\n\n${said}\n\n## Choice\n\n${said}\n\n## Consequence\n\n${said}\n`
  raises('when a record is empty, or one is missing', papers.unfinishedRecords, {
    files: {
      'docs/decisions/0001-a.md': record(1),
      'docs/decisions/0002-b.md': record(2).replace(said, ''),
      'docs/decisions/0004-c.md': record(3),
    },
    at: ['docs/decisions/0002-b.md:1', 'docs/decisions/0004-c.md:1'],
  })
  for (const words of [
    'written by Cl_aude',
    'an A_I said so',
    'as in the previous s_ession',
    'see /w_ork/a',
    'in /t_mp/a',
  ])
    raises(
      `when a text says "${words}"`,
      papers.workshopWords,
      one('docs/a.md', `\n${words.replace('_', '')}`, 2),
    )
})
