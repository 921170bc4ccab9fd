import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Node, SourceFile } from 'typescript/unstable/ast'
import { createVirtualFileSystem } from 'typescript/unstable/fs'
import { API } from 'typescript/unstable/sync'

/** A file of TypeScript with its syntax tree, as the compiler reads it. */
export type Source = { readonly path: string; readonly text: string; readonly tree: SourceFile }
export type Paper = { readonly path: string; readonly text: string }

/** Everything that is written here: the sources as trees, every file as text. Paths begin at the root. */
export type House = { readonly sources: readonly Source[]; readonly papers: readonly Paper[] }

/** One breach of a rule: `file:line  what`. */
export type Finding = string

const OUTSIDE = new Set(['node_modules', '.git', 'data', 'tmp'])

/** Reads the repository at `root`, what is ignored left out. */
export function readHouse(root: string): House {
  const papers = filesBelow(root, '')
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
    .filter(({ text }) => !text.includes('\0'))
  return { sources: parse(new API({ cwd: root }), root), papers }
}

const shelf = createVirtualFileSystem({})
let compiler: API | undefined
let madeUp = 0

/** A house of a few lines, for proving that a rule is noticed when it is broken. */
export function makeUpHouse(files: Readonly<Record<string, string>>): House {
  madeUp += 1
  const root = `/made-up/${madeUp}`
  const config = { compilerOptions: { noLib: true, jsx: 'preserve' }, include: ['src', 'test', 'islands'] }
  const all = { ...files, 'tsconfig.json': JSON.stringify(config) }
  for (const [path, text] of Object.entries(all)) shelf.writeFile?.(join(root, path), text)
  compiler ??= new API({ cwd: '/made-up', fs: shelf })
  return {
    sources: parse(compiler, root),
    papers: Object.entries(files).map(([path, text]) => ({ path, text })),
  }
}

function parse(api: API, root: string): Source[] {
  using snapshot = api.updateSnapshot({ openProjects: [join(root, 'tsconfig.json')] })
  const project = snapshot.getProject(join(root, 'tsconfig.json'))
  return (project?.rootFiles ?? []).flatMap((file) => {
    const tree = project?.program.getSourceFile(file)
    return tree ? [{ path: file.slice(root.length).replace(/^\//, ''), text: tree.text, tree }] : []
  })
}

function filesBelow(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name
    if (OUTSIDE.has(path) || /\.log$|^\.env$/.test(entry.name)) return []
    return entry.isDirectory() ? filesBelow(root, path) : entry.isFile() ? [path] : []
  })
}

const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path)

/** The sources of the running house: `src` without the tests beside them. */
export const running = (house: House): Source[] =>
  house.sources.filter(({ path }) => path.startsWith('src/') && !isTest(path))

export const at = (source: Source, node: Node, what: string): Finding =>
  `${source.path}:${lineOf(source, node)}  ${what}`

export const lineOf = ({ tree }: Source, node: Node): number =>
  tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1

/** Looks at every node of a tree, the outer one first. */
export function everyNode(node: Node, look: (node: Node) => void): void {
  look(node)
  node.forEachChild((child) => everyNode(child, look))
}

/** Collects what `look` finds at the nodes of some sources. */
export function findings(
  sources: readonly Source[],
  look: (node: Node, source: Source) => string | null,
): Finding[] {
  const found: Finding[] = []
  for (const source of sources) {
    everyNode(source.tree, (node) => {
      const what = look(node, source)
      if (what !== null) found.push(at(source, node, what))
    })
  }
  return found
}

/** The same by line of text, for files that are no TypeScript. */
export const lineFindings = (papers: readonly Paper[], look: (line: string) => string | null): Finding[] =>
  papers.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, i) => {
      const what = look(line)
      return what === null ? [] : [`${path}:${i + 1}  ${what}`]
    }),
  )
