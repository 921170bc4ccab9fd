import type { ComponentChildren, JSX } from 'preact'
import { Button, LinkButton } from './button.tsx'
import { PublicShell, type ShellProps } from './shells.tsx'

export type KioskShellProps = ShellProps & {
  /** Stands over the choices, out of reach: what is only looked at. */
  readonly beside?: ComponentChildren
  /** Whether all languages lie open over the choices; otherwise they open from the bar. */
  readonly tonguesOpen: boolean
  /** Where it begins anew for the next person. */
  readonly start: string
  readonly words: KioskWords
}

export type KioskWords = {
  readonly speak: string
  readonly stop: string
  readonly again: string
  readonly moreTime: string
  readonly yes: string
  /** "20 seconds left …", for each number of seconds at which it is said. */
  readonly left: readonly { readonly seconds: number; readonly text: string }[]
}

/** The terminal: the same page, larger, everything to touch within reach. */
export const KioskShell = (props: KioskShellProps): JSX.Element => (
  <PublicShell {...props} languageMenu={undefined}>
    {props.beside}
    <div class="kiosk-low">
      {props.tonguesOpen && props.languageMenu}
      {props.children}
      <div class="kiosk-bar no-print">
        <Button id="speak" type="button" kind="quiet" icon="volume-2" hidden>
          {props.words.speak}
        </Button>
        <Button id="speak-stop" type="button" kind="quiet" icon="volume-x" hidden>
          {props.words.stop}
        </Button>
        {!props.tonguesOpen && (
          <>
            {props.languageMenu}
            <LinkButton kind="quiet" icon="rotate-ccw" href={props.start}>
              {props.words.again}
            </LinkButton>
          </>
        )}
      </div>
    </div>
    <MoreTime {...props} />
  </PublicShell>
)

/** Asks before the page clears itself; the island of the terminal opens it. */
const MoreTime = ({ start, words }: Pick<KioskShellProps, 'start' | 'words'>): JSX.Element => (
  <dialog id="more-time" class="more-time" data-start={start} aria-labelledby="more-time-title">
    <div class="stack">
      <h2 id="more-time-title">{words.moreTime}</h2>
      <p class="lead" role="status">
        {words.left.map(({ seconds, text }) => (
          <span key={seconds} data-left={seconds} hidden>
            {text}
          </span>
        ))}
      </p>
      <Button id="more-time-yes" type="button" large wide icon="check">
        {words.yes}
      </Button>
      <LinkButton kind="quiet" large wide icon="rotate-ccw" href={start}>
        {words.again}
      </LinkButton>
    </div>
  </dialog>
)
