import type { ComponentChild } from 'preact'
import type { z } from 'zod'
import type { Language, Translate } from '../i18n/index.ts'
import type { Instant } from '../kernel/index.ts'

/** The signed-in member of staff. */
export type Account = {
  readonly id: string
  readonly name: string
  readonly role: string
  readonly staffId: string | null
}

/** One request as a page sees it. */
export type Asking = {
  readonly language: Language
  readonly t: Translate
  readonly url: URL
  readonly params: Readonly<Record<string, string>>
  readonly now: Instant
  /** Null on public pages nobody signed in to. */
  readonly account: Account | null
  /** `/ar` + path: a link within the same language. */
  readonly href: (path: string) => string
  /** A fresh key for a form, so that sending it twice has one effect. */
  readonly formKey: () => string
  readonly headers: Headers
}

export type Frame = 'public' | 'staff' | 'kiosk' | 'display' | 'slip'

/** What a page answers: a titled body in a frame. */
export type View = {
  readonly title: string
  readonly body: ComponentChild
  readonly frame?: Frame
  readonly status?: number
  /** Address of the event stream that tells this page to fetch itself again. */
  readonly live?: string
  /** Further browser files of this page, by the name of their entry in `islands/`. */
  readonly islands?: readonly string[]
  /** Seconds after which a page without JavaScript loads itself again. */
  readonly refresh?: number
  /** Nobody else may learn from the tab or the history what this page is about, and it can be left at once. */
  readonly discreet?: boolean
  /** Where the house's name leads, if not to the first page. */
  readonly home?: string
  /** Whether all languages lie open; otherwise they open on a tap. */
  readonly tongues?: 'open'
  /** Seconds after which a terminal without JavaScript begins anew; with it a dialog asks first. */
  readonly clearsAfter?: number
  /** What stands beside the paper of a slip, beside the clock of a display, or over the choices of a terminal. */
  readonly beside?: ComponentChild
  readonly headers?: Readonly<Record<string, string>>
}

export type FieldError = { readonly field: string; readonly key: string }

/** Typed values of a form as they came, for showing them again. */
export type Typed = Readonly<Record<string, string | readonly string[] | undefined>>

export type Post<Input> = {
  /** The shape of what may be sent; a function where it hangs on the pack, which may be read anew at any time. */
  readonly fields: z.ZodType<Input> | (() => z.ZodType<Input>)
  /** Does it. `Response` (mostly a redirect) when done; a `View` shows the page again. */
  readonly run: (asking: Asking, input: Input) => Promise<View | Response>
  /** The same page with what was typed and what is wrong; status 422. */
  readonly again: (asking: Asking, typed: Typed, errors: readonly FieldError[]) => Promise<View | Response>
}

/** One page: its path after the language, who may see it, how it looks, what a form on it does. */
export type Page = {
  readonly path: string
  readonly access: 'everyone' | 'staff'
  readonly get: (asking: Asking) => Promise<View | Response> | View | Response
  readonly post?: Post<never>
}

/** Checks that `fields`, `run` and `again` of a post speak of the same input, then forgets which. */
export const post = <Input>(definition: Post<Input>): Post<never> => definition as unknown as Post<never>

export const redirect = (location: string, status: 302 | 303 = 303): Response =>
  new Response(null, { status, headers: { location, 'cache-control': 'no-store' } })
