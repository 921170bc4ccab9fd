import { z } from 'zod'
import { type City, concernById, NEEDS } from '../../city/index.ts'
import { LANGUAGES } from '../../i18n/index.ts'
import { type ConcernId, isRefusal } from '../../kernel/index.ts'
import { issueTicket } from '../../reception/index.ts'
import {
  type Asking,
  type FieldError,
  type Page,
  post,
  redirect,
  type Typed,
  type View,
} from '../../web/index.ts'
import {
  Button,
  CheckCards,
  ErrorSummary,
  HiddenFields,
  idOf,
  NumberChoice,
  Select,
} from '../../web/look/index.ts'
import { MOST_CONCERNS } from '../rules.ts'
import { type AtDoor, chosenIn, concernTitle, framed, inside, knownKiosk } from './door.ts'
import { ticketAddress } from './help.tsx'
import { lost } from './lost.tsx'

const MOST_PEOPLE = 8
const list = z.union([z.array(z.string()), z.string().transform((one) => [one])]).default([])

/** What the form may say; every message is the key of a sentence. */
export const numberFields = (city: City) =>
  z.object({
    key: z.string('error.form_old').min(8, 'error.form_old').max(100, 'error.form_old'),
    concern: list.refine(
      (all) => all.length > 0 && all.length <= MOST_CONCERNS && all.every((one) => concernById(city, one)),
      'error.concern',
    ),
    party: z.coerce
      .number('error.party')
      .int('error.party')
      .min(1, 'error.party')
      .max(MOST_PEOPLE, 'error.party'),
    reading: z
      .string('error.language')
      .refine((code) => LANGUAGES.some((one) => one.code === code), 'error.language'),
    spoken: z
      .string('error.language')
      .refine((code) => city.spokenLanguages.some((one) => one.code === code), 'error.language'),
    needs: list.refine(
      (all) => all.every((one) => (NEEDS as readonly string[]).includes(one)),
      'error.needs',
    ),
  })

/** The last page before the number: how many, which language, what is needed; nothing else. */
export const numberPage = (at: AtDoor): Page => ({
  path: `${at.door.prefix}/number`,
  access: 'everyone',
  get: (asking) => {
    if (!knownKiosk(at, asking)) return lost(asking)
    const concern = chosenIn(at.office.city(), asking)
    if (concern.length === 0) return redirect(inside(at, asking, '/'), 302)
    return form(at, asking, { typed: { concern }, errors: [] })
  },
  post: post({
    fields: numberFields(at.office.city()),
    run: async (asking, input) => {
      if (!knownKiosk(at, asking)) return lost(asking)
      const issued = await issueTicket(at.office, {
        concerns: [...new Set(input.concern)] as ConcernId[],
        arrival: at.door.arrival,
        partySize: input.party,
        readingLanguage: input.reading,
        spokenLanguage: input.spoken,
        needs: input.needs,
        scope: `door:${at.door.arrival}`,
        key: input.key,
      })
      if (isRefusal(issued)) {
        const typed = { ...input, party: String(input.party) }
        return form(at, asking, { typed, errors: [{ field: 'form', key: issued.key }] })
      }
      const chosen = LANGUAGES.find((one) => one.code === input.reading) ?? asking.language
      return redirect(
        ticketAddress(at, { ...asking, href: (path) => `/${chosen.code}${path}` }, issued.visit.secret),
      )
    },
    again: async (asking, typed, errors) => form(at, asking, { typed, errors }),
  }),
})

type Filled = { readonly typed: Typed; readonly errors: readonly FieldError[] }

const many = (value: Typed[string]): readonly string[] =>
  typeof value === 'string' ? [value] : (value ?? [])
const one = (value: Typed[string]): string | undefined => many(value)[0]

const NEED_ICONS = {
  standing: 'armchair',
  child: 'baby',
  pregnant: 'heart',
  seeing: 'eye',
  hearing: 'ear',
  quiet: 'volume-x',
  alone: 'door-closed',
  minor: 'user-round',
} as const

function form(at: AtDoor, asking: Asking, { typed, errors }: Filled): View {
  const { t } = asking
  const city = at.office.city()
  const concerns = many(typed.concern).filter((concern) => concernById(city, concern))
  const errorOf = (field: string) => {
    const found = errors.find((error) => error.field === field)
    return found && t(found.key as 'error.party')
  }
  const body = (
    <form class="stack" method="post" noValidate>
      <ErrorSummary
        title={t('error.title')}
        errors={errors.map((error) => ({ href: `#${idOf(error.field)}`, text: t(error.key as 'error.party') }))}
      />
      <div class="stack tight" id={idOf('form')}>
        <h1>{t('form.title')}</h1>
        <p class="lead">{t('form.no_name')}</p>
        <p class="quiet" id={idOf('concern')}>
          {t('form.concerns')}: {concerns.map((concern) => concernTitle(city, asking, concern)).join(' · ')}
        </p>
      </div>
      <HiddenFields values={{ key: one(typed.key) ?? asking.formKey(), concern: concerns }} />
      <Questions asking={asking} city={city} typed={typed} errorOf={errorOf} />
      <Button large wide icon="ticket">
        {t('form.submit')}
      </Button>
    </form>
  )
  return framed(at, asking, { title: t('form.title'), body, status: errors.length > 0 ? 422 : 200 })
}

type QuestionsProps = {
  asking: Asking
  city: City
  typed: Typed
  errorOf: (field: string) => string | undefined
}

function Questions({ asking, city, typed, errorOf }: QuestionsProps) {
  const { t, language } = asking
  const spoken = city.spokenLanguages.map((one) => ({
    value: one.code,
    label: one.name,
    lang: one.code === 'other' ? language.code : one.code,
  }))
  const speaks =
    one(typed.spoken) ?? (spoken.some((option) => option.value === language.code) ? language.code : 'de')
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
      <Select
        name="spoken"
        label={t('form.spoken')}
        error={errorOf('spoken')}
        value={speaks}
        options={spoken}
      />
      <Select
        name="reading"
        label={t('form.reading')}
        error={errorOf('reading')}
        value={one(typed.reading) ?? language.code}
        options={LANGUAGES.map((other) => ({
          value: other.code,
          label: other.name,
          lang: other.code,
        }))}
      />
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
