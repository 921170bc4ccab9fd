import { globSync } from 'node:fs'

/** One stage of the proof: test files that run together, `atOnce` of them, each within `minutes`. */
export type Stage = {
  readonly name: string
  readonly says: string
  readonly files: readonly string[]
  readonly atOnce: number
  readonly minutes: number
}

type Shape = Omit<Stage, 'files'> & { readonly patterns: readonly RegExp[] }

// The first shape that fits takes a file, so a new test lands in exactly one stage; the last but for the
// real servers is `pages`, which takes what nobody claimed: no test can be forgotten.
const SHAPES: readonly Shape[] = [
  {
    name: 'races',
    says: 'races on a real PostgreSQL',
    patterns: [/^test\/races\//, /^test\/support\/postgres\.test\.ts$/],
    atOnce: 2,
    minutes: 5,
  },
  { name: 'faults', says: 'faults', patterns: [/^test\/faults\//], atOnce: 1, minutes: 5 },
  {
    name: 'journeys',
    says: 'journeys in a real browser',
    patterns: [/^test\/journeys\//, /^test\/support\/(browser|chromium|axe|pictures)\.test\.ts$/],
    atOnce: 1,
    minutes: 5,
  },
  {
    name: 'architecture',
    says: 'directions, sizes and papers of the house',
    patterns: [/^test\/(architecture|docs)\.test\.ts$/, /^test\/architecture\//],
    atOnce: 2,
    minutes: 2,
  },
  {
    name: 'texts',
    says: 'texts in every language',
    patterns: [/^test\/locales(\/|\.test\.ts$)/, /^src\/(i18n|texts)\//],
    atOnce: 2,
    minutes: 2,
  },
  {
    name: 'rules',
    says: 'rules of the office',
    patterns: [/^src\/(kernel|simulation)\//, /\/rules(\/|\.test\.)/, /^test\/oracles\//],
    atOnce: 2,
    minutes: 3,
  },
  { name: 'pages', says: 'pages, stores and everything else', patterns: [/./], atOnce: 2, minutes: 3 },
]

const ORDER = ['architecture', 'texts', 'rules', 'pages', 'races', 'faults', 'journeys']

/** The name of the stage that runs `file` (a path from the root, with forward slashes). */
export const stageOf = (file: string): string =>
  SHAPES.find((shape) => shape.patterns.some((pattern) => pattern.test(file)))?.name ?? 'pages'

/** Every stage in the order it runs, with its test files; a stage without files stays in the list, empty. */
export function stages(root: string): Stage[] {
  const files = globSync('{src,test,islands,bench}/**/*.test.{ts,tsx}', { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
  return ORDER.flatMap((name) => SHAPES.filter((shape) => shape.name === name)).map(
    ({ patterns: _, ...shape }) => ({
      ...shape,
      files: files.filter((file) => stageOf(file) === shape.name),
    }),
  )
}
