import type { ComponentChildren, JSX } from 'preact'
import { Icon } from './icon.tsx'
import { Sign } from './sign.tsx'

export type DeskCardProps = {
  readonly name: string
  readonly state: 'closed' | 'open' | 'calling' | 'busy' | 'alarm'
  /** The state in words; it never shows by colour alone. */
  readonly stateText: string
  /** Where the card leads; without it the card is only looked at. */
  readonly href?: string | undefined
  /** The number at the desk, what the desk is for, a button. */
  readonly children?: ComponentChildren
}

const STATE_ICONS = {
  closed: 'circle-dashed',
  open: 'circle',
  calling: 'megaphone',
  busy: 'message-circle',
  alarm: 'triangle-alert',
} as const

/** A desk at a glance. */
export const DeskCard = ({ name, state, stateText, href, children }: DeskCardProps): JSX.Element => {
  const inside = (
    <>
      <strong>{name}</strong>
      <span class="desk-state">
        <Icon name={STATE_ICONS[state]} />
        {stateText}
      </span>
      {children}
    </>
  )
  const look = `desk-card ${state}`
  return href ? (
    <a class={look} href={href}>
      {inside}
    </a>
  ) : (
    <div class={look}>{inside}</div>
  )
}

export type PersonProps = {
  readonly number: string | number
  readonly sign: string
  readonly colour: string
  readonly signLabel: string
  /** "seit 12 Minuten" */
  readonly waited: string
  /** Waits longer than promised: shown by an outline, a drawing and these words. */
  readonly late?: string | undefined
  readonly needs?: readonly { readonly icon: string; readonly label: string }[] | undefined
  /** The matter, the language, a button: for staff only. */
  readonly children?: ComponentChildren
}

/** Somebody who waits, in the hall's list: a number and a sign, never a name. */
export const Person = (props: PersonProps): JSX.Element => (
  <li class={props.late ? 'person late' : 'person'}>
    <b class="figure">{props.number}</b>
    <Sign sign={props.sign} colour={props.colour} size="small" label={props.signLabel} />
    {props.needs && props.needs.length > 0 && (
      <span class="needs">
        {props.needs.map((need) => (
          <Icon key={need.icon} name={need.icon} label={need.label} />
        ))}
      </span>
    )}
    {props.children}
    <span class="person-waited row tight">
      {props.late && <Icon name="alarm-clock" label={props.late} />}
      {props.waited}
    </span>
  </li>
)

/** The list of those who wait. */
export const Persons = ({ children }: { readonly children: ComponentChildren }): JSX.Element => (
  <ul class="persons">{children}</ul>
)
