import { z } from 'zod'
import type { TextKey } from '../../i18n/index.ts'
import { type ConcernId, id } from '../../kernel/index.ts'
import { type Asking, type Page, post, redirect, type View } from '../../web/index.ts'
import { Button, DeskCard, HiddenFields } from '../../web/look/index.ts'
import { openDesk } from '../actions/desk.ts'
import { deskStateOf, freshHall, type Office } from '../actions/office.ts'
import { withAlarms } from './alarm.tsx'
import { accountOf, ownDesk, Refused, refusalKey } from './staff.tsx'

/** Where do you sit today? Whoever has a desk already goes straight to it. */
export const choosePage = (office: Office): Page => ({
  path: '/staff',
  access: 'staff',
  get: async (asking) => {
    await freshHall(office)
    const desk = ownDesk(office, asking)
    return desk && !asking.url.searchParams.has('choose')
      ? redirect(asking.href(`/staff/desk/${desk}`), 302)
      : choose(office, asking, null)
  },
  post: post({
    fields: z.object({ desk: z.string() }),
    run: async (asking, input) => {
      const account = accountOf(asking)
      const member = office.city().staff.find((one) => one.id === account.staffId)
      const skills = member && member.skills.length > 0 ? (member.skills as ConcernId[]) : null
      const opened = await openDesk(office, id<'desk'>(input.desk), {
        account: account.id,
        languages: member?.languages ?? null,
        skills,
        role: account.role,
      })
      const problem = refusalKey(opened)
      return problem ? choose(office, asking, problem) : redirect(asking.href(`/staff/desk/${input.desk}`))
    },
    again: async (asking) => choose(office, asking, 'desk.refused.unknown'),
  }),
})

function choose(office: Office, asking: Asking, problem: TextKey | null): Promise<View> {
  const { t } = asking
  const account = accountOf(asking)
  const body = (
    <div class="stack">
      <h1>{t('staff.choose_desk')}</h1>
      <p class="lead">{t('staff.hello', { name: account.name })}</p>
      <Refused t={t} problem={problem} />
      <ul class="tiles">
        {office.city().premises.desks.map((desk) => {
          const state = deskStateOf(office, desk.id)
          const taken = state.open && state.sitter !== null && state.sitter !== account.id
          return (
            <li key={desk.id}>
              <DeskCard
                name={desk.name}
                state={taken ? 'busy' : 'closed'}
                stateText={t(taken ? 'staff.desk_taken' : 'staff.desk_free')}
              >
                {!taken && (
                  <form method="post">
                    <HiddenFields values={{ desk: desk.id }} />
                    <Button kind="quiet">
                      {t('staff.open_desk')}
                      <span class="unseen">: {desk.name}</span>
                    </Button>
                  </form>
                )}
              </DeskCard>
            </li>
          )
        })}
      </ul>
    </div>
  )
  const view = { title: t('staff.choose_desk'), body, frame: 'staff', status: problem ? 422 : 200 } as const
  return withAlarms(office, asking, view)
}
