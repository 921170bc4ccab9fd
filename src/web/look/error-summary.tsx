import type { JSX } from 'preact'

export type ErrorSummaryProps = {
  readonly title: string
  /** `href` leads to the control: `#field-<name>`. */
  readonly errors: readonly { readonly href: string; readonly text: string }[]
}

/** Stands above a form that came back, takes the focus, leads to what is missing. Nothing without errors. */
export const ErrorSummary = ({ title, errors }: ErrorSummaryProps): JSX.Element | null =>
  errors.length === 0 ? null : (
    <div class="errors" role="alert" tabIndex={-1} id="errors" autofocus>
      <h2>{title}</h2>
      <ul>
        {errors.map(({ href, text }) => (
          <li key={href + text}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  )
