import { dayBegin, deskById, serviceDay } from '../../city/index.ts'
import { SYSTEM, transact } from '../../db/index.ts'
import { type ConcernId, type DeskId, isRefusal, type Outcome, refuse } from '../../kernel/index.ts'
import { closedDesk, type DeskState } from '../rules/desk.ts'
import type { HouseEntry } from '../rules/house-journal.ts'
import { decidesIntake, type IntakeReason } from '../rules/intake.ts'
import { decideWork, type WorkDecided, workOf } from '../rules/work.ts'
import { addHouseEntry, clearDesks, resumeIntake, stopIntake, takeDesk } from '../store.ts'
import { catchUp, deskStateOf, deskTopic, freshHall, type Office } from './office.ts'
import { changeWork } from './work.ts'

export type Sitter = {
  readonly account: string
  readonly languages: readonly string[] | null
  readonly skills: readonly ConcernId[] | null
  readonly role?: string
}

/** Somebody sits down at a desk and opens it, or comes back to her own; refused while somebody else sits there. */
export async function openDesk(office: Office, desk: DeskId, sitter: Sitter): Promise<Outcome<DeskState>> {
  if (!deskById(office.city(), desk)) return refuse('not_found', 'desk.refused.unknown')
  await freshHall(office)
  const { account, languages, skills, role = 'clerk' } = sitter
  const opened = await transact(office.database, SYSTEM, async (tx) => {
    await catchUp(office, tx)
    const seat = seatOf(office, desk, { account, languages, skills, role })
    if (isRefusal(seat)) return seat
    if (!(await takeDesk(tx, seat.desk))) return refuse('wrong_state', 'desk.refused.taken')
    if (seat.entry) await addHouseEntry(tx, serviceDay(office.city(), seat.entry.at), seat.entry)
    // With several servers the next look brings it: set here it could undo what another one wrote since.
    if (office.database.alone) office.memory.desks.set(desk, seat.desk)
    return seat.desk
  })
  if (isRefusal(opened)) return opened
  office.hub.publish(['hall', deskTopic(desk)])
  return opened
}

/** The desk as it is with her at it, and its line in the journal; none when she sat there all the time. */
function seatOf(
  office: Office,
  desk: DeskId,
  { account, role, languages, skills }: Required<Sitter>,
): Outcome<Pick<WorkDecided, 'desk'> & Partial<WorkDecided>> {
  const now = office.clock.now()
  const at = { now, policies: office.city().policies, busy: false, account, role }
  const before = deskStateOf(office, desk)
  if (!before.open || before.sitter !== account)
    return decideWork(closedDesk(desk, now), { do: 'sit_down', languages, skills }, at)
  return workOf(before) === 'at_desk' ? { desk: before } : decideWork(before, { do: 'come_back' }, at)
}

/** Closes a desk; refused while a visitor is there, and to others while its sitter is on a break. */
export const closeDesk = (
  office: Office,
  desk: DeskId,
  by: { readonly account: string; readonly role: string } = { account: '', role: 'system' },
): Promise<Outcome<DeskState>> => changeWork(office, desk, { do: 'stand_up', ...by })

/** Stops giving numbers for a reason, or starts again (null). Only who answers for the house may. Repeating changes nothing. */
export async function setIntake(
  office: Office,
  stop: IntakeReason | null,
  role: string,
): Promise<Outcome<null>> {
  if (!decidesIntake(role)) return refuse('forbidden', 'intake.refused')
  const now = office.clock.now()
  const day = serviceDay(office.city(), now)
  const changed = await transact(office.database, SYSTEM, async (tx) => {
    const done = stop ? await stopIntake(tx, { since: now, reason: stop }, role) : await resumeIntake(tx)
    if (done) await addHouseEntry(tx, day, intakeEntry(stop, now, role))
    return done
  })
  if (!changed) return null
  office.memory.intakeStopped = stop ? now : null
  office.memory.intakeReason = stop
  office.hub.publish(['hall'])
  return null
}

const intakeEntry = (stop: IntakeReason | null, at: HouseEntry['at'], role: string): HouseEntry => ({
  at,
  desk: null,
  step: stop ? 'intake_stopped' : 'intake_resumed',
  from: stop ? 'open' : 'stopped',
  to: stop ? 'stopped' : 'open',
  role,
  detail: stop ? { reason: stop } : {},
})

/** At night: every desk of the days before closes, and nobody remembers who sat there. */
export async function closePastDesks(office: Office): Promise<void> {
  const now = office.clock.now()
  const begin = dayBegin(office.city(), now)
  await transact(office.database, SYSTEM, (tx) => clearDesks(tx, { begin, now }))
  for (const [desk, { since }] of office.memory.desks) if (since < begin) office.memory.desks.delete(desk)
  office.hub.publish(['hall'])
}
