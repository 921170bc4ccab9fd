import {
  isIdentifier,
  isJsxAttribute,
  isJsxElement,
  isJsxOpeningElement,
  isJsxSelfClosingElement,
  isPropertyAccessExpression,
  type Node,
} from 'typescript/unstable/ast'
import { type Finding, findings, type House, type Paper } from './house.ts'

/** Files that put drawn lines into a page as they are, and nothing that somebody typed. */
export const DRAWING = [
  'src/web/look/icon.tsx',
  'src/web/look/sign.tsx',
  'src/web/look/hall-plan.tsx',
  'src/reception/pages/qr-code.tsx',
]

const tagOf = (node: Node): string | null =>
  (isJsxOpeningElement(node) || isJsxSelfClosingElement(node)) && isIdentifier(node.tagName)
    ? node.tagName.text
    : null

/** The policy of the pages lets neither styles nor scripts inside them run. */
export const inlineCode = ({ sources }: House): Finding[] =>
  findings(sources, (node) => {
    if (isJsxAttribute(node) && isIdentifier(node.name)) {
      const { text } = node.name
      if (text === 'style') return 'style="…": styles stand in src/web/look/styles'
      return /^on[A-Z]/.test(text) ? `${text}: what a browser does stands in islands` : null
    }
    if (tagOf(node) === 'style') return '<style>: styles stand in src/web/look/styles'
    if (isJsxElement(node) && tagOf(node.openingElement) === 'script')
      return '<script>…</script>: what a browser does stands in islands'
    return null
  })

const RAW = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe']

export const rawHtml = ({ sources }: House): Finding[] =>
  findings(sources, (node, { path }) => {
    if (path.startsWith('test/')) return null
    if (isPropertyAccessExpression(node) && RAW.includes(node.name.text))
      return `${node.name.text}: unescaped`
    const raw =
      isJsxAttribute(node) && isIdentifier(node.name) && node.name.text === 'dangerouslySetInnerHTML'
    return raw && !DRAWING.includes(path) ? 'dangerouslySetInnerHTML: only where lines are drawn' : null
  })

/** Files that give colours their names; every other file uses the names. */
export const PALETTES = ['theme.css', 'board.css', 'slip.css'].map((name) => `src/web/look/styles/${name}`)

/** Colours of the system (`CanvasText`) are the reader's own and stay; `transparent` and `currentcolor` are none. */
const COLOUR =
  /#[\da-f]{3,8}\b|\b(rgba?|hsla?|hwb|lab|lch|oklab|oklch|color)\(|(?<![\w-])(white|black|gr[ae]y|silver|red|green|blue|yellow|orange|purple|pink|brown|navy|teal|maroon|olive|lime|aqua|fuchsia)(?![\w-])/i

type Declaration = {
  readonly path: string
  readonly line: number
  readonly name: string
  readonly value: string
}

const blank = (text: string): string => text.replace(/[^\n]/g, ' ')

/** The declarations of a style file, comments and quoted texts left out. */
function declarationsOf({ path, text }: Paper): Declaration[] {
  const bare = text.replace(/\/\*[\s\S]*?\*\//g, blank).replace(/"[^"\n]*"|'[^'\n]*'|url\([^)]*\)/g, blank)
  const found: Declaration[] = []
  // Only what stands right after `{`, `}` or `;` and reaches to the next `;` or `}` is a declaration: `a:hover {` is not.
  for (const match of bare.matchAll(/(?<=[{};]|^)(\s*)([\w-]+)\s*:([^;{}]*)(?=[;}])/g)) {
    const before = bare.slice(0, (match.index ?? 0) + (match[1]?.length ?? 0))
    found.push({ path, line: before.split('\n').length, name: match[2] ?? '', value: match[3] ?? '' })
  }
  return found
}

const declarations = ({ papers }: House): Declaration[] =>
  papers.filter(({ path }) => path.endsWith('.css')).flatMap(declarationsOf)

const told = ({ path, line, name }: Declaration, why: string): Finding => `${path}:${line}  ${name}: ${why}`

export const hardColours = (house: House): Finding[] =>
  declarations(house)
    .filter(({ value }) => COLOUR.test(value))
    .filter(({ path, name }) => !(name.startsWith('--') && PALETTES.includes(path)))
    .map((one) => told(one, 'a colour has a name, given in theme.css'))

const SIDE = '(left|right|top|bottom)'
const PHYSICAL = new RegExp(
  `^(${SIDE}|(scroll-)?(margin|padding)-${SIDE}|border-${SIDE}(-.*)?|border-(top|bottom)-(left|right)-radius|((min|max)-)?(width|height))$`,
)
const TURNED = /^(text-align|float|clear|caption-side|resize)$/

/** Right and left change places in Arabic and Farsi; a style that names them does not. */
export const physicalStyles = (house: House): Finding[] =>
  declarations(house)
    .filter(({ name, value }) => PHYSICAL.test(name) || (TURNED.test(name) && /\b(left|right)\b/.test(value)))
    .map((one) => told(one, 'write it logically: inline-start, inline-end, block-size'))
