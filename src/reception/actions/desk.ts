import { deskById } from '../../city/index.ts'
import { SYSTEM, transact } from '../../db/index.ts'
import { type ConcernId, type DeskId, type Outcome, refuse } from '../../kernel/index.ts'
import type { DeskState } from '../rules/desk.ts'
import { clearDesks, resumeIntake, saveDesk, stopIntake } from '../store.ts'
import { catchUp, deskStateOf, deskTopic, freshHall, type Office } from './office.ts'

export type Sitter = {
  readonly account: string
  readonly languages: readonly string[] | null
  readonly skills: readonly ConcernId[] | null
}

/** Somebody sits down at a desk and opens it; refused while somebody else sits there. */
export async function openDesk(office: Office, desk: DeskId, sitter: Sitter): Promise<Outcome<DeskState>> {
  if (!deskById(office.city(), desk)) return refuse('not_found', 'desk.refused.unknown')
  await freshHall(office)
  const before = deskStateOf(office, desk)
  if (before.open && before.sitter !== null && before.sitter !== sitter.account) {
    return refuse('wrong_state', 'desk.refused.taken')
  }
  const now = office.clock.now()
  const { account, languages, skills } = sitter
  return save(office, {
    id: desk,
    open: true,
    since: now,
    bufferUntil: null,
    sitter: account,
    languages,
    skills,
  })
}

/** Closes a desk; refused while a visitor is there. */
export async function closeDesk(office: Office, desk: DeskId): Promise<Outcome<DeskState>> {
  const hall = await freshHall(office)
  if (hall.atDesk.has(desk)) return refuse('wrong_state', 'staff.close_busy')
  const since = office.clock.now()
  return save(office, {
    id: desk,
    open: false,
    since,
    bufferUntil: null,
    sitter: null,
    languages: null,
    skills: null,
  })
}

async function save(office: Office, state: DeskState): Promise<DeskState> {
  await transact(office.database, SYSTEM, async (tx) => {
    await catchUp(office, tx)
    await saveDesk(tx, state)
  })
  office.memory.desks.set(state.id, state)
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

/** At night: every desk closes and nobody remembers who sat there. */
export async function closeAllDesks(office: Office): Promise<void> {
  await transact(office.database, SYSTEM, (tx) => clearDesks(tx, office.clock.now()))
  office.memory.desks.clear()
  office.hub.publish(['hall'])
}
