import { z } from 'zod'
import { concernById, deskById, packText } from '../../city/index.ts'
import { matchLanguage } from '../../i18n/index.ts'
import { type ConcernId, id, isRefusal } from '../../kernel/index.ts'
import { json, problem } from '../../web/problem.ts'
import { issueTicket } from '../actions/arrival.ts'
import { callNext } from '../actions/call.ts'
import { changeVisit } from '../actions/change.ts'
import { boardOf } from '../actions/look.ts'
import type { Command } from '../rules/visit.ts'
import { type ApiHouse, type ApiRoute, type Knock, refused, route } from './api-door.ts'
import {
  bringBackIn,
  callOut,
  concernOut,
  deskOut,
  displayOut,
  finishIn,
  problemOut,
  stepOut,
  ticketIn,
  ticketOut,
} from './api-shapes.ts'
import { signLook } from './words.ts'

const EVERYBODY = ['desk', 'kiosk', 'display', 'reception'] as const

const listConcerns = route({
  method: 'get',
  path: '/api/v1/concerns',
  summary: 'What people may come for',
  roles: EVERYBODY,
  answers: { 200: { text: 'All concerns', body: z.array(concernOut) } },
  run: ({ office }) =>
    json(office.city().concerns.map(({ id: concern, title, channel }) => ({ id: concern, title, channel }))),
})

const listDesks = route({
  method: 'get',
  path: '/api/v1/desks',
  summary: 'The desks and what each can serve',
  roles: EVERYBODY,
  answers: { 200: { text: 'All desks', body: z.array(deskOut) } },
  run: ({ office }) =>
    json(office.city().premises.desks.map(({ id: desk, name, concerns }) => ({ id: desk, name, concerns }))),
})

const postTicket = route<z.infer<typeof ticketIn>>({
  method: 'post',
  path: '/api/v1/tickets',
  summary: 'Gives a number, at any hour and load',
  roles: ['kiosk', 'reception', 'desk'],
  body: ticketIn,
  key: 'required',
  answers: {
    201: { text: 'The ticket; the same key gives the same one', body: ticketOut },
    409: { text: 'Intake is stopped', body: problemOut },
  },
  run: async (house, { c, body, device, key }) => {
    const { office } = house
    const city = office.city()
    if (!concernById(city, body.concern)) return problem('invalid', house.t('error.concern'))
    const language = body.language === undefined ? 'de' : matchLanguage(body.language)?.code
    if (!language) return problem('invalid', house.t('error.language'))
    const issued = await issueTicket(office, {
      concerns: [body.concern as ConcernId],
      arrival: body.arrival ?? (device.role === 'kiosk' ? 'kiosk' : 'reception'),
      partySize: 1,
      readingLanguage: language,
      spokenLanguage: city.spokenLanguages.some((one) => one.code === language) ? language : 'de',
      needs: [],
      scope: `token:${device.id}`,
      key: key ?? '',
    })
    if (isRefusal(issued)) return refused(house, issued)
    const { visit, today, wait } = issued
    const link = `${house.publicUrl ?? new URL(c.req.url).origin}/${language}/ticket/${visit.secret}`
    const answer = { visitId: visit.id, number: visit.number, ...signLook(visit.number), link, today }
    return json({ ...answer, wait: { from: wait.from, to: wait.to } }, 201)
  },
})

/** A desk token made for one desk speaks for that desk only. */
const speaksFor = (knock: Knock<unknown>, desk: string | null): boolean =>
  knock.device.desk === null || desk === null || knock.device.desk === desk

const postCall = route({
  method: 'post',
  path: '/api/v1/desks/{deskId}/calls',
  summary: 'Calls who is next for this desk; opens it and ends its buffer',
  roles: ['desk'],
  key: 'optional',
  answers: {
    201: { text: 'Who was called, and why', body: callOut },
    204: { text: 'Nobody waits whom this desk can serve' },
    409: { text: 'The desk has a visitor already', body: problemOut },
  },
  run: async (house, knock) => {
    const { office, t } = house
    const desk = deskById(office.city(), knock.c.req.param('deskId') ?? '')
    if (!desk) return problem('not_found', t('desk.refused.unknown'))
    if (!speaksFor(knock, desk.id)) return problem('forbidden', t('visit.refused.other_desk'))
    const asker = { role: 'desk', scope: `token:${knock.device.id}`, key: knock.key }
    const call = await callNext(office, { desk: desk.id, asker })
    if (isRefusal(call)) return refused(house, call)
    if (!call) return new Response(null, { status: 204 })
    const { visit, why } = call
    const concern = visit.concerns[0]
    const reason = { code: why, text: t(`reason.staff.${why}`) }
    return json(
      { visitId: visit.id, number: visit.number, sign: signLook(visit.number).sign, concern, why: reason },
      201,
    )
  },
})

type StepDefinition<Body> = {
  readonly name: string
  readonly summary: string
  readonly body?: z.ZodType<Body>
  readonly roles?: ApiRoute['roles']
  readonly command: (body: Body) => Command
}

function stepRoute<Body>({ name, summary, body, roles, command }: StepDefinition<Body>): ApiRoute {
  return route<Body>({
    method: 'post',
    path: `/api/v1/visits/{visitId}/${name}`,
    summary,
    roles: roles ?? ['desk'],
    ...(body ? { body } : {}),
    key: 'optional',
    answers: {
      200: { text: 'Done, with immediate effect', body: stepOut },
      404: { text: 'No such visit', body: problemOut },
      409: { text: 'Not possible in the state the visit is in', body: problemOut },
    },
    run: (house, knock) => runStep(house, knock, command(knock.body)),
  })
}

async function runStep(house: ApiHouse, knock: Knock<unknown>, command: Command): Promise<Response> {
  const visit = id<'visit'>(knock.c.req.param('visitId') ?? '')
  const { office } = house
  const spoken = knock.device.desk
  const named = spoken !== null && command.desk === null ? { ...command, desk: id<'desk'>(spoken) } : command
  if (!speaksFor(knock, command.desk)) return problem('forbidden', house.t('visit.refused.other_desk'))
  const asker = { role: knock.device.role, scope: `token:${knock.device.id}`, key: knock.key }
  const changed = await changeVisit(office, { visit, command: named as Command, asker })
  return isRefusal(changed) ? refused(house, changed) : json({ visitId: changed.id, state: changed.state })
}

const steps: ApiRoute[] = [
  stepRoute({
    name: 'call-again',
    summary: 'Calls the number again',
    command: () => ({ do: 'call_again', desk: null as never }),
  }),
  stepRoute({
    name: 'start',
    summary: 'She is here: serving begins',
    command: () => ({ do: 'start', desk: null }),
  }),
  stepRoute({
    name: 'finish',
    summary: 'Ends the visit with its outcome and what was done',
    body: finishIn,
    command: ({ outcome, concerns }) => ({
      do: 'finish',
      desk: null,
      outcome,
      concerns: (concerns ?? []) as ConcernId[],
    }),
  }),
  stepRoute({
    name: 'park',
    summary: 'Sets the visit aside; it keeps its place',
    command: () => ({ do: 'park', desk: null }),
  }),
  stepRoute({
    name: 'bring-back',
    summary: 'Calls a parked or missed visit back to a desk',
    body: bringBackIn,
    command: ({ desk }) => ({ do: 'bring_back', desk: id<'desk'>(desk) }),
  }),
  stepRoute({ name: 'no-show', summary: 'She is not here', command: () => ({ do: 'not_here', desk: null }) }),
  stepRoute({
    name: 'undo',
    summary: 'Takes the last step back',
    command: () => ({ do: 'undo', desk: null }),
  }),
  stepRoute({
    name: 'leave',
    summary: 'She leaves',
    roles: ['desk', 'kiosk', 'reception'],
    command: () => ({ do: 'leave', desk: null }),
  }),
]

const getDisplay = route({
  method: 'get',
  path: '/api/v1/displays/{id}',
  summary: 'What a display shows now: numbers, signs, desks, ways; no names, no matter',
  roles: EVERYBODY,
  answers: {
    200: { text: 'The calls, newest first', body: displayOut },
    404: { text: 'No such display', body: problemOut },
  },
  run: async ({ office, t }, { c }) => {
    const display = id<'display'>(c.req.param('id') ?? '')
    const board = await boardOf(office, display)
    if (!board) return problem('not_found', t('error.not_found.title'))
    const calls = board.shown.map((call) => {
      const desk = deskById(office.city(), call.desk)
      const way = packText(office.city(), 'de', { section: 'ways', key: desk?.way ?? '' })
      return {
        number: call.number,
        ...signLook(call.number),
        desk: desk?.name ?? '',
        way,
        at: new Date(call.at).toISOString(),
      }
    })
    return json({ id: display, calls })
  },
})

export const API_ROUTES: readonly ApiRoute[] = [
  listConcerns,
  listDesks,
  postTicket,
  postCall,
  ...steps,
  getDisplay,
]
