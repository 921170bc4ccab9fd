import { type Desk, deskById, packText } from '../../city/index.ts'
import { clockTime, type TextKey } from '../../i18n/index.ts'
import { id, minutesBetween, type Outcome } from '../../kernel/index.ts'
import { type Asking, type Page, post, redirect, type View } from '../../web/index.ts'
import { Button, Hidden, Notice } from '../../web/view/index.ts'
import { callNext } from '../actions/call.ts'
import { changeVisit } from '../actions/change.ts'
import { closeDesk } from '../actions/desk.ts'
import { type DeskView, deskView } from '../actions/look.ts'
import { deskStateOf, type Office } from '../actions/office.ts'
import type { Visit } from '../rules/visit.ts'
import { Case } from './desk-case.tsx'
import { commandOf, type DeskInput, deskFields } from './desk-form.ts'
import { askerOf, Refused, refusalKey } from './staff.tsx'
import { unknownTicket } from './unknown.tsx'

/** The clerk's page: one person at a time, one big button, the hall at the edge. */
export const deskPage = (office: Office): Page => ({
  path: '/staff/desk/:desk',
  access: 'staff',
  get: (asking) => view(office, asking, null),
  post: post({
    fields: deskFields,
    run: async (asking, input) => {
      const outcome = await act(office, asking, input)
      const problem = refusalKey(outcome)
      if (problem) return view(office, asking, problem)
      if (input.do === 'close') return redirect(asking.href('/staff?choose=1'))
      const nobody = input.do === 'next' && outcome === null ? '?nobody=1' : ''
      return redirect(`${asking.href(`/staff/desk/${asking.params.desk}`)}${nobody}`)
    },
    again: async (asking, _typed, errors) =>
      view(office, asking, (errors[0]?.key ?? 'error.form_old') as TextKey),
  }),
})

async function act(office: Office, asking: Asking, input: DeskInput): Promise<Outcome<unknown>> {
  const desk = id<'desk'>(asking.params.desk ?? '')
  const asker = askerOf(asking, input.key)
  if (input.do === 'next') return callNext(office, { desk, asker })
  if (input.do === 'close') return closeDesk(office, desk)
  return changeVisit(office, { visit: id<'visit'>(input.visit), command: commandOf(input, desk), asker })
}

async function view(office: Office, asking: Asking, problem: TextKey | null): Promise<View> {
  const desk = deskById(office.city(), asking.params.desk ?? '')
  if (!desk) return { ...unknownTicket(asking), frame: 'staff' }
  const { t } = asking
  const now = await deskView(office, desk.id, desk.unit)
  const body = (
    <div class="stack">
      <h1>{desk.name}</h1>
      <Refused t={t} problem={problem} />
      <div class="columns">
        <section class="stack" aria-label={t('desk.now')}>
          {now.visit ? (
            <Case office={office} asking={asking} visit={now.visit} desk={desk} />
          ) : (
            <Free office={office} asking={asking} desk={desk} now={now} />
          )}
          <Undo asking={asking} visit={now.undoable} />
        </section>
        <Edge office={office} asking={asking} desk={desk} now={now} />
      </div>
    </div>
  )
  return {
    title: desk.name,
    body,
    frame: 'staff',
    status: problem ? 422 : 200,
    refresh: 30,
    live: asking.href(`/staff/desk/${desk.id}/live`),
    islands: ['keys'],
  }
}

type Shown = { office: Office; asking: Asking; desk: Desk; now: DeskView }

function Free({ office, asking, desk, now }: Shown) {
  const { t, url } = asking
  const buffer = deskStateOf(office, desk.id).bufferUntil
  const resting = now.waiting > 0 && now.callable === 0
  const nobody = now.waiting === 0 || url.searchParams.has('nobody')
  return (
    <div class="card stack">
      {buffer !== null && buffer > asking.now && (
        <Notice icon="coffee">
          <p>{t('desk.buffer', { time: clockTime(buffer, office.city().zone) })}</p>
        </Notice>
      )}
      <p class="lead">{t('desk.waiting', { count: now.waiting })}</p>
      {now.longestSince !== null && (
        <p class="quiet">
          {t('desk.longest', { minutes: Math.floor(minutesBetween(now.longestSince, asking.now)) })}
        </p>
      )}
      {nobody && now.waiting === 0 && <p>{t('desk.nobody')}</p>}
      {resting && <p>{t('desk.nobody_now')}</p>}
      <form method="post" class="inline">
        <Hidden values={{ key: asking.formKey(), do: 'next' }} />
        <Button whole shortcut="n" icon="bell">
          {t('desk.call_next')}
        </Button>
      </form>
    </div>
  )
}

function Undo({ asking, visit }: { asking: Asking; visit: Visit | null }) {
  const { t } = asking
  if (!visit?.last) return null
  return (
    <form method="post" class="inline row">
      <Hidden values={{ key: asking.formKey(), do: 'undo', visit: visit.id }} />
      <Button look="quiet" shortcut="z" icon="undo-2">
        {t('desk.undo')}
      </Button>
      <span class="quiet">
        {visit.number}: {t('desk.undo_hint', { step: t(`step.${visit.last.step}`) })}
      </span>
    </form>
  )
}

/** What lies beside the case: who is parked, what was passed on, the keys. */
function Edge({ office, asking, desk, now }: Shown) {
  const { t, language } = asking
  const city = office.city()
  return (
    <aside class="stack" aria-label={t('desk.hall')}>
      {now.parked.length > 0 && (
        <section class="card">
          <h2>{t('desk.parked')}</h2>
          <ul class="people">
            {now.parked.map((visit) => (
              <li key={visit.id}>
                <span class="number">{visit.number}</span>
                <form method="post" class="inline">
                  <Hidden values={{ key: asking.formKey(), do: 'bring_back', visit: visit.id }} />
                  <Button look="quiet">{t('desk.bring_back')}</Button>
                </form>
              </li>
            ))}
          </ul>
        </section>
      )}
      {now.passed.length > 0 && (
        <section class="card">
          <h2>{t('desk.passed')}</h2>
          <ul class="people">
            {now.passed.map((visit) => {
              const late = visit.pass !== null && visit.pass.deadline < asking.now
              const unit = packText(city, language.code, { section: 'units', key: visit.unit })
              const time = clockTime(visit.pass?.deadline ?? asking.now, city.zone)
              return (
                <li key={visit.id}>
                  <span class="number">{visit.number}</span>
                  <span>{t(late ? 'desk.pass_late' : 'desk.pass_until', { unit, time })}</span>
                </li>
              )
            })}
          </ul>
        </section>
      )}
      <section class="quiet">
        <h2>{t('desk.keys')}</h2>
        <p>{t('desk.keys_text')}</p>
      </section>
      <form method="post" class="inline">
        <Hidden values={{ key: asking.formKey(), do: 'close' }} />
        <Button look="quiet">
          {t('staff.close_desk')}
          <span class="hidden-words">: {desk.name}</span>
        </Button>
      </form>
    </aside>
  )
}
