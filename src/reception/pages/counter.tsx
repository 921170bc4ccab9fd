import { z } from 'zod'
import { concernById, packText } from '../../city/index.ts'
import { LANGUAGES } from '../../i18n/index.ts'
import { type ConcernId, id, isRefusal } from '../../kernel/index.ts'
import {
  type Asking,
  type FieldError,
  type Page,
  post,
  redirect,
  type Typed,
  type View,
} from '../../web/index.ts'
import { Button, ErrorSummary, HiddenFields, idOf, NumberChoice, Select } from '../../web/look/index.ts'
import { issueTicket } from '../actions/arrival.ts'
import type { Office } from '../actions/office.ts'

/** A number given by the reception: what the person says, in one form. */
export const counterPage = (office: Office): Page => ({
  path: '/staff/ticket',
  access: 'staff',
  get: (asking) => form(office, asking, { typed: {}, errors: [] }),
  post: post({
    fields: z.object({
      key: z.string('error.form_old').min(8, 'error.form_old').max(100, 'error.form_old'),
      concern: z
        .string('error.concern')
        .refine((one) => concernById(office.city(), one) !== undefined, 'error.concern'),
      party: z.coerce.number('error.party').int('error.party').min(1, 'error.party').max(8, 'error.party'),
      spoken: z
        .string('error.language')
        .refine((code) => office.city().spokenLanguages.some((one) => one.code === code), 'error.language'),
      reading: z
        .string('error.language')
        .refine((code) => LANGUAGES.some((one) => one.code === code), 'error.language'),
    }),
    run: async (asking, input) => {
      const issued = await issueTicket(office, {
        concerns: [id<'concern'>(input.concern) as ConcernId],
        arrival: 'reception',
        partySize: input.party,
        readingLanguage: input.reading,
        spokenLanguage: input.spoken,
        needs: [],
        scope: `account:${asking.account?.id}`,
        key: input.key,
      })
      if (!isRefusal(issued)) return redirect(`/${input.reading}/ticket/${issued.visit.secret}/slip`)
      const typed = { ...input, party: String(input.party) }
      return form(office, asking, { typed, errors: [{ field: 'form', key: issued.key }] })
    },
    again: async (asking, typed, errors) => form(office, asking, { typed, errors }),
  }),
})

type Filled = { readonly typed: Typed; readonly errors: readonly FieldError[] }

function form(office: Office, asking: Asking, { typed, errors }: Filled): View {
  const { t, language } = asking
  const city = office.city()
  const errorOf = (field: string) => {
    const found = errors.find((error) => error.field === field)
    return found && t(found.key as 'error.party')
  }
  const one = (name: string, otherwise: string) =>
    typeof typed[name] === 'string' ? (typed[name] as string) : otherwise
  const concerns = city.concerns
    .map((concern) => ({
      value: concern.id,
      label: packText(city, language.code, { section: 'concerns', key: concern.id }),
    }))
    .sort((a, b) => a.label.localeCompare(b.label, language.intl))
  const body = (
    <form class="stack" method="post" noValidate>
      <ErrorSummary
        title={t('error.title')}
        errors={errors.map((error) => ({ href: `#${idOf(error.field)}`, text: t(error.key as 'error.party') }))}
      />
      <h1 id={idOf('form')}>{t('reception.ticket')}</h1>
      <HiddenFields values={{ key: one('key', asking.formKey()) }} />
      <Select
        name="concern"
        label={t('reception.concern')}
        value={one('concern', 'isc-orientation')}
        error={errorOf('concern')}
        options={concerns}
      />
      <NumberChoice
        name="party"
        legend={t('form.party')}
        error={errorOf('party')}
        value={one('party', '1')}
        max={8}
        moreLabel="8+"
      />
      <Select
        name="spoken"
        label={t('form.spoken')}
        value={one('spoken', 'de')}
        error={errorOf('spoken')}
        options={city.spokenLanguages.map((spoken) => ({ value: spoken.code, label: spoken.name }))}
      />
      <Select
        name="reading"
        label={t('form.reading')}
        value={one('reading', 'de')}
        error={errorOf('reading')}
        options={LANGUAGES.map((other) => ({ value: other.code, label: other.name }))}
      />
      <Button large icon="ticket">
        {t('form.submit')}
      </Button>
    </form>
  )
  return { title: t('reception.ticket'), body, frame: 'staff', status: errors.length > 0 ? 422 : 200 }
}
