import { z } from 'zod'
import { isRefusal } from '../../kernel/index.ts'
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
  ErrorSummary,
  Field,
  HiddenFields,
  idOf,
  LinkButton,
  Notice,
  TextArea,
} from '../../web/look/index.ts'
import { reportBarrier, type VoiceHouse } from '../actions.ts'
import { KEPT_DAYS, LONGEST_LINE, LONGEST_TEXT } from '../rules.ts'

const line = z
  .string()
  .trim()
  .max(LONGEST_LINE, 'barrier.error.long')
  .default('')
  .transform((text) => text || null)

/** Tells the house what stood in somebody's way: in any language, without a name, with an answer for whoever wants one. */
export const barrierPage = (house: VoiceHouse): Page => ({
  path: '/barrier',
  access: 'everyone',
  get: (asking) =>
    asking.url.searchParams.has('sent') ? thanks(asking) : form(asking, { typed: {}, errors: [] }),
  post: post({
    fields: z.object({
      key: z.string('error.form_old').min(8, 'error.form_old').max(100, 'error.form_old'),
      what: z
        .string('barrier.error.what')
        .trim()
        .min(1, 'barrier.error.what')
        .max(LONGEST_TEXT, 'barrier.error.long'),
      place: line,
      answer: line,
    }),
    run: async (asking, { key, what, place, answer }) => {
      const told = { id: key, language: asking.language.code, what, place, answerTo: answer }
      const taken = await reportBarrier(house, told)
      if (!isRefusal(taken)) return redirect(asking.href('/barrier?sent=1'))
      const typed = { key, what, place: place ?? '', answer: answer ?? '' }
      return form(asking, { typed, errors: [{ field: 'form', key: taken.key }] })
    },
    again: async (asking, typed, errors) => form(asking, { typed, errors }),
  }),
})

function thanks({ t, href }: Asking): View {
  const body = (
    <div class="stack">
      <h1>{t('barrier.thanks')}</h1>
      <p>{t('barrier.kept', { days: KEPT_DAYS })}</p>
      <div class="row">
        <LinkButton href={href('/')}>{t('common.start_again')}</LinkButton>
      </div>
    </div>
  )
  return { title: t('barrier.thanks'), body }
}

type Filled = { readonly typed: Typed; readonly errors: readonly FieldError[] }
const one = (value: Typed[string]): string | undefined => (typeof value === 'string' ? value : value?.[0])

function form(asking: Asking, { typed, errors }: Filled): View {
  const { t } = asking
  const said = (key: string) => t(key as 'barrier.error.what')
  const errorOf = (field: string) => {
    const found = errors.find((error) => error.field === field)
    return found && said(found.key)
  }
  const body = (
    <form class="stack" method="post" noValidate>
      <ErrorSummary
        title={t('error.title')}
        errors={errors.map((error) => ({ href: `#${idOf(error.field)}`, text: said(error.key) }))}
      />
      <div class="stack tight" id={idOf('form')}>
        <h1>{t('house.barrier')}</h1>
        <p class="lead">{t('barrier.intro')}</p>
      </div>
      <HiddenFields values={{ key: one(typed.key) ?? asking.formKey() }} />
      <TextArea name="what" label={t('barrier.what')} value={one(typed.what)} error={errorOf('what')} />
      <Field
        name="place"
        label={t('barrier.where')}
        hint={t('barrier.where_hint')}
        value={one(typed.place)}
        error={errorOf('place')}
      />
      <Field
        name="answer"
        label={t('barrier.answer')}
        hint={t('barrier.answer_hint')}
        value={one(typed.answer)}
        error={errorOf('answer')}
      />
      <Notice icon="shield">
        <p>{t('barrier.kept', { days: KEPT_DAYS })}</p>
        <p>{t('barrier.person')}</p>
      </Notice>
      <Button large wide icon="send">
        {t('barrier.send')}
      </Button>
    </form>
  )
  return { title: t('house.barrier'), body, status: errors.length > 0 ? 422 : 200 }
}
