import { concernById } from '../../city/index.ts'
import { languageOf } from '../../i18n/index.ts'
import { type ConcernId, isRefusal } from '../../kernel/index.ts'
import { IntakeNotice, issueTicket, many, one, TicketQuestions, ticketFields } from '../../reception/index.ts'
import {
  type Asking,
  type FieldError,
  type Page,
  post,
  redirect,
  type Typed,
  type View,
} from '../../web/index.ts'
import { Button, ErrorSummary, HiddenFields, idOf } from '../../web/look/index.ts'
import { type AtDoor, chosenIn, concernTitle, framed, inside, knownKiosk } from './door.ts'
import { ticketAddress } from './help.tsx'
import { lost } from './lost.tsx'

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
    fields: () => ticketFields(at.office.city()),
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
      const chosen = languageOf(input.reading) ?? asking.language
      const reader = { ...asking, href: (path: string) => `/${chosen.code}${path}` }
      return redirect(ticketAddress(at, reader, issued.visit.secret))
    },
    again: async (asking, typed, errors) => form(at, asking, { typed, errors }),
  }),
})

type Filled = { readonly typed: Typed; readonly errors: readonly FieldError[] }

function form(at: AtDoor, asking: Asking, { typed, errors }: Filled): View {
  const { t } = asking
  const city = at.office.city()
  const concerns = many(typed.concern).filter((concern) => concernById(city, concern))
  const body = (
    <form class="stack" method="post" noValidate>
      <ErrorSummary
        title={t('error.title')}
        errors={errors.map((error) => ({
          href: `#${idOf(error.field)}`,
          text: t(error.key as 'error.party'),
        }))}
      />
      <div class="stack tight" id={idOf('form')}>
        <h1>{t('form.title')}</h1>
        <IntakeNotice office={at.office} t={t} />
        <p class="lead">{t('form.no_name')}</p>
        <p class="quiet" id={idOf('concern')}>
          {t('form.concerns')}: {concerns.map((concern) => concernTitle(city, asking, concern)).join(' · ')}
        </p>
      </div>
      <HiddenFields values={{ key: one(typed.key) ?? asking.formKey(), concern: concerns }} />
      <TicketQuestions asking={asking} city={city} typed={typed} errors={errors} />
      <Button large wide icon="ticket">
        {t('form.submit')}
      </Button>
    </form>
  )
  return framed(at, asking, { title: t('form.title'), body, status: errors.length > 0 ? 422 : 200 })
}
