import type { ComponentChildren, JSX } from 'preact'
import { Icon } from './icon.tsx'
import { Sign } from './sign.tsx'

export type CallCardProps = {
  /** Names this very call, so that the gong sounds once for it. */
  readonly id: string
  readonly number: string | number
  readonly sign: string
  readonly colour: string
  readonly signLabel: string
  /** "zu Platz 3" */
  readonly desk: string
  /** The real way in the room: its arrow is never mirrored. */
  readonly way?: { readonly icon: string; readonly text: string } | undefined
  /** What may be heard of it, as the island of displays reads it; without it there is not even a gong. */
  readonly say?: string | undefined
  /** The latest call, over the whole width, its number a third of the screen's height. */
  readonly newest?: boolean | undefined
}

/** One call on a display: number, sign, where to. No name, no matter. */
export const CallCard = (props: CallCardProps): JSX.Element => (
  <li
    class={props.newest ? 'call newest' : 'call'}
    id={`call-${props.id}`}
    data-call={props.id}
    data-say={props.say}
  >
    <b class="figure">{props.number}</b>
    <Sign sign={props.sign} colour={props.colour} label={props.signLabel} />
    <span class="call-where">
      {props.way && <Icon name={props.way.icon} />}
      <span>{props.desk}</span>
      {props.way && <span class="call-way">{props.way.text}</span>}
    </span>
  </li>
)

/** The board of calls: the newest first, at most eight. */
export const CallBoard = ({ children }: { readonly children: ComponentChildren }): JSX.Element => (
  <ul class="board" aria-live="polite">
    {children}
  </ul>
)
