import type { JSX } from 'preact'

export type Knot = { readonly label: string; readonly state: 'past' | 'now' | 'next' }

export type ThreadProps = {
  readonly knots: readonly Knot[]
  /** `auto` reads downwards on phones and across on wide pages; `down` always downwards. */
  readonly orientation?: 'auto' | 'down' | undefined
  /** What the list is, for those who hear it: "Ihr Weg". */
  readonly label: string
}

/** Half of the thread through one station, hung like a garland: from the border up to the knot, and on from it. */
const HALVES = {
  across: { viewBox: '0 0 100 56', before: 'M0 42C26 42 28 28 50 28', after: 'M50 28C72 28 74 42 100 42' },
  down: { viewBox: '0 0 56 100', before: 'M18 0C18 24 28 30 28 50', after: 'M28 50C28 70 18 76 18 100' },
} as const

/** The route of a visit: one calm line, the stations its knots, the present one glowing. */
export const Thread = ({ knots, orientation = 'auto', label }: ThreadProps): JSX.Element => (
  <ol class={`thread ${orientation}`} aria-label={label}>
    {knots.map((knot, index) => (
      <li key={knot.label} class={knot.state} aria-current={knot.state === 'now' ? 'step' : undefined}>
        <Strand way="down" before={lineBefore(knots, index)} after={lineAfter(knots, index)} />
        {orientation === 'auto' && (
          <Strand way="across" before={lineBefore(knots, index)} after={lineAfter(knots, index)} />
        )}
        <Tie state={knot.state} />
        <span>{knot.label}</span>
      </li>
    ))}
  </ol>
)

type Line = 'laid' | 'to-come' | null

const lineBefore = (knots: readonly Knot[], index: number): Line =>
  index === 0 ? null : knots[index]?.state === 'next' ? 'to-come' : 'laid'

const lineAfter = (knots: readonly Knot[], index: number): Line =>
  index === knots.length - 1 ? null : knots[index + 1]?.state === 'next' ? 'to-come' : 'laid'

type StrandProps = { readonly way: 'across' | 'down'; readonly before: Line; readonly after: Line }

const Strand = ({ way, before, after }: StrandProps): JSX.Element => (
  <svg
    class={`strand turn ${way}`}
    viewBox={HALVES[way].viewBox}
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    <Half path={HALVES[way].before} line={before} />
    <Half path={HALVES[way].after} line={after} />
  </svg>
)

const Half = ({ path, line }: { readonly path: string; readonly line: Line }): JSX.Element | null => {
  if (line === null) return null
  if (line === 'to-come') return <path class="to-come" d={path} />
  return (
    <>
      <path d={path} />
      <path class="sheen" d={path} />
    </>
  )
}

/** A laid loop where I was, a glowing heart where I am, an open ring where I will be. */
const Tie = ({ state }: { readonly state: Knot['state'] }): JSX.Element => (
  <svg class="knot turn" viewBox="-28 -28 56 56" width="56" height="56" aria-hidden="true">
    {state === 'past' && <path d="M-14 0C-4 0 8-2 8-12A8 8 0 0 0-8-12C-8-2 4 0 14 0" />}
    {state === 'now' && (
      <>
        <circle class="glow" r="26" />
        <circle class="glow" r="19" />
        <circle class="heart" r="11" />
      </>
    )}
    {state === 'next' && <circle r="8" />}
  </svg>
)
