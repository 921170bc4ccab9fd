import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { JSX } from 'preact'

const here = createRequire(import.meta.url)
const drawings = new Map<string, string>()
/** What stands where a pack names a drawing that does not exist: a plain knot, so that the page still stands. */
const KNOT = '<circle cx="12" cy="12" r="8"/>'

/** The strokes of a Lucide drawing on a 24 by 24 field; a plain circle for an unknown name. */
export function strokes(name: string): string {
  const known = drawings.get(name)
  if (known !== undefined) return known
  const drawing = read(name)
  drawings.set(name, drawing)
  return drawing
}

function read(name: string): string {
  if (!/^[a-z0-9-]+$/.test(name)) return KNOT
  try {
    const svg = readFileSync(here.resolve(`lucide-static/icons/${name}.svg`), 'utf8')
    const inner = /<svg[^>]*>([\s\S]*)<\/svg>/.exec(svg)?.[1] ?? KNOT
    return inner.replace(/\s+/g, ' ').replace(/> </g, '><').replace(/ \/>/g, '/>').trim()
  } catch {
    return KNOT
  }
}

export type IconProps = {
  readonly name: string
  /** Read aloud in place of the drawing; without it the drawing is silent, because words stand beside it. */
  readonly label?: string | undefined
  /** Turns with the reading direction ("on", "back"). Never for a real direction in the room. */
  readonly turns?: boolean | undefined
}

/** A drawing of one line, as if laid with the thread. */
export const Icon = ({ name, label, turns }: IconProps): JSX.Element => (
  <svg
    class={turns ? 'icon turn' : 'icon'}
    viewBox="0 0 24 24"
    width="24"
    height="24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    {...spoken(label)}
    dangerouslySetInnerHTML={{ __html: strokes(name) }}
  />
)

/** How a drawing is spoken: by its label, or not at all. */
export const spoken = (label: string | undefined) =>
  label ? ({ role: 'img', 'aria-label': label } as const) : ({ 'aria-hidden': 'true' } as const)
