import { openDesk } from '../../src/reception/index.ts'
import { arrive, call, desk, formOf, step, type TestWeb } from './house.ts'

/** One page of the house in one of its states. `path` comes after the language. */
export type PageOf = {
  readonly name: string
  readonly path: string
  readonly for: 'visitor' | 'screen' | 'staff'
  /** Sent by post: the page as it comes back with mistakes. */
  readonly form?: Readonly<Record<string, string>>
  readonly status?: number
}

const PASSWORD = 'a long password'

/** A member of staff of the demo with an account; returns the cookie of her session. */
export async function signedIn(house: TestWeb, staff: string, role = 'clerk'): Promise<string> {
  const email = `${staff}@krefeld.example`
  await house.accounts.create({ email, password: PASSWORD, name: staff, role, staffId: staff })
  const response = await house.fetch('/de/staff/sign-in', formOf({ email, password: PASSWORD }))
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

const ticket = (visit: { secret: string }) => `/ticket/${visit.secret}`
const visitor = (name: string, path: string, status = 200): PageOf => ({
  name,
  path,
  for: 'visitor',
  status,
})
const screen = (name: string, path: string): PageOf => ({ name, path, for: 'screen' })
const staff = (name: string, path: string): PageOf => ({ name, path, for: 'staff' })

/** A hall in which everything is under way at once, and every page there is to see of it. */
export async function everyPage(house: TestWeb): Promise<PageOf[]> {
  const { served, called, parked, passed, left, waiting } = await fillHall(house)
  return [
    visitor('guide', '/'),
    visitor('guide-topic', '/topic/card'),
    visitor('guide-group', '/topic/card/card'),
    visitor('answer-counter', '/concern/isc-eat-pickup'),
    visitor('answer-appointment', '/concern/rn-settlement'),
    visitor('answer-elsewhere', '/concern/ar-asylum-info'),
    visitor('answer-discreet', '/concern/sw-violence'),
    visitor('help-person', '/help/person'),
    visitor('help-minor', '/help/minor'),
    visitor('help-alone', '/help/alone'),
    visitor('number', '/number?c=isc-eat-pickup'),
    { name: 'number-wrong', path: '/number', for: 'visitor', form: { party: '99' }, status: 422 },
    visitor('ticket-waiting', ticket(waiting)),
    visitor('ticket-called', ticket(called)),
    visitor('ticket-serving', ticket(served)),
    visitor('ticket-parked', ticket(parked)),
    visitor('ticket-passed', ticket(passed)),
    visitor('ticket-left', ticket(left)),
    visitor('leave', `${ticket(waiting)}/leave`),
    visitor('slip', `${ticket(waiting)}/slip`),
    visitor('poster', '/door'),
    visitor('lost', '/nowhere', 404),
    visitor('ticket-unknown', '/ticket/AAAAAAAAAAAAAAAAAAAAAA', 404),
    visitor('sign-in', '/staff/sign-in'),
    screen('kiosk', '/kiosk/kiosk-1/'),
    screen('kiosk-number', '/kiosk/kiosk-1/number?c=isc-cert'),
    screen('kiosk-slip', `/kiosk/kiosk-1/slip/${waiting.secret}`),
    screen('kiosk-photo', `/kiosk/kiosk-1/slip/${waiting.secret}?photo=1`),
    screen('display', '/display/halle'),
    screen('display-empty', '/display/zimmer'),
    staff('choose', '/staff?choose=1'),
    staff('desk-serving', '/staff/desk/platz-1'),
    staff('desk-called', '/staff/desk/platz-2'),
    staff('desk-free', '/staff/desk/platz-3'),
    staff('hall', '/staff/reception'),
    staff('give-number', '/staff/ticket'),
    staff('given-number', `/staff/ticket?given=${waiting.id}`),
    staff('figures', '/staff/figures'),
    staff('hotline', '/staff/hotline'),
    staff('hotline-group', '/staff/hotline/topic/card/card'),
    staff('hotline-answer', '/staff/hotline/concern/isc-eat-pickup'),
    staff('hotline-elsewhere', '/staff/hotline/concern/ar-asylum-info'),
  ]
}

type Some = Awaited<ReturnType<typeof arrive>>

/** Somebody in every state a visit can be in, and somebody who needs a person at once. */
async function fillHall(house: TestWeb) {
  await house.empty()
  for (const name of ['info', 'platz-1', 'platz-2', 'platz-3', 'zimmer-12'])
    await openDesk(house.office, desk(name), { account: `at ${name}`, languages: null, skills: null })
  const served = await arrive(house, 'isc-fiktion')
  house.clock.pass(3)
  const called = await arrive(house, 'isc-eat-pickup', { needs: ['child'], spoken: 'ar' })
  const parked = await arrive(house, 'isc-cert')
  const passed = await arrive(house, 'isc-registration')
  const absent = await arrive(house, 'isc-status')
  const left = await arrive(house)
  const waiting = await arrive(house, 'isc-eat-pickup', { needs: ['standing'] })
  await arrive(house, 'isc-orientation', { needs: ['minor'] })
  await arrive(house, 'isc-orientation', { needs: ['alone'] })
  await step(house, left, { do: 'leave', desk: null })
  await atDesks(house, { served, called, parked, passed, absent })
  return { served, called, parked, passed, left, waiting }
}

/** One is served, one called, one parked, one passed on, one was called in vain. */
async function atDesks(
  house: TestWeb,
  {
    served,
    called,
    parked,
    passed,
    absent,
  }: Record<'served' | 'called' | 'parked' | 'passed' | 'absent', Some>,
): Promise<void> {
  const at = async (visit: Some, name: string) => {
    const result = await step(house, visit, { do: 'call', desk: desk(name) })
    if (typeof result === 'string') throw new Error(result)
  }
  await at(parked, 'platz-1')
  await step(house, parked, { do: 'start', desk: desk('platz-1') })
  await step(house, parked, { do: 'park', desk: desk('platz-1') })
  await at(passed, 'platz-1')
  await step(house, passed, { do: 'pass', desk: desk('platz-1'), to: 'M-RN' as never })
  await at(absent, 'platz-1')
  await step(house, absent, { do: 'not_here', desk: desk('platz-1') })
  await at(served, 'platz-1')
  await step(house, served, { do: 'start', desk: desk('platz-1') })
  house.clock.pass(2)
  await at(called, 'platz-2')
  await call(house, 'info')
}
