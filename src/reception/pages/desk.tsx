import { deskById } from '../../city/index.ts'
import { clockTime, type TextKey } from '../../i18n/index.ts'
import { id, type Outcome, refuse } from '../../kernel/index.ts'
import { streamAddress } from '../../live/index.ts'
import { type Asking, type Page, post, redirect, type View } from '../../web/index.ts'
import { Button, EmptyState, HiddenFields, Notice } from '../../web/look/index.ts'
import { alarmAt } from '../actions/alarm.ts'
import { callNext } from '../actions/call.ts'
import { changeVisit } from '../actions/change.ts'
import { closeDesk } from '../actions/desk.ts'
import { helpNow, type Wanted } from '../actions/help.ts'
import { deskView } from '../actions/look.ts'
import { deskStateOf, type Office } from '../actions/office.ts'
import { paceAt } from '../actions/pace.ts'
import { changeWork } from '../actions/work.ts'
import { workOf } from '../rules/work.ts'
import { withAlarms } from './alarm.tsx'
import { Case } from './desk-case.tsx'
import { Edge } from './desk-edge.tsx'
import { commandOf, type DeskInput, deskFields, isWish } from './desk-form.ts'
import type { Shown } from './desk-shown.ts'
import { Away, HelpAtFront } from './desk-work.tsx'
import { waitsWords } from './people.ts'
import { accountOf, askerOf, Refused, refusalKey } from './staff.tsx'
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
      if (input.do === 'receipt') return redirect(asking.href(`/staff/receipt/${input.visit}`))
      if (input.do === 'close') return redirect(asking.href('/staff?choose=1'))
      return redirect(asking.href(`/staff/desk/${asking.params.desk}`))
    },
    again: async (asking, _typed, errors) =>
      view(office, asking, (errors[0]?.key ?? 'error.form_old') as TextKey),
  }),
})

async function act(office: Office, asking: Asking, input: DeskInput): Promise<Outcome<unknown>> {
  const desk = deskById(office.city(), asking.params.desk ?? '')
  if (!desk) return refuse('not_found', 'desk.refused.unknown')
  const asker = askerOf(asking, input.key)
  if (input.do === 'next') return callNext(office, { desk: desk.id, asker })
  const { id: account, role } = accountOf(asking)
  if (input.do === 'close') return closeDesk(office, desk.id, { account, role })
  if (isWish(input)) return changeWork(office, desk.id, { do: input.do, account, role })
  return changeVisit(office, { visit: id<'visit'>(input.visit), command: commandOf(input, desk), asker })
}

async function view(office: Office, asking: Asking, problem: TextKey | null): Promise<View> {
  const live = streamAddress(office.hub, asking.href(`/staff/desk/${asking.params.desk}/live`))
  const desk = deskById(office.city(), asking.params.desk ?? '')
  if (!desk) return { ...unknownTicket(asking), frame: 'staff' }
  const now = await deskView(office, desk.id, desk.unit)
  const shown: Shown = { office, asking, desk, now }
  const body = (
    <div class="stack">
      <h1>{desk.name}</h1>
      <Refused t={asking.t} problem={problem} />
      <div class="columns">
        <section class="stack" aria-label={asking.t('desk.now')}>
          <Help {...shown} wanted={await helpNow(office)} />
          <Present {...shown} />
          <Undo {...shown} />
        </section>
        <Edge {...shown} alarm={await alarmAt(office, desk.id)} pace={await paceOf(shown)} />
      </div>
    </div>
  )
  return withAlarms(office, asking, {
    title: desk.name,
    desk: desk.id,
    body,
    frame: 'staff',
    status: problem ? 422 : 200,
    refresh: 30,
    live,
    islands: ['keys', 'alarm'],
  })
}

/** The own pace, only for who sits here and only when she asks. */
const paceOf = ({ office, asking, desk }: Shown) =>
  asking.url.searchParams.has('pace') ? paceAt(office, desk.id, accountOf(asking).id) : null

/** Shown where somebody could help, never during a break. */
const Help = ({ office, asking, desk, wanted }: Shown & { wanted: Wanted | null }) =>
  wanted?.desks.includes(desk.id) ? <HelpAtFront office={office} asking={asking} wanted={wanted} /> : null

/** Who is at this desk; else the queue, or what a break or the back office means. */
function Present(shown: Shown) {
  const { office, asking, desk, now } = shown
  const work = workOf(deskStateOf(office, desk.id))
  if (now.visit) return <Case office={office} asking={asking} visit={now.visit} />
  return work === 'break' || work === 'back_office' ? <Away {...shown} /> : <Free {...shown} />
}

function Free({ office, asking, desk, now }: Shown) {
  const { t } = asking
  const state = deskStateOf(office, desk.id)
  const buffer = state.bufferUntil
  return (
    <div class="card stack" id="free">
      {!state.open && <p>{t('desk.closed')}</p>}
      {buffer !== null && buffer > asking.now && (
        <Notice icon="coffee">
          <p>{t('desk.buffer', { time: clockTime(buffer, office.city().zone) })}</p>
        </Notice>
      )}
      {now.waiting === 0 ? <EmptyState title={t('desk.nobody')} /> : <Queue asking={asking} now={now} />}
      <form method="post">
        <HiddenFields values={{ key: asking.formKey(), do: 'next' }} />
        <Button large wide shortcut="n" icon="bell">
          {t('desk.call_next')}
        </Button>
      </form>
    </div>
  )
}

function Queue({ asking, now }: Pick<Shown, 'asking' | 'now'>) {
  const { t } = asking
  return (
    <div class="stack tight">
      <p class="lead">{t('desk.waiting', { count: now.waiting })}</p>
      {now.longest && <p>{waitsWords(asking, now.longest)}</p>}
      {now.callable === 0 && <p>{t('desk.nobody_now')}</p>}
    </div>
  )
}

function Undo({ asking: { t, formKey }, now: { undoable: visit } }: Shown) {
  if (!visit?.last) return null
  return (
    <form method="post" class="row">
      <HiddenFields values={{ key: formKey(), do: 'undo', visit: visit.id }} />
      <Button kind="quiet" shortcut="z" icon="undo-2">
        {t('desk.undo')}
      </Button>
      <span class="quiet">
        <b class="figure">{visit.number}</b> · {t('desk.undo_hint', { step: t(`step.${visit.last.step}`) })}
      </span>
    </form>
  )
}
