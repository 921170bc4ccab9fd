import type { JSX } from 'preact'

export type BeadsProps = {
  /** How many are before me. */
  readonly ahead: number
  /** The whole picture in words. */
  readonly label: string
  /** Shown where more wait than can be drawn: "und 5 mehr". */
  readonly more?: string | undefined
}

/** So many beads still read as beads on a phone. */
const DRAWN = 12
const STEP = 39
const END = 560

/** The thread is a wave; a bead's height follows from its place along it. */
const heightAt = (x: number): number => 52 + 16 * Math.sin((x / END) * Math.PI * 2.5)
const placeOf = (index: number): number => END - 36 - (index + 1) * STEP

const WAVE = Array.from({ length: 29 }, (_, index) => {
  const x = (index * END) / 28
  return `${index === 0 ? 'M' : 'L'}${x.toFixed(0)} ${heightAt(x).toFixed(1)}`
}).join('')

/** The queue: one bead for each number before me, mine larger, the desk as the ring at the end. Nobody has a face. */
export const Beads = ({ ahead, label, more }: BeadsProps): JSX.Element => {
  const drawn = Math.max(0, Math.min(ahead, DRAWN))
  return (
    <figure class="beads">
      <svg class="turn" viewBox="-8 4 576 96" width="576" height="96" role="img" aria-label={label}>
        <path class="beads-line" d={WAVE} />
        <path class="beads-line sheen" d={WAVE} />
        <circle class="bead goal" cx={END - 16} cy={round(heightAt(END - 16))} r="17" />
        {Array.from({ length: drawn }, (_, index) => (
          <Bead key={index} x={placeOf(index)} />
        ))}
        <circle
          class="bead mine"
          id="bead-mine"
          cx={placeOf(drawn)}
          cy={round(heightAt(placeOf(drawn)))}
          r="21"
        />
      </svg>
      {more && <figcaption>{more}</figcaption>}
    </figure>
  )
}

const Bead = ({ x }: { readonly x: number }): JSX.Element => (
  <>
    <circle class="bead" cx={x} cy={round(heightAt(x))} r="14" />
    <circle class="bead shine" cx={x - 4} cy={round(heightAt(x) - 5)} r="3" />
  </>
)

const round = (length: number): number => Math.round(length * 10) / 10
