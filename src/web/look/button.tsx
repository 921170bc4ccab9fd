import type { ComponentChildren, JSX } from 'preact'
import { Icon } from './icon.tsx'

type Looks = {
  readonly kind?: 'primary' | 'quiet' | 'alarm' | undefined
  readonly large?: boolean | undefined
  readonly wide?: boolean | undefined
  readonly icon?: string | undefined
  /** The key that presses it on a staff page; shown on the button and read by the keyboard island. */
  readonly shortcut?: string | undefined
  readonly children: ComponentChildren
}

export type ButtonProps = Looks & {
  readonly name?: string | undefined
  readonly value?: string | undefined
  readonly type?: 'submit' | 'button' | undefined
  readonly form?: string | undefined
  readonly formAction?: string | undefined
  readonly disabled?: boolean | undefined
  readonly id?: string | undefined
  readonly hidden?: boolean | undefined
}

const look = ({ kind = 'primary', large, wide }: Looks): string =>
  ['button', kind !== 'primary' && kind, large && 'large', wide && 'wide'].filter(Boolean).join(' ')

/** Does something. Says what happens. */
export const Button = (props: ButtonProps): JSX.Element => (
  <button
    class={look(props)}
    type={props.type ?? 'submit'}
    name={props.name}
    value={props.value}
    form={props.form}
    formAction={props.formAction}
    disabled={props.disabled}
    id={props.id}
    hidden={props.hidden}
    aria-keyshortcuts={props.shortcut}
    data-key={props.shortcut}
  >
    <Face {...props} />
  </button>
)

/** Goes somewhere, as large as a button. */
export const LinkButton = (props: Looks & { readonly href: string }): JSX.Element => (
  <a class={look(props)} href={props.href} aria-keyshortcuts={props.shortcut} data-key={props.shortcut}>
    <Face {...props} />
  </a>
)

const Face = ({ icon, shortcut, children }: Looks): JSX.Element => (
  <>
    {icon && <Icon name={icon} />}
    <span>{children}</span>
    {shortcut && <kbd class="key">{shortcut}</kbd>}
  </>
)
