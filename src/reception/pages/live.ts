import type { Context, Hono } from 'hono'
import { id } from '../../kernel/index.ts'
import { eventStream, type Topic } from '../../live/index.ts'
import type { Account } from '../../web/index.ts'
import { ALARM_TOPIC, responds } from '../actions/alarm.ts'
import { visitOfLink } from '../actions/look.ts'
import { deskTopic, type Office, visitTopic } from '../actions/office.ts'
import { deskOf } from './staff.tsx'

/** The event streams of live pages. They say that something changed, never what. */
export function addStreams(
  app: Hono,
  office: Office,
  accountOf: (headers: Headers) => Promise<Account | null>,
): void {
  const { hub } = office
  app.get('/:lang/ticket/:link/live', async (c) => {
    const visit = await visitOfLink(office, c.req.param('link'))
    return visit ? eventStream(hub, ['hall', visitTopic(visit.id)], readerOf(c)) : c.notFound()
  })
  app.get('/:lang/display/:display/live', (c) => {
    const known = office.city().premises.displays.some((display) => display.id === c.req.param('display'))
    return known ? eventStream(hub, ['hall', 'board'], readerOf(c)) : c.notFound()
  })
  app.get('/:lang/staff/reception/live', async (c) => {
    const account = await accountOf(c.req.raw.headers)
    return account
      ? eventStream(hub, [...alarmTopics(office, account), 'hall'], readerOf(c))
      : c.text('Sign in', 401)
  })
  app.get('/:lang/staff/alarm/live', async (c) => {
    const account = await accountOf(c.req.raw.headers)
    if (!account) return c.text('Sign in', 401)
    const topics = alarmTopics(office, account)
    return topics.length > 0 ? eventStream(hub, topics, readerOf(c)) : c.text('For responders', 403)
  })
  app.get('/:lang/staff/desk/:desk/live', async (c) => {
    const account = await accountOf(c.req.raw.headers)
    if (!account) return c.text('Sign in', 401)
    const own = deskTopic(id<'desk'>(c.req.param('desk')))
    return eventStream(hub, [...alarmTopics(office, account), 'hall', own], readerOf(c))
  })
}

/** Only responders hear that there is an alarm. */
const alarmTopics = (office: Office, account: Account): Topic[] =>
  responds(office, account.role, deskOf(office, account)) ? [ALARM_TOPIC] : []

const readerOf = (c: Context) => ({ signal: c.req.raw.signal, seen: c.req.query('seen') ?? null })
