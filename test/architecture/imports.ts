import { dirname, join } from 'node:path'
import {
  isCallExpression,
  isExportDeclaration,
  isImportDeclaration,
  isImportTypeNode,
  isLiteralTypeNode,
  isNamedExports,
  isNamedImports,
  isStringLiteral,
  type Node,
  SyntaxKind,
} from 'typescript/unstable/ast'
import { everyNode, type House, running, type Source } from './house.ts'

export type Import = {
  readonly source: Source
  readonly node: Node
  /** A path from the root (`src/db/index.ts`), or the name of a package as it stands there. */
  readonly target: string
  /** Nothing of it is left when the program runs. */
  readonly typeOnly: boolean
}

export const importsOf = (house: House): Import[] => running(house).flatMap(importsIn)

export const isInside = (target: string): boolean => target.startsWith('src/')

function importsIn(source: Source): Import[] {
  const found: Import[] = []
  everyNode(source.tree, (node) => {
    const named = nameOf(node)
    if (named === null) return
    const target = named.startsWith('.') ? join(dirname(source.path), named) : named
    found.push({ source, node, target, typeOnly: isTypeOnly(node) })
  })
  return found
}

function nameOf(node: Node): string | null {
  if (isImportDeclaration(node) || isExportDeclaration(node)) return textOf(node.moduleSpecifier)
  if (isImportTypeNode(node)) return isLiteralTypeNode(node.argument) ? textOf(node.argument.literal) : null
  if (isCallExpression(node) && node.expression.kind === SyntaxKind.ImportKeyword)
    return textOf(node.arguments[0])
  return null
}

const textOf = (node: Node | undefined): string | null => (node && isStringLiteral(node) ? node.text : null)

function isTypeOnly(node: Node): boolean {
  if (isImportTypeNode(node)) return true
  if (isExportDeclaration(node)) {
    const names = node.exportClause && isNamedExports(node.exportClause) ? node.exportClause.elements : []
    return node.isTypeOnly || (names.length > 0 && names.every((name) => name.isTypeOnly))
  }
  if (!isImportDeclaration(node) || !node.importClause) return false
  const { phaseModifier, name, namedBindings } = node.importClause
  if (phaseModifier === SyntaxKind.TypeKeyword) return true
  if (name || !namedBindings || !isNamedImports(namedBindings)) return false
  return namedBindings.elements.length > 0 && namedBindings.elements.every((one) => one.isTypeOnly)
}
