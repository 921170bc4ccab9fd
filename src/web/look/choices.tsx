import type { JSX } from 'preact'
import { describedBy, Hints, idOf } from './field.tsx'
import { Icon } from './icon.tsx'

export type Option = {
  readonly value: string
  readonly label: string
  readonly hint?: string | undefined
  readonly icon?: string | undefined
  /** Language of the label, where it differs from the page's. */
  readonly lang?: string | undefined
}

type Group = {
  readonly name: string
  readonly legend: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
}

export type RadioCardsProps = Group & {
  readonly options: readonly Option[]
  readonly value?: string | undefined
  readonly required?: boolean | undefined
}
export type CheckCardsProps = Group & {
  readonly options: readonly Option[]
  readonly values?: readonly string[] | undefined
}
export type NumberChoiceProps = Group & {
  /** The last number; it stands for itself and more. */
  readonly max?: number | undefined
  /** Text of the last card: "6 oder mehr". */
  readonly moreLabel: string
  readonly value?: string | undefined
}

/** One of a few. */
export const RadioCards = (props: RadioCardsProps): JSX.Element => (
  <Cards {...props} type="radio" layout="two" chosen={props.value === undefined ? [] : [props.value]} />
)

/** None, one or several. */
export const CheckCards = (props: CheckCardsProps): JSX.Element => (
  <Cards {...props} type="checkbox" layout="two" chosen={props.values ?? []} />
)

/** How many: 1, 2, 3 … one tap each, nothing to type. */
export const NumberChoice = ({ max = 6, moreLabel, value, ...group }: NumberChoiceProps): JSX.Element => {
  const options = Array.from({ length: max }, (_, index) => {
    const number = String(index + 1)
    return { value: number, label: index + 1 === max ? moreLabel : number }
  })
  return (
    <Cards
      {...group}
      type="radio"
      layout="numbers"
      options={options}
      chosen={value === undefined ? [] : [value]}
    />
  )
}

type CardsProps = Group & {
  readonly type: 'radio' | 'checkbox'
  readonly layout: 'two' | 'numbers'
  readonly options: readonly Option[]
  readonly chosen: readonly string[]
  readonly required?: boolean | undefined
}

const Cards = (props: CardsProps): JSX.Element => (
  <fieldset class="field" id={idOf(props.name)} aria-describedby={describedBy(props)}>
    <legend>{props.legend}</legend>
    <Hints {...props} />
    <div class={props.error ? `choices ${props.layout} wrong` : `choices ${props.layout}`}>
      {props.options.map((option) => (
        <Card key={option.value} group={props} option={option} />
      ))}
    </div>
  </fieldset>
)

const Card = ({ group, option }: { readonly group: CardsProps; readonly option: Option }): JSX.Element => {
  const id = `${idOf(group.name)}-${option.value}`
  return (
    <div class="choice">
      <input
        id={id}
        type={group.type}
        name={group.name}
        value={option.value}
        checked={group.chosen.includes(option.value)}
        required={group.required}
      />
      <label for={id} lang={option.lang} dir={option.lang ? 'auto' : undefined}>
        <CardText {...option} />
      </label>
    </div>
  )
}

const CardText = ({ icon, label, hint }: Pick<Option, 'icon' | 'label' | 'hint'>): JSX.Element => (
  <>
    {icon && (
      <span class="choice-icon">
        <Icon name={icon} />
      </span>
    )}
    <span>
      <span class={hint ? 'choice-name' : undefined}>{label}</span>
      {hint && <span class="hint">{hint}</span>}
    </span>
  </>
)

export type ChoiceLink = {
  readonly href: string
  readonly label: string
  readonly hint?: string | undefined
  readonly icon?: string | undefined
}

/** The answers to one question, each a link to the next page. */
export const ChoiceLinks = ({ items }: { readonly items: readonly ChoiceLink[] }): JSX.Element => (
  <ul class="choices plain">
    {items.map((item) => (
      <li key={item.href}>
        <a class="choice-link" href={item.href}>
          <CardText {...item} />
          <Icon name="chevron-right" turns />
        </a>
      </li>
    ))}
  </ul>
)
