import { accountByEmail } from '../../src/people/index.ts'
import { changeWork, closeDesk, openDesk, raiseAlarmAt } from '../../src/reception/index.ts'
import { arrive, call, desk, formOf, step, type TestWeb } from './house.ts'

/** One page of the house in one of its states. `path` comes after the language. */
export type PageOf = {
  readonly name: string
  readonly path: string
  readonly for: 'visitor' | 'screen' | 'staff'
  /** Sent by post: the page as it comes back with mistakes. */
  readonly form?: Readonly<Record<string, string>>
  readonly status?: number
  /** Whose session it needs, where a clerk's is not enough. */
  readonly as?: 'lead'
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

/** The sessions pages are looked at with: a clerk's, and a lead's. */
export async function sessions(house: TestWeb): Promise<(page: PageOf) => string> {
  const clerk = await signedIn(house, 'samira')
  const lead = await signedIn(house, 'claudia', 'lead')
  return (page) => (page.for !== 'staff' ? '' : page.as === 'lead' ? lead : clerk)
}

/** A hall in which everything is under way at once, and every page there is to see of it. */
export async function everyPage(house: TestWeb): Promise<PageOf[]> {
  const { served, called, parked, passed, left, waiting } = await fillHall(house)
  const what = 'الباب الثقيل لا يُفتح من الكرسي المتحرك'
  await house.fetch('/ar/barrier', formOf({ key: 'one-report', what, place: 'Tür', answer: '02151 1' }))
  return [
    ...guidePages(),
    ...visitPages({ served, called, parked, passed, left, waiting }),
    ...screenPages(waiting),
    ...staffPages(waiting),
  ]
}

/** What the guide answers, by the kinds of its answers. */
function guidePages(): PageOf[] {
  return [
    visitor('guide', '/'),
    visitor('guide-topic', '/topic/card'),
    visitor('guide-group', '/topic/card/card'),
    visitor('guide-found', '/find?q=Karte+verloren'),
    visitor('guide-found-nothing', '/find?q=xqzvw'),
    visitor('guide-found-discreet', '/find?q=Gewalt'),
    visitor('question', '/concern/isc-registration'),
    visitor('answer-advice', '/concern/isc-registration?answer=from-outside'),
    visitor('answer-place', '/concern/isc-registration?answer=within'),
    visitor('answer-counter', '/concern/isc-eat-pickup'),
    visitor('answer-appointment', '/concern/rn-settlement'),
    visitor('answer-fee', '/concern/rn-extend?age=under_18&is=turkish&is=express'),
    visitor('answer-elsewhere', '/concern/ar-asylum-info'),
    visitor('answer-discreet', '/concern/sw-violence'),
    visitor('help-person', '/help/person'),
    visitor('help-minor', '/help/minor'),
    visitor('help-alone', '/help/alone'),
  ]
}

/** A visit in each of its states, and what stands at the foot of every page. */
function visitPages(
  visit: Record<'served' | 'called' | 'parked' | 'passed' | 'left' | 'waiting', Some>,
): PageOf[] {
  const { served, called, parked, passed, left, waiting } = visit
  return [
    visitor('number', '/number?c=isc-eat-pickup'),
    visitor('number-discreet', '/number?c=sw-violence'),
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
    visitor('accessibility', '/accessibility'),
    visitor('privacy', '/privacy'),
    visitor('imprint', '/imprint'),
    visitor('barrier', '/barrier'),
    visitor('barrier-sent', '/barrier?sent=1'),
    { name: 'barrier-wrong', path: '/barrier', for: 'visitor', form: { what: '' }, status: 422 },
  ]
}

/** What stands on the walls and at the terminal. */
function screenPages(waiting: Some): PageOf[] {
  return [
    screen('kiosk', '/kiosk/kiosk-1/'),
    screen('kiosk-discreet', '/kiosk/kiosk-1/concern/sw-violence'),
    screen('kiosk-fee', '/kiosk/kiosk-1/concern/ar-refugee-passport?age=under_24&kind=travel-refugee'),
    screen('kiosk-number', '/kiosk/kiosk-1/number?c=isc-cert'),
    screen('kiosk-slip', `/kiosk/kiosk-1/slip/${waiting.secret}`),
    screen('kiosk-photo', `/kiosk/kiosk-1/slip/${waiting.secret}?photo=1`),
    screen('kiosk-privacy', '/kiosk/kiosk-1/privacy'),
    screen('kiosk-accessibility', '/kiosk/kiosk-1/accessibility'),
    screen('display', '/display/halle'),
    screen('display-empty', '/display/zimmer'),
  ]
}

/** The desk in each of its states, and the pages of the staff. */
function staffPages(waiting: Some): PageOf[] {
  return [
    staff('choose', '/staff?choose=1'),
    staff('desk-serving', '/staff/desk/platz-1'),
    staff('desk-called', '/staff/desk/platz-2'),
    staff('desk-free', '/staff/desk/platz-3'),
    staff('desk-pace', '/staff/desk/platz-3?pace=1'),
    staff('desk-break', '/staff/desk/platz-4'),
    staff('desk-own-break', '/staff/desk/platz-5'),
    staff('desk-back-office', '/staff/desk/platz-6'),
    staff('desk-phrases', '/staff/desk/platz-2/phrases'),
    staff('desk-phrase', '/staff/desk/platz-2/phrases?in=ar&say=bad_news'),
    { ...staff('not-for-you', '/staff/alarm'), status: 403 },
    staff('hall', '/staff/reception'),
    staff('give-number', '/staff/ticket'),
    staff('given-number', `/staff/ticket?given=${waiting.id}`),
    staff('figures', '/staff/figures'),
    staff('hotline', '/staff/hotline'),
    staff('hotline-group', '/staff/hotline/topic/card/card'),
    staff('hotline-answer', '/staff/hotline/concern/isc-eat-pickup'),
    staff('hotline-elsewhere', '/staff/hotline/concern/ar-asylum-info'),
    staff('texts', '/staff/texts'),
    { ...staff('barriers', '/staff/barriers'), as: 'lead' },
    { ...staff('barriers-forbidden', '/staff/barriers'), status: 403 },
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
  await awayFromDesks(house)
  return { served, called, parked, passed, left, waiting }
}

/** A break of a colleague, an own break and an own hour in the office, for whoever signed in; an alarm of a desk. */
async function awayFromDesks(house: TestWeb): Promise<void> {
  const own = (await accountByEmail(house.office.database, 'samira@krefeld.example'))?.id ?? 'samira'
  const sitting = { languages: null, skills: null }
  for (const [name, account] of [
    ['platz-4', 'at platz-4'],
    ['platz-5', own],
    ['platz-6', own],
  ] as const) {
    await openDesk(house.office, desk(name), { account, ...sitting })
    const wish = { do: name === 'platz-6' ? 'go_back' : 'take_break', account, role: 'clerk' } as const
    await changeWork(house.office, desk(name), wish)
  }
  await closeDesk(house.office, desk('platz-3'))
  await openDesk(house.office, desk('platz-3'), { account: own, ...sitting })
  await raiseAlarmAt(house.office, { desk: desk('platz-1'), drill: false, role: 'clerk' })
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
