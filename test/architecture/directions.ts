import { at, type Finding, type House, running } from './house.ts'
import { type Import, importsOf, isInside } from './imports.ts'

type Kind = 'root' | 'shared' | 'index' | 'pages' | 'actions' | 'store' | 'rules' | 'unknown'

/** Modules that belong to nobody's noun, and which others each of them may see. */
const SHARED: Readonly<Record<string, readonly string[]>> = {
  kernel: [],
  simulation: ['kernel'],
  db: ['kernel'],
  i18n: ['kernel'],
  live: ['kernel'],
  jobs: ['kernel', 'db'],
  web: ['kernel', 'i18n', 'city'],
}

/** For each kind of file of a module: what of its own module it may use, and which shared modules. */
const MAY: Readonly<Record<string, { readonly own: readonly Kind[]; readonly shared: readonly string[] }>> = {
  pages: { own: ['pages', 'actions', 'rules'], shared: ['kernel', 'i18n', 'live', 'web'] },
  actions: { own: ['actions', 'store', 'rules'], shared: ['kernel', 'db', 'live', 'simulation'] },
  store: { own: ['store', 'rules'], shared: ['kernel', 'db'] },
  rules: { own: ['rules'], shared: ['kernel'] },
}

/** Doors beside each module's `index.ts`: the look and the problems of the machine door are shared by all pages. */
const DOORS = ['src/web/look/index.ts', 'src/web/problem.ts']

const moduleOf = (path: string): string => path.split('/')[1] ?? ''
const isShared = (module: string): boolean => Object.hasOwn(SHARED, module)
const isDoor = (path: string): boolean => /^src\/[^/]+\/index\.ts$/.test(path) || DOORS.includes(path)

function kindOf(path: string): Kind {
  const [, module = '', inner = '', ...rest] = path.split('/')
  if (inner === '' || module === 'server') return 'root'
  if (isShared(module)) return 'shared'
  const name = rest.length > 0 ? inner : inner.replace(/\.tsx?$/, '')
  const fits = rest.length > 0 ? name !== 'index' : name !== 'pages'
  return fits && ['index', 'pages', 'actions', 'store', 'rules'].includes(name) ? (name as Kind) : 'unknown'
}

/** A rule takes from outside nothing but the kernel and types. */
export const impureRules = (house: House): Finding[] =>
  importsOf(house)
    .filter(({ source }) => kindOf(source.path) === 'rules')
    .filter(({ source, target, typeOnly }) => {
      const module = moduleOf(target)
      if (isInside(target) && module === moduleOf(source.path)) return kindOf(target) !== 'rules'
      return !(target === 'src/kernel/index.ts' || (typeOnly && isInside(target) && isDoor(target)))
    })
    .map((one) =>
      told(one, 'a rule knows the kernel, its own rules and types of other modules, nothing else'),
    )

/** The kernel and the simulation know nothing above them, and nothing of the world. */
export const impureGround = (house: House): Finding[] =>
  importsOf(house)
    .filter(({ source }) => ['kernel', 'simulation'].includes(moduleOf(source.path)))
    .filter(({ source, target }) => {
      const own = isInside(target) && moduleOf(target) === moduleOf(source.path)
      return !own && !(moduleOf(source.path) === 'simulation' && target === 'src/kernel/index.ts')
    })
    .map((one) => told(one, 'kernel and simulation know nothing but the kernel'))

/** main -> web, live, jobs -> pages -> actions -> rules and store; never back. */
export const wrongWays = (house: House): Finding[] =>
  importsOf(house).flatMap((one) => {
    const why = isInside(one.target) ? wrongWay(one) : null
    return why ? [told(one, why)] : []
  })

function wrongWay({ source, target, typeOnly }: Import): string | null {
  const from = kindOf(source.path)
  const to = kindOf(target)
  const [mine, theirs] = [moduleOf(source.path), moduleOf(target)]
  if (from === 'root') return null
  if (to === 'root') return 'only the composition root knows main, cli, config and server'
  if (from === 'shared') {
    const seen = SHARED[mine] ?? []
    return mine === theirs || seen.includes(theirs) ? null : `${mine} may see ${seen.join(', ') || 'nothing'}`
  }
  const may = MAY[from]
  if (!may) return null
  if (mine === theirs) {
    const typeOfStore = from === 'pages' && to === 'store' && typeOnly
    return may.own.includes(to) || typeOfStore ? null : `${from} never use ${to}`
  }
  if (isShared(theirs)) return typeOnly || may.shared.includes(theirs) ? null : `${from} never use ${theirs}`
  const lower = from === 'store' || from === 'rules'
  return lower && !typeOnly ? `${from} take from other modules nothing but types` : null
}

/** Modules see each other through their doors. */
export const backDoors = (house: House): Finding[] =>
  importsOf(house)
    .filter(({ source, target }) => {
      const foreign = isInside(target) && moduleOf(target) !== moduleOf(source.path)
      return foreign && kindOf(target) !== 'root' && !isDoor(target)
    })
    .map((one) => told(one, `the door is src/${moduleOf(one.target)}/index.ts`))

/** A module holds rules, a store, actions, pages and its index, and nothing else. */
export const strangers = (house: House): Finding[] =>
  running(house)
    .filter(({ path }) => kindOf(path) === 'unknown')
    .map(({ path }) => `${path}:1  a module holds rules, store, actions, pages and index.ts, nothing else`)

const told = ({ source, node, target }: Import, why: string): Finding =>
  at(source, node, `imports ${target}: ${why}`)

/** Import cycles, each told once at its first file. */
export function cycles(house: House): Finding[] {
  const edges = new Map<string, Import[]>()
  for (const one of importsOf(house)) {
    if (isInside(one.target)) edges.set(one.source.path, [...(edges.get(one.source.path) ?? []), one])
  }
  const found: Finding[] = []
  const done = new Set<string>()
  const walk = (path: string, way: readonly string[]): void => {
    for (const one of edges.get(path) ?? []) {
      const seen = way.indexOf(one.target)
      if (seen >= 0) found.push(told(one, `a cycle: ${[...way.slice(seen), one.target].join(' -> ')}`))
      else if (!done.has(one.target)) walk(one.target, [...way, one.target])
    }
    done.add(path)
  }
  for (const path of edges.keys()) if (!done.has(path)) walk(path, [path])
  return found
}
