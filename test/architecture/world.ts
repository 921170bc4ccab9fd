import {
  isCallExpression,
  isElementAccessExpression,
  isIdentifier,
  isNewExpression,
  isPropertyAccessExpression,
  isStringLiteral,
  type Node,
  SyntaxKind,
} from 'typescript/unstable/ast'
import { everyNode, type Finding, findings, type House, lineFindings, lineOf, running } from './house.ts'
import { type Import, importsOf } from './imports.ts'

/** `process.env`, however it is written: the object and the member as words; null for anything else. */
function memberOf(node: Node): string | null {
  if (isPropertyAccessExpression(node) && isIdentifier(node.expression))
    return `${node.expression.text}.${node.name.text}`
  if (isElementAccessExpression(node) && isIdentifier(node.expression)) {
    const { argumentExpression: member } = node
    return isStringLiteral(member) ? `${node.expression.text}.${member.text}` : null
  }
  return null
}

const isSqlPlace = (path: string): boolean =>
  /^src\/(db|insight)\//.test(path) || /^src\/[^/]+\/(store\.ts$|store\/)/.test(path)

const QUERIES = ['selectFrom', 'insertInto', 'updateTable', 'deleteFrom', 'mergeInto', 'replaceInto']
const DATABASES = ['kysely', 'pg', '@electric-sql/pglite']
/** Listens for notices of other processes on a connection of its own; speaks no SQL to tables. */
export const LISTENER = 'src/live/bridge.ts'

/** SQL stands in stores, figures and the database module. */
export function strayedSql(house: House): Finding[] {
  const elsewhere = running(house).filter(({ path }) => !isSqlPlace(path))
  const queries = findings(elsewhere, (node) =>
    isPropertyAccessExpression(node) && QUERIES.includes(node.name.text)
      ? `.${node.name.text}(): SQL stands in a store`
      : null,
  )
  const libraries = importsOf(house)
    .filter(({ source, target, typeOnly }) => {
      const listens = source.path === LISTENER && target === 'pg'
      return DATABASES.includes(target) && !typeOnly && !isSqlPlace(source.path) && !listens
    })
    .map((one) => imported(one, 'SQL stands in a store'))
  return [...queries, ...libraries]
}

/** The settings are read once, in one place. */
export const strayedSettings = (house: House): Finding[] => [
  ...findings(
    running(house).filter(({ path }) => path !== 'src/config.ts'),
    (node) => (memberOf(node) === 'process.env' ? 'process.env: src/config.ts reads the settings' : null),
  ),
  ...importsOf(house)
    .filter(({ target }) => /^(node:)?process$/.test(target))
    .map((one) => imported(one, 'src/config.ts reads the settings')),
]

const CLOCKS = ['Date.now', 'Temporal.Now', 'performance.now', 'performance.timeOrigin', 'process.hrtime']
const CHANCE = ['Math.random', 'crypto.randomUUID', 'crypto.getRandomValues', 'crypto.randomBytes']

/** What reads the clock of the machine at this node. */
function clockAt(node: Node): string | null {
  const member = memberOf(node)
  if (member !== null) return CLOCKS.includes(member) ? member : null
  const made = isNewExpression(node) && (node.arguments?.length ?? 0) === 0
  const asked = isCallExpression(node)
  return (made || asked) && isIdentifier(node.expression) && node.expression.text === 'Date' ? 'Date()' : null
}

function chanceAt(node: Node): string | null {
  const member = memberOf(node)
  return member !== null && CHANCE.includes(member) ? member : null
}

const isPure = (path: string): boolean =>
  /^src\/(kernel|simulation)\//.test(path) || /^src\/[^/]+\/(rules\.ts$|rules\/)/.test(path)

/** Rules and the simulation are given the time and their chance. */
export const worldlyRules = (house: House): Finding[] => [
  ...findings(
    running(house).filter(({ path }) => isPure(path)),
    (node) => {
      const found = clockAt(node) ?? chanceAt(node)
      return found && `${found}: rules are given time and chance`
    },
  ),
  ...importsOf(house)
    .filter(({ source, target }) => isPure(source.path) && /^(node:)?(crypto|perf_hooks)$/.test(target))
    .map((one) => imported(one, 'rules are given time and chance')),
]

const isWallTime = (path: string): boolean =>
  ['src/main.ts', 'src/cli.ts'].includes(path) || path.startsWith('src/people/')

/** There is one clock, made in `main.ts`; sign-in alone stays on wall time. */
export const otherClocks = (house: House): Finding[] =>
  findings(
    running(house).filter(({ path }) => !isWallTime(path)),
    (node) => {
      const found = clockAt(node)
      return found && `${found}: the office has one clock`
    },
  )

const SQL_CLOCK =
  /\b(now\s*\(\s*\)|current_(timestamp|date|time)\b|local(time|timestamp)\b|(clock|statement|transaction)_timestamp\b|timeofday\s*\()/i
const TEXTS: readonly SyntaxKind[] = [
  SyntaxKind.StringLiteral,
  SyntaxKind.NoSubstitutionTemplateLiteral,
  SyntaxKind.TemplateHead,
  SyntaxKind.TemplateMiddle,
  SyntaxKind.TemplateTail,
]

/** The database does not tell the time either: a demo's clock is not the server's. */
export function clocksInSql(house: House): Finding[] {
  const found: Finding[] = []
  for (const source of running(house).filter(({ path }) => isSqlPlace(path))) {
    everyNode(source.tree, (node) => {
      if (!TEXTS.includes(node.kind)) return
      const text = node.getText(source.tree)
      const hit = SQL_CLOCK.exec(text)
      if (!hit) return
      const line = lineOf(source, node) + (text.slice(0, hit.index).match(/\n/g)?.length ?? 0)
      found.push(`${source.path}:${line}  ${hit[0]}: the time comes in as a value`)
    })
  }
  const scripts = house.papers.filter(({ path }) => path.endsWith('.sql'))
  const inScripts = lineFindings(scripts, (line) => {
    const hit = SQL_CLOCK.exec(line.replace(/--.*/, ''))
    return hit && `${hit[0]}: the time comes in as a value`
  })
  return [...found, ...inScripts]
}

const imported = ({ source, node, target }: Import, why: string): Finding =>
  `${source.path}:${lineOf(source, node)}  imports ${target}: ${why}`
