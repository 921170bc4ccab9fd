import {
  isArrowFunction,
  isCallExpression,
  isExportAssignment,
  isExportDeclaration,
  isFunctionLikeDeclaration,
  isIdentifier,
  isNamedExports,
  type Node,
  SyntaxKind,
} from 'typescript/unstable/ast'
import { type Finding, findings, type House, lineOf, type Source } from './house.ts'

export const MOST = { fileLines: 250, functionLines: 60, parameters: 3 } as const

const linesOf = (text: string): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0)

export const longFiles = ({ sources }: House): Finding[] =>
  sources
    .map(({ path, text }) => ({ path, lines: linesOf(text) }))
    .filter(({ lines }) => lines > MOST.fileLines)
    .map(({ path, lines }) => `${path}:${MOST.fileLines + 1}  ${lines} lines: split it by noun`)

/** The frame of a suite holds tests as a file does; each test in it is measured by itself. */
const isSuite = (node: Node): boolean =>
  isArrowFunction(node) &&
  isCallExpression(node.parent) &&
  isIdentifier(node.parent.expression) &&
  node.parent.expression.text === 'describe'

const lastLine = ({ tree }: Source, node: Node): number =>
  tree.getLineAndCharacterOfPosition(node.getEnd()).line + 1

export const longFunctions = ({ sources }: House): Finding[] =>
  findings(sources, (node, source) => {
    if (!isFunctionLikeDeclaration(node) || !hasBody(node) || isSuite(node)) return null
    const lines = lastLine(source, node) - lineOf(source, node) + 1
    return lines > MOST.functionLines ? `a function of ${lines} lines: name its parts` : null
  })

const hasBody = (node: Node): boolean => 'body' in node && node.body !== undefined

export const manyParameters = ({ sources }: House): Finding[] =>
  findings(sources, (node) => {
    if (!isFunctionLikeDeclaration(node) || !hasBody(node)) return null
    const count = node.parameters.filter(({ name }) => !(isIdentifier(name) && name.text === 'this')).length
    return count > MOST.parameters ? `${count} parameters: from the fourth on, hand over one object` : null
  })

export const anyTypes = ({ sources }: House): Finding[] =>
  findings(sources, (node) => (node.kind === SyntaxKind.AnyKeyword ? 'any: say what it is' : null))

export const defaultExports = ({ sources }: House): Finding[] =>
  findings(sources, (node) => {
    const named =
      isExportDeclaration(node) &&
      node.exportClause &&
      isNamedExports(node.exportClause) &&
      node.exportClause.elements.some(({ name }) => name.text === 'default')
    const isDefault = isExportAssignment(node) || node.kind === SyntaxKind.DefaultKeyword
    const inSwitch = node.parent?.kind === SyntaxKind.DefaultClause
    return named || (isDefault && !inSwitch) ? 'a default export: one name, the same everywhere' : null
  })

const DRAWERS = /^(utils?|helpers?|commons?|misc)$/

export const drawers = ({ papers }: House): Finding[] => {
  const folders = new Map<string, string>()
  for (const { path } of papers) {
    const parts = path.split('/').slice(0, -1)
    const depth = parts.findIndex((part) => DRAWERS.test(part))
    if (depth >= 0) folders.set(parts.slice(0, depth + 1).join('/'), path)
  }
  return [...folders].map(([folder, path]) => `${path}:1  ${folder}/: a folder bears the name of a noun`)
}
