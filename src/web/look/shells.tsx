import type { ComponentChildren, JSX } from 'preact'
import { Mark, Seam } from './mark.tsx'

export type ShellProps = {
  readonly houseName: string
  readonly homeHref: string
  readonly skipLabel: string
  readonly languageMenu?: ComponentChildren
  /** A ribbon over everything: demo day, draft translation. */
  readonly notice?: ComponentChildren
  readonly footer?: ComponentChildren
  /** The button that leaves at once; stays in sight. */
  readonly leave?: ComponentChildren
  readonly children: ComponentChildren
}

export const Skip = ({ label }: { readonly label: string }): JSX.Element => (
  <a class="skip" href="#main">
    {label}
  </a>
)

export const House = ({ name, href }: { readonly name: string; readonly href: string }): JSX.Element => (
  <a class="house" href={href}>
    <Mark />
    <span>{name}</span>
  </a>
)

export const Main = ({ children }: { readonly children: ComponentChildren }): JSX.Element => (
  <main id="main" class="page" tabIndex={-1}>
    {children}
  </main>
)

/** Around every page of a visitor. */
export const PublicShell = (props: ShellProps): JSX.Element => (
  <>
    <Skip label={props.skipLabel} />
    {props.notice && <div class="ribbon no-print">{props.notice}</div>}
    <header class="head no-print">
      <House name={props.houseName} href={props.homeHref} />
      {props.languageMenu}
    </header>
    <Seam />
    {props.leave}
    <Main>{props.children}</Main>
    {props.footer && <footer class="foot no-print">{props.footer}</footer>}
  </>
)

export type SlipShellProps = {
  readonly houseName: string
  /** The heading of the page, said but not shown: the number speaks. */
  readonly title: string
  /** What stands beside the paper on the screen and is not printed: the print button, the way back. */
  readonly beside?: ComponentChildren
  readonly children: ComponentChildren
}

/** The slip of 80 mm paper. */
export const SlipShell = ({ houseName, title, beside, children }: SlipShellProps): JSX.Element => (
  <main id="main">
    <h1 class="unseen">{title}</h1>
    <div class="slip-paper">
      <p class="strong">{houseName}</p>
      <Seam />
      {children}
    </div>
    {beside && <div class="page no-print">{beside}</div>}
  </main>
)

export type DisplayShellProps = {
  readonly houseName: string
  /** The heading of the page, said but not shown: the numbers speak. */
  readonly title: string
  readonly clock: ComponentChildren
  /** Beside the clock: the button that switches the sound on. */
  readonly aside?: ComponentChildren
  readonly notice?: ComponentChildren
  readonly children: ComponentChildren
}

/** A screen in the hall. */
export const DisplayShell = (props: DisplayShellProps): JSX.Element => (
  <>
    <header class="head">
      <p class="house">
        <Mark />
        <span>{props.houseName}</span>
      </p>
      {props.notice && <div class="board-note">{props.notice}</div>}
      {props.aside}
      <p class="board-clock figure">{props.clock}</p>
    </header>
    <Seam />
    <main id="main" class="page">
      <h1 class="unseen">{props.title}</h1>
      {props.children}
    </main>
  </>
)
