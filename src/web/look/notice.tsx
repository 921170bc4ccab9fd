import type { ComponentChildren, JSX } from 'preact'
import { Icon } from './icon.tsx'

export type NoticeProps = {
  /** `calm`: good to know. `now`: it is your turn. `alarm`: something needs help, and is said at once. */
  readonly tone?: 'calm' | 'now' | 'alarm' | undefined
  readonly icon?: string | undefined
  readonly children: ComponentChildren
}

const ICONS = { calm: 'info', now: 'megaphone', alarm: 'triangle-alert' } as const

/** Something said beside the main matter. */
export const Notice = ({ tone = 'calm', icon, children }: NoticeProps): JSX.Element => (
  <div class={`notice ${tone}`} role={tone === 'alarm' ? 'alert' : undefined}>
    <Icon name={icon ?? ICONS[tone]} />
    <div>{children}</div>
  </div>
)

export type EmptyStateProps = {
  readonly icon?: string | undefined
  readonly title: string
  readonly text?: string | undefined
  readonly children?: ComponentChildren
}

/** Nothing here, said kindly. */
export const EmptyState = ({ icon = 'coffee', title, text, children }: EmptyStateProps): JSX.Element => (
  <div class="empty">
    <Icon name={icon} />
    <p class="empty-title">{title}</p>
    {text && <p>{text}</p>}
    {children}
  </div>
)
