import { deskById, serviceDay } from '../../city/index.ts'
import { SYSTEM, type Tx, transact } from '../../db/index.ts'
import { type DeskId, isRefusal, type Outcome, plusMinutes, refuse } from '../../kernel/index.ts'
import type { DeskState } from '../rules/desk.ts'
import { afterCase, decideWork, isDone, type WorkDecided, type WorkDoing, workOf } from '../rules/work.ts'
import { addHouseEntry, isOccupied, lockDesk, saveDesk } from '../store.ts'
import { catchUp, deskStateOf, deskTopic, freshHall, type Office } from './office.ts'

export type WorkWish = {
  readonly do: Exclude<WorkDoing, 'sit_down'>
  readonly account: string
  readonly role: string
}

/**
 * Break, back office, back at the desk, closed: decides by the rules, saves it with its line in the journal, tells
 * everybody. What is so already is done.
 */
export async function changeWork(office: Office, desk: DeskId, wish: WorkWish): Promise<Outcome<DeskState>> {
  if (!deskById(office.city(), desk)) return refuse('not_found', 'desk.refused.unknown')
  await freshHall(office)
  const changed = await transact(office.database, SYSTEM, async (tx) => {
    await catchUp(office, tx)
    const before = await currentDesk(office, tx, desk)
    if (isDone(workOf(before), wish.do)) return before
    const now = office.clock.now()
    const { policies } = office.city()
    const busy = await isOccupied(tx, desk)
    const decided = decideWork(before, wish, { ...wish, now, policies, busy })
    return isRefusal(decided) ? decided : save(office, tx, decided)
  })
  if (!isRefusal(changed)) office.hub.publish(['hall', deskTopic(desk)])
  return changed
}

/** A desk inside a transaction: where others write too it is theirs to wait for, so that no call meets a break. */
export async function currentDesk(office: Office, tx: Tx, desk: DeskId): Promise<DeskState> {
  const locked = office.database.alone ? null : await lockDesk(tx, desk)
  return locked ?? deskStateOf(office, desk)
}

/** The memory learns it within the transaction: the next one must not call into a break that has begun. */
async function save(office: Office, tx: Tx, { desk, entry }: WorkDecided): Promise<DeskState> {
  await saveDesk(tx, desk)
  await addHouseEntry(tx, serviceDay(office.city(), entry.at), entry)
  office.memory.desks.set(desk.id, desk)
  return desk
}

/** A visitor has left a desk: a break that waited for it begins, or after a finished case a breath. */
export async function endCase(
  office: Office,
  tx: Tx,
  left: { readonly desk: DeskId; readonly finished: boolean; readonly role: string },
): Promise<void> {
  const { policies } = office.city()
  const now = office.clock.now()
  const state = await currentDesk(office, tx, left.desk)
  const begun = afterCase(state, { now, policies, role: left.role })
  if (begun) {
    await save(office, tx, begun)
  } else if (left.finished && policies.bufferMinutes > 0) {
    const resting = { ...state, bufferUntil: plusMinutes(now, policies.bufferMinutes) }
    await saveDesk(tx, resting)
    office.memory.desks.set(left.desk, resting)
  }
}
