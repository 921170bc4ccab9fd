import type { ComponentChildren, JSX } from 'preact'
import { render } from 'preact-render-to-string'

export type DocumentProps = {
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
  readonly title: string
  /** Addresses of the style files, as `assets.url` gives them. */
  readonly css: string | readonly string[]
  /** Addresses of the browser files; a page without any carries no script at all. */
  readonly islands?: readonly string[] | undefined
  /** Address of the small picture in the browser's tab. */
  readonly icon?: string | undefined
  readonly noindex?: boolean | undefined
  /** Seconds after which a page without JavaScript loads itself again. */
  readonly refreshSeconds?: number | undefined
  /** Where a terminal without JavaScript leads of itself, and after how many seconds. */
  readonly clears?: { readonly seconds: number; readonly href: string } | undefined
  /** Address of what makes it an application in full screen. */
  readonly manifest?: string | undefined
  /** Address of the event stream the `live` island listens to. */
  readonly live?: string | undefined
  /** The frame: `public`, `staff`, `kiosk`, `display` or `slip`; it stands on `html`, because sizes hang on it. */
  readonly bodyClass?: string | undefined
  readonly children: ComponentChildren
}

/** The whole page from `<html>` on. */
export const Document = (props: DocumentProps): JSX.Element => (
  <html lang={props.lang} dir={props.dir} class={props.bodyClass}>
    <head>
      <meta charset="utf-8" />
      <title>{props.title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      {props.noindex && <meta name="robots" content="noindex" />}
      {[props.css].flat().map((href) => (
        <link key={href} rel="stylesheet" href={href} />
      ))}
      {props.icon && <link rel="icon" href={props.icon} />}
      {props.islands?.map((source) => (
        <script key={source} type="module" src={source} />
      ))}
      {props.manifest && <link rel="manifest" href={props.manifest} />}
      {props.clears && (
        <noscript>
          <meta http-equiv="refresh" content={`${props.clears.seconds}; url=${props.clears.href}`} />
        </noscript>
      )}
      {props.refreshSeconds !== undefined && (
        <noscript>
          <meta http-equiv="refresh" content={String(props.refreshSeconds)} />
        </noscript>
      )}
    </head>
    <body data-live={props.live}>{props.children}</body>
  </html>
)

/** The page as it is sent, with its doctype. */
export const toHtml = (document: JSX.Element): string => `<!doctype html>${render(document)}`
