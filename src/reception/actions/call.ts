import { deskById } from '../../city/index.ts'
import { SYSTEM, type Tx, transact } from '../../db/index.ts'
import {
  type DeskId,
  type Id,
  type Instant,
  isRefusal,
  type Outcome,
  type Refusal,
  refuse,
  type VisitId,
} from '../../kernel/index.ts'
import type { DeskState } from '../rules/desk.ts'
import { next, whyNext } from '../rules/dispatch.ts'
import { claim, release } from '../rules/hall.ts'
import { decide } from '../rules/machine.ts'
import type { Visit } from '../rules/visit.ts'
import type { CallReason } from '../rules/waiting.ts'
import { isAtDesk, takesCalls } from '../rules/work.ts'
import { answered, keepAnswer, saveDesk, saveVisit, visitById } from '../store.ts'
import { overtaken, untilNotOvertaken } from './again.ts'
import type { Asker } from './change.ts'
import { skillsOf } from './forecast.ts'
import { announce, catchUp, deskStateOf, deskTopic, freshHall, type Office } from './office.ts'
import { currentDesk } from './work.ts'

export type Call = { readonly visit: Visit; readonly why: CallReason }
type CallRequest = { readonly desk: DeskId; readonly asker: Asker }
type Called = Call & { readonly before: Visit | null }

/**
 * Calls who is next for a desk, by the rule, and opens the desk if it was closed. Null when nobody waits whom this desk
 * can serve. However many desks call at once: one wins a visit, the others look again.
 */
export async function callNext(office: Office, request: CallRequest): Promise<Outcome<Call | null>> {
  if (!deskById(office.city(), request.desk)) return refuse('not_found', 'desk.refused.unknown')
  await freshHall(office)
  const claims = new Set<VisitId>()
  try {
    const result = await untilNotOvertaken(() => attempt(office, request, claims))
    if (result && !isRefusal(result) && result.before) announce(office, result.before, result.visit)
    return result
  } finally {
    for (const visit of claims) release(office.memory.hall, visit)
  }
}

function attempt(
  office: Office,
  request: CallRequest,
  claims: Set<VisitId>,
): Promise<Called | Refusal | null> {
  return transact(office.database, SYSTEM, async (tx) => {
    await catchUp(office, tx)
    const repeated = await repeatedCall(tx, request)
    if (repeated) return repeated
    const { hall } = office.memory
    if (hall.atDesk.has(request.desk)) return refuse('wrong_state', 'desk.refused.busy')
    if (!takesCalls(await currentDesk(office, tx, request.desk)))
      return refuse('wrong_state', 'work.refused.break')
    const now = office.clock.now()
    const chosen = choose(office, request.desk, now)
    if (!chosen) return null
    // While this transaction is under way no other of this process chooses her.
    claim(hall, chosen.visit.id)
    claims.add(chosen.visit.id)
    const visit = await save(office, tx, { request, ...chosen, now })
    return isRefusal(visit) ? visit : { before: chosen.visit, visit, why: chosen.why }
  })
}

function choose(office: Office, desk: DeskId, now: Instant): Call | null {
  const { hall } = office.memory
  const skills = skillsOf(hall, deskStateOf(office, desk))
  const moment = { now, policy: hall.indexes.policy }
  const winner = hall.waiting[next(hall.waiting, skills, moment)]
  const visit = winner && hall.visits.get(winner.id)
  return winner && visit
    ? { visit, why: whyNext({ winner, waiting: hall.waiting, desk: skills, moment }) }
    : null
}

async function save(
  office: Office,
  tx: Tx,
  { request, visit, why, now }: Call & { request: CallRequest; now: Instant },
): Promise<Visit | Refusal> {
  const { policies } = office.city()
  const { role, scope, key } = request.asker
  const decided = decide(visit, { do: 'call', desk: request.desk }, { now, policies, role, reason: why })
  if (isRefusal(decided)) return decided
  if (!(await saveVisit(tx, visit, decided))) return overtaken()
  if (key !== null) {
    const kept = { scope, key, content: request.desk, answer: { visit: visit.id, why }, at: now }
    if (!(await keepAnswer(tx, kept))) return overtaken()
  }
  await openForCall(office, tx, { desk: request.desk, now })
  return decided.visit
}

/** A call opens its desk, fetches who sits there out of the back office and ends the breath between two cases. */
async function openForCall(
  office: Office,
  tx: Tx,
  { desk, now }: { desk: DeskId; now: Instant },
): Promise<void> {
  const state = deskStateOf(office, desk)
  if (isAtDesk(state) && state.bufferUntil === null) return
  const since = state.open ? state.since : now
  const opened: DeskState = { ...state, open: true, work: 'at_desk', since, bufferUntil: null }
  await saveDesk(tx, opened)
  office.memory.desks.set(desk, opened)
  office.hub.publish([deskTopic(desk)])
}

async function repeatedCall(tx: Tx, { desk, asker }: CallRequest): Promise<Called | Refusal | null> {
  if (asker.key === null) return null
  const kept = await answered(tx, asker.scope, asker.key)
  if (!kept) return null
  if (kept.content !== desk) return refuse('invalid', 'error.key_reused')
  const answer = kept.answer as { visit: Id<'visit'>; why: CallReason }
  const visit = await visitById(tx, answer.visit)
  return visit && { before: null, visit, why: answer.why }
}
