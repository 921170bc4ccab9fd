import { z } from 'zod'
import { type City, concernById, NEEDS } from '../../city/index.ts'
import { inOrder, languageOf } from '../../i18n/index.ts'
import type { Asking, FieldError, Typed } from '../../web/index.ts'
import { CheckCards, NumberChoice, Select } from '../../web/look/index.ts'
import { NEED_ICONS } from './needs.ts'

/** More matters than this are a talk, not a ticket. */
export const MOST_CONCERNS = 5
const MOST_PEOPLE = 8

/** The key of a form, by which sending it twice has one effect. */
export const oneKey = z.string('error.form_old').min(8, 'error.form_old').max(100, 'error.form_old')

/** What a form may say about one or several things; what was left empty is not said. */
export const list = z
  .union([z.array(z.string()), z.string().transform((one) => [one])])
  .default([])
  .transform((all) => all.filter((one) => one !== ''))

/** What somebody who takes a number may say; every message is the key of a sentence. */
export const ticketFields = (city: City) =>
  z.object({
    key: oneKey,
    concern: list.refine(
      (all) => all.length > 0 && all.length <= MOST_CONCERNS && all.every((one) => concernById(city, one)),
      'error.concern',
    ),
    party: z.coerce
      .number('error.party')
      .int('error.party')
      .min(1, 'error.party')
      .max(MOST_PEOPLE, 'error.party'),
    reading: z.string('error.language').refine((code) => languageOf(code) !== undefined, 'error.language'),
    spoken: z
      .string('error.language')
      .refine((code) => city.spokenLanguages.some((one) => one.code === code), 'error.language'),
    needs: list.refine(
      (all) => all.every((one) => (NEEDS as readonly string[]).includes(one)),
      'error.needs',
    ),
  })

export const many = (value: Typed[string]): readonly string[] =>
  typeof value === 'string' ? [value] : (value ?? [])
export const one = (value: Typed[string]): string | undefined => many(value)[0]

/** The sentence of a field's error in the reader's language, if it has one. */
export const errorIn =
  ({ t }: Asking, errors: readonly FieldError[]) =>
  (field: string): string | undefined => {
    const found = errors.find((error) => error.field === field)
    return found && t(found.key as 'error.party')
  }

export type QuestionsProps = {
  readonly asking: Asking
  readonly city: City
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}

/** How many, which languages, what is needed: the same questions at the terminal, on the phone and at the reception. */
export function TicketQuestions({ asking, city, typed, errors }: QuestionsProps) {
  const { t } = asking
  const errorOf = errorIn(asking, errors)
  return (
    <>
      <NumberChoice
        name="party"
        legend={t('form.party')}
        error={errorOf('party')}
        value={one(typed.party) ?? '1'}
        max={MOST_PEOPLE}
        moreLabel={`${MOST_PEOPLE}+`}
      />
      <Languages asking={asking} city={city} typed={typed} errors={errors} />
      <CheckCards
        name="needs"
        legend={t('form.needs')}
        hint={t('form.needs_hint')}
        error={errorOf('needs')}
        values={many(typed.needs)}
        options={NEEDS.map((need) => ({ value: need, label: t(`need.${need}`), icon: NEED_ICONS[need] }))}
      />
    </>
  )
}

function Languages({ asking, city, typed, errors }: QuestionsProps) {
  const { t, language } = asking
  const errorOf = errorIn(asking, errors)
  const spoken = city.spokenLanguages.map(({ code, name }) => ({
    value: code,
    label: name,
    lang: code === 'other' ? language.code : code,
  }))
  const own = spoken.some((option) => option.value === language.code) ? language.code : 'de'
  return (
    <>
      <Select
        name="spoken"
        label={t('form.spoken')}
        error={errorOf('spoken')}
        value={one(typed.spoken) ?? own}
        options={spoken}
      />
      <Select
        name="reading"
        label={t('form.reading')}
        error={errorOf('reading')}
        value={one(typed.reading) ?? language.code}
        options={inOrder(city.languages).map(({ code, name }) => ({ value: code, label: name, lang: code }))}
      />
    </>
  )
}
