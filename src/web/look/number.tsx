import type { ComponentChildren, JSX } from 'preact'
import { Sign } from './sign.tsx'

export type BigNumberProps = {
  readonly number: string | number
  readonly sign: string
  readonly colour: string
  /** The sign in words, under the drawing: "Fisch, blau". */
  readonly label: string
  readonly size?: 'small' | 'large' | undefined
}

/** A ticket's number with its drawn sign: the largest thing on a visitor's page. */
export const BigNumber = ({ number, sign, colour, label, size = 'large' }: BigNumberProps): JSX.Element => (
  <p class={size === 'small' ? 'number small' : 'number'}>
    <b class="figure">{number}</b>
    {size === 'small' ? (
      <Sign sign={sign} colour={colour} size="small" label={label} />
    ) : (
      <>
        <Sign sign={sign} colour={colour} size="large" />
        <span class="number-name">{label}</span>
      </>
    )}
  </p>
)

/** A wait, said as a range: "15 bis 25 Minuten". */
export const RangeText = ({ children }: { readonly children: ComponentChildren }): JSX.Element => (
  <p class="range">{children}</p>
)

/** One figure of the day: what it is, and how much. Stands inside `<dl class="tiles">`. */
export const FigureTile = (props: {
  readonly label: string
  readonly value: string
  readonly note?: string | undefined
}): JSX.Element => (
  <div class="tile">
    <dt>{props.label}</dt>
    <dd>{props.value}</dd>
    {props.note && <dd class="hint">{props.note}</dd>}
  </div>
)
