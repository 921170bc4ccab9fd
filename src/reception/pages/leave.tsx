import { z } from 'zod'
import { isRefusal } from '../../kernel/index.ts'
import { type Asking, type Page, post, redirect, type View } from '../../web/index.ts'
import { Button, LinkButton } from '../../web/look/index.ts'
import { changeVisit } from '../actions/change.ts'
import { visitOfLink } from '../actions/look.ts'
import type { Office } from '../actions/office.ts'
import type { Visit } from '../rules/visit.ts'
import { TicketNumber } from './ticket.tsx'
import { unknownTicket } from './unknown.tsx'

/** Leaving the queue asks once more; leaving twice is leaving once. */
export const leavePage = (office: Office): Page => ({
  path: '/ticket/:link/leave',
  access: 'everyone',
  get: async (asking) => {
    const visit = await visitOfLink(office, asking.params.link ?? '')
    return visit ? leaving(asking, visit) : unknownTicket(asking)
  },
  post: post({
    fields: z.object({}),
    run: async (asking) => {
      const visit = await visitOfLink(office, asking.params.link ?? '')
      if (!visit) return unknownTicket(asking)
      const asker = { role: 'visitor', scope: 'visitor', key: null }
      const left = await changeVisit(office, { visit: visit.id, command: { do: 'leave', desk: null }, asker })
      // Whoever is at the desk or gone already sees on the ticket how it stands.
      if (isRefusal(left) && left.code !== 'wrong_state') return unknownTicket(asking)
      return redirect(asking.href(`/ticket/${visit.secret}`))
    },
    again: async (asking) => {
      const visit = await visitOfLink(office, asking.params.link ?? '')
      return visit ? redirect(asking.href(`/ticket/${visit.secret}`)) : unknownTicket(asking)
    },
  }),
})

function leaving(asking: Asking, visit: Visit): View {
  const { t, href } = asking
  const body = (
    <form method="post" class="stack">
      <TicketNumber asking={asking} visit={visit} />
      <div class="stack tight">
        <h1>{t('ticket.leave_sure')}</h1>
        <p class="lead">{t('ticket.leave_text')}</p>
      </div>
      <div class="row">
        <LinkButton href={href(`/ticket/${visit.secret}`)}>{t('ticket.leave_no')}</LinkButton>
        <Button kind="alarm">{t('ticket.leave_yes')}</Button>
      </div>
    </form>
  )
  return { title: t('ticket.leave_sure'), body }
}
