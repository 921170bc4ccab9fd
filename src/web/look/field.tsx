import type { JSX } from 'preact'
import { Icon } from './icon.tsx'

type Labelled = {
  readonly name: string
  /** What ids are made of, where a form asks for the same name twice. */
  readonly id?: string | undefined
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
}

export type FieldProps = Labelled & {
  readonly value?: string | undefined
  readonly type?: 'text' | 'email' | 'password' | 'number' | 'search' | 'tel' | undefined
  readonly autocomplete?: string | undefined
  readonly required?: boolean | undefined
  readonly spellcheck?: boolean | undefined
}

/** The id of a control, which the error summary links to. */
export const idOf = (name: string): string => `field-${name}`

/** What a control is described by: its hint, its error, or nothing. */
export const describedBy = ({
  name,
  id = name,
  hint,
  error,
}: Pick<Labelled, 'name' | 'id' | 'hint' | 'error'>): string | undefined =>
  [hint && `${idOf(id)}-hint`, error && `${idOf(id)}-error`].filter(Boolean).join(' ') || undefined

/** One line to type in; what was typed stays. */
export const Field = (props: FieldProps): JSX.Element => (
  <Framed {...props}>
    <input
      class="input"
      id={idOf(props.id ?? props.name)}
      name={props.name}
      type={(props.type ?? 'text') as 'text'}
      value={props.value}
      autocomplete={props.autocomplete}
      required={props.required}
      spellcheck={props.spellcheck}
      dir="auto"
      aria-invalid={props.error ? 'true' : undefined}
      aria-describedby={describedBy(props)}
    />
  </Framed>
)

export type TextAreaProps = Labelled & {
  readonly value?: string | undefined
  readonly rows?: number | undefined
}

/** Some lines to write in; what was written stays. */
export const TextArea = (props: TextAreaProps): JSX.Element => (
  <Framed {...props}>
    <textarea
      class="input"
      id={idOf(props.id ?? props.name)}
      name={props.name}
      rows={props.rows ?? 5}
      dir="auto"
      aria-invalid={props.error ? 'true' : undefined}
      aria-describedby={describedBy(props)}
    >
      {props.value}
    </textarea>
  </Framed>
)

export type SelectOption = {
  readonly value: string
  readonly label: string
  readonly lang?: string | undefined
}

export type SelectProps = Labelled & {
  readonly options: readonly SelectOption[]
  readonly value?: string | undefined
  /** The first line while nothing is chosen. */
  readonly empty?: string | undefined
}

/** One of many. For up to eight, RadioCards are easier. */
export const Select = (props: SelectProps): JSX.Element => (
  <Framed {...props}>
    <select
      class="input"
      id={idOf(props.id ?? props.name)}
      name={props.name}
      aria-invalid={props.error ? 'true' : undefined}
      aria-describedby={describedBy(props)}
    >
      {props.empty !== undefined && <option value="">{props.empty}</option>}
      {props.options.map(({ value, label, lang }) => (
        <option key={value} value={value} lang={lang} selected={value === props.value}>
          {label}
        </option>
      ))}
    </select>
  </Framed>
)

const Framed = (props: Labelled & { readonly children: JSX.Element }): JSX.Element => (
  <div class="field">
    <label for={idOf(props.id ?? props.name)}>{props.label}</label>
    <Hints {...props} />
    {props.children}
  </div>
)

/** Hint and error of a control or a group, under the ids that describe it. */
export const Hints = ({
  name,
  id = name,
  hint,
  error,
}: Pick<Labelled, 'name' | 'id' | 'hint' | 'error'>): JSX.Element => (
  <>
    {hint && (
      <p class="hint" id={`${idOf(id)}-hint`}>
        {hint}
      </p>
    )}
    {error && (
      <p class="wrong-text" id={`${idOf(id)}-error`}>
        <Icon name="circle-alert" />
        <span>{error}</span>
      </p>
    )}
  </>
)

/** Values a form carries along: the key against double sending, what was chosen before. */
export const HiddenFields = ({
  values,
}: {
  readonly values: Readonly<Record<string, string | readonly string[] | undefined>>
}): JSX.Element => (
  <>
    {Object.entries(values).flatMap(([name, value]) =>
      (typeof value === 'string' ? [value] : (value ?? [])).map((one) => (
        <input key={`${name}=${one}`} type="hidden" name={name} value={one} />
      )),
    )}
  </>
)
