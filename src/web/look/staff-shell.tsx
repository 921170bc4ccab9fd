import type { ComponentChildren, JSX } from 'preact'
import { Icon } from './icon.tsx'
import { Seam } from './mark.tsx'
import { House, Main, Skip } from './shells.tsx'

export type NavItem = {
  readonly href: string
  readonly label: string
  readonly icon?: string | undefined
  readonly current?: boolean | undefined
}

export type StaffShellProps = {
  readonly houseName: string
  readonly homeHref: string
  readonly skipLabel: string
  /** Where and as what I work: "Platz 3, Service". */
  readonly place?: ComponentChildren
  readonly navLabel: string
  readonly nav: readonly NavItem[]
  /** The form that signs out. */
  readonly signOut?: ComponentChildren
  readonly languageMenu?: ComponentChildren
  readonly notice?: ComponentChildren
  readonly footer?: ComponentChildren
  readonly children: ComponentChildren
}

/** Around every page of the staff: one bar, then calm. */
export const StaffShell = (props: StaffShellProps): JSX.Element => (
  <>
    <Skip label={props.skipLabel} />
    {props.notice && <div class="ribbon">{props.notice}</div>}
    <header class="bar no-print">
      <House name={props.houseName} href={props.homeHref} />
      {props.nav.length > 0 && (
        <nav aria-label={props.navLabel}>
          <ul class="nav">
            {props.nav.map((item) => (
              <NavLink key={item.href} {...item} />
            ))}
          </ul>
        </nav>
      )}
      {props.place && <span class="bar-place">{props.place}</span>}
      {props.languageMenu}
      {props.signOut}
    </header>
    <Seam />
    <Main>{props.children}</Main>
    {props.footer && <footer class="foot no-print">{props.footer}</footer>}
  </>
)

const NavLink = ({ href, label, icon, current }: NavItem): JSX.Element => (
  <li>
    <a href={href} aria-current={current ? 'page' : undefined}>
      {icon && <Icon name={icon} />}
      {label}
    </a>
  </li>
)
