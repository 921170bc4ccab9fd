import { packText } from '../../city/index.ts'
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
import { Button, ErrorSummary, HiddenFields, idOf, LinkButton, Notice, Select } from '../../web/look/index.ts'
import { issueTicket } from '../actions/arrival.ts'
import { standingInLine } from '../actions/forecast.ts'
import { visitOf } from '../actions/look.ts'
import { freshHall, type Office } from '../actions/office.ts'
import type { Visit } from '../rules/visit.ts'
import { withAlarms } from './alarm.tsx'
import { ownKey } from './staff.tsx'
import { TicketNumber } from './ticket.tsx'
import { errorIn, many, one, TicketQuestions, ticketFields } from './ticket-form.tsx'
import { waitWords } from './words.ts'

/** A number given by the reception: what the person says, in one form; then the number, to say or to print. */
export const counterPage = (office: Office): Page => ({
  path: '/staff/ticket',
  access: 'staff',
  get: async (asking) => {
    const given = asking.url.searchParams.get('given')
    const visit = given === null ? null : await visitOf(office, id<'visit'>(given.slice(0, 100)))
    return visit ? handed(office, asking, visit) : form(office, asking, { typed: {}, errors: [] })
  },
  post: post({
    fields: () => ticketFields(office.city()),
    run: async (asking, input) => {
      const issued = await issueTicket(office, {
        concerns: [...new Set(input.concern)] as ConcernId[],
        arrival: 'reception',
        partySize: input.party,
        readingLanguage: input.reading,
        spokenLanguage: input.spoken,
        needs: input.needs,
        scope: 'staff',
        key: ownKey(asking, input.key),
      })
      if (!isRefusal(issued)) return redirect(asking.href(`/staff/ticket?given=${issued.visit.id}`))
      const typed = { ...input, party: String(input.party) }
      return form(office, asking, { typed, errors: [{ field: 'form', key: issued.key }] })
    },
    again: async (asking, typed, errors) => form(office, asking, { typed, errors }),
  }),
})

async function handed(office: Office, asking: Asking, visit: Visit): Promise<View> {
  const { t, href } = asking
  const wait = visit.state === 'waiting' ? standingInLine(office, await freshHall(office), visit).wait : null
  const body = (
    <div class="stack">
      <h1 class="unseen">{t('reception.ticket')}</h1>
      <TicketNumber asking={asking} visit={visit} />
      {wait?.certain && <p class="lead centred">{t('slip.wait', { range: waitWords(t, wait) })}</p>}
      <p class="centred">{t('reception.given_text')}</p>
      <div class="row middle">
        <LinkButton large icon="printer" href={`/${visit.readingLanguage}/ticket/${visit.secret}/slip`}>
          {t('reception.print')}
        </LinkButton>
        <LinkButton large kind="quiet" icon="ticket" href={href('/staff/ticket')}>
          {t('reception.next')}
        </LinkButton>
      </div>
    </div>
  )
  return withAlarms(office, asking, { title: t('reception.ticket'), body, frame: 'staff' })
}

type Filled = { readonly typed: Typed; readonly errors: readonly FieldError[] }

function form(office: Office, asking: Asking, { typed, errors }: Filled): Promise<View> {
  const { t } = asking
  const body = (
    <form class="stack" method="post" noValidate>
      <ErrorSummary
        title={t('error.title')}
        errors={errors.map((error) => ({
          href: `#${idOf(error.field)}`,
          text: t(error.key as 'error.party'),
        }))}
      />
      <h1 id={idOf('form')}>{t('reception.ticket')}</h1>
      <Notice icon="shield">
        <p>{t('form.no_name')}</p>
      </Notice>
      <HiddenFields values={{ key: one(typed.key) ?? asking.formKey() }} />
      <Concerns office={office} asking={asking} typed={typed} errors={errors} />
      <TicketQuestions asking={asking} city={office.city()} typed={typed} errors={errors} />
      <Button large icon="ticket">
        {t('form.submit')}
      </Button>
    </form>
  )
  const status = errors.length > 0 ? 422 : 200
  return withAlarms(office, asking, { title: t('reception.ticket'), body, frame: 'staff', status })
}

/** The matter, and a second one if there is one; in the order of the alphabet, as a clerk looks for it. */
function Concerns({ office, asking, typed, errors }: Filled & { office: Office; asking: Asking }) {
  const { t, language } = asking
  const city = office.city()
  const [first, second] = many(typed.concern)
  const concerns = city.concerns
    .map(({ id: value }) => ({
      value: value as string,
      label: packText(city, language.code, { section: 'concerns', key: value }),
    }))
    .sort((a, b) => a.label.localeCompare(b.label, language.intl))
  return (
    <>
      <Select
        name="concern"
        label={t('reception.concern')}
        value={first ?? city.orientation}
        error={errorIn(asking, errors)('concern')}
        options={concerns}
      />
      <Select
        name="concern"
        id="concern-more"
        label={t('reception.concern_more')}
        value={second}
        empty={t('common.no')}
        options={concerns}
      />
    </>
  )
}
