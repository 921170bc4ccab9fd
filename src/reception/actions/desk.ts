import { dayBegin, deskById } from '../../city/index.ts'
import { SYSTEM, type Tx, transact } from '../../db/index.ts'
import { type ConcernId, type DeskId, type Outcome, type Refusal, refuse } from '../../kernel/index.ts'
import { closedDesk, type DeskState } from '../rules/desk.ts'
import { clearDesks, resumeIntake, saveDesk, stopIntake, takeDesk } from '../store.ts'
import { catchUp, deskTopic, freshHall, type Office } from './office.ts'

export type Sitter = {
  readonly account: string
  readonly languages: readonly string[] | null
  readonly skills: readonly ConcernId[] | null
}

/** Somebody sits down at a desk and opens it; refused while somebody else sits there. */
export async function openDesk(office: Office, desk: DeskId, sitter: Sitter): Promise<Outcome<DeskState>> {
  if (!deskById(office.city(), desk)) return refuse('not_found', 'desk.refused.unknown')
  await freshHall(office)
  const { account, languages, skills } = sitter
  const state = { ...closedDesk(desk, office.clock.now()), open: true, sitter: account, languages, skills }
  return save(office, state, async (tx) =>
    (await takeDesk(tx, state)) ? null : refuse('wrong_state', 'desk.refused.taken'),
  )
}

/** Closes a desk; refused while a visitor is there. */
export async function closeDesk(office: Office, desk: DeskId): Promise<Outcome<DeskState>> {
  await freshHall(office)
  const state = closedDesk(desk, office.clock.now())
  return save(office, state, async (tx) => {
    if (office.memory.hall.atDesk.has(desk)) return refuse('wrong_state', 'staff.close_busy')
    await saveDesk(tx, state)
    return null
  })
}

async function save(
  office: Office,
  state: DeskState,
  write: (tx: Tx) => Promise<Refusal | null>,
): Promise<Outcome<DeskState>> {
  const refused = await transact(office.database, SYSTEM, async (tx) => {
    await catchUp(office, tx)
    return write(tx)
  })
  if (refused) return refused
  // With several servers the next look brings it: set here it could undo what another one wrote since.
  if (office.database.alone) office.memory.desks.set(state.id, state)
  office.hub.publish(['hall', deskTopic(state.id)])
  return state
}

/** Stops giving numbers, or starts again. Repeating changes nothing. */
export async function setIntake(office: Office, stopped: boolean, role: string): Promise<void> {
  const now = office.clock.now()
  await transact(office.database, SYSTEM, (tx) => (stopped ? stopIntake(tx, now, role) : resumeIntake(tx)))
  office.memory.intakeStopped = stopped ? (office.memory.intakeStopped ?? now) : null
  office.hub.publish(['hall'])
}

/** At night: every desk of the days before closes, and nobody remembers who sat there. */
export async function closePastDesks(office: Office): Promise<void> {
  const now = office.clock.now()
  const begin = dayBegin(office.city(), now)
  await transact(office.database, SYSTEM, (tx) => clearDesks(tx, { begin, now }))
  for (const [desk, { since }] of office.memory.desks) if (since < begin) office.memory.desks.delete(desk)
  office.hub.publish(['hall'])
}
