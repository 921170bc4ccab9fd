import { type City, concernById, deskById } from '../../city/index.ts'
import { SYSTEM, type Tx, transact } from '../../db/index.ts'
import {
  type DeskId,
  isRefusal,
  type Outcome,
  type Refusal,
  refuse,
  type VisitId,
} from '../../kernel/index.ts'
import { decide } from '../rules/machine.ts'
import type { Command, Visit } from '../rules/visit.ts'
import { takesCalls } from '../rules/work.ts'
import { answered, keepAnswer, saveVisit, visitById } from '../store.ts'
import { overtaken, untilNotOvertaken } from './again.ts'
import { announce, catchUp, freshHall, type Office } from './office.ts'
import { currentDesk, endCase } from './work.ts'

/** Who asks for a step, and the key of the form or request that asks (null: none was sent). */
export type Asker = { readonly role: string; readonly scope: string; readonly key: string | null }

export type Change = { readonly visit: VisitId; readonly command: Command; readonly asker: Asker }

/**
 * Does one step of one visit: decides by the rules, saves it with its line in the journal, tells everybody. When
 * somebody else changed the visit meanwhile it looks again and decides anew. A key that was answered does nothing twice.
 */
export async function changeVisit(office: Office, change: Change): Promise<Outcome<Visit>> {
  const unknown = unknownIn(office.city(), change.command)
  if (unknown) return unknown
  await freshHall(office)
  const result = await untilNotOvertaken(() => step(office, change))
  if (isRefusal(result)) return result
  if (result.before) announce(office, result.before, result.after)
  return result.after
}

/** What a command names must exist in the city: a unit to pass on to, concerns that were done, a desk that calls back. */
function unknownIn(city: City, command: Command): Refusal | null {
  if (command.do === 'pass' && !city.units.some((unit) => unit.id === command.to))
    return refuse('invalid', 'desk.pass_choose')
  if (command.do === 'finish' && !command.concerns.every((concern) => concernById(city, concern)))
    return refuse('invalid', 'error.concern')
  const papers =
    command.do === 'finish' ? command.bring : command.do === 'receipt' ? command.papers : undefined
  if (!(papers ?? []).every((paper) => Object.hasOwn(city.documents, paper)))
    return refuse('invalid', 'error.needs')
  if (command.do === 'bring_back' && !deskById(city, command.desk))
    return refuse('not_found', 'desk.refused.unknown')
  return null
}

type Stepped = { readonly before: Visit | null; readonly after: Visit }

function step(office: Office, change: Change): Promise<Stepped | Refusal> {
  return transact(office.database, SYSTEM, async (tx) => {
    await catchUp(office, tx)
    const before = await currentVisit(office, tx, change.visit)
    if (!before) return refuse('not_found', 'visit.refused.unknown')
    const done = await alreadyDone(tx, change)
    if (done) return isRefusal(done) ? done : { before: null, after: before }
    const { policies } = office.city()
    const now = office.clock.now()
    const decided = decide(before, change.command, { now, policies, role: change.asker.role })
    if (isRefusal(decided)) return decided
    const come = atDesk(decided.visit)
    if (come && come !== atDesk(before) && !takesCalls(await currentDesk(office, tx, come)))
      return refuse('wrong_state', 'work.refused.break')
    if (!(await saveVisit(tx, before, decided))) return overtaken()
    await keep(tx, change, decided.visit)
    const gone = atDesk(before)
    if (gone && gone !== come)
      await endCase(office, tx, {
        desk: gone,
        finished: change.command.do === 'finish',
        role: change.asker.role,
      })
    return { before, after: decided.visit }
  })
}

/** The desk that has this visitor now. */
const atDesk = ({ state, desk }: Visit): DeskId | null =>
  state === 'called' || state === 'serving' ? desk : null

/** From memory where this process is the only writer, else from the database: the version is checked at the save anyway. */
async function currentVisit(office: Office, tx: Tx, visit: VisitId): Promise<Visit | null> {
  const known = office.database.alone ? office.memory.hall.visits.get(visit) : undefined
  return known ?? visitById(tx, visit)
}

const contentOf = (change: Change): string => `${change.visit} ${JSON.stringify(change.command)}`

async function alreadyDone(tx: Tx, change: Change): Promise<Refusal | boolean> {
  const { key, scope } = change.asker
  if (key === null) return false
  const kept = await answered(tx, scope, key)
  if (!kept) return false
  return kept.content === contentOf(change) ? true : refuse('invalid', 'error.key_reused')
}

async function keep(tx: Tx, change: Change, after: Visit): Promise<void> {
  const { key, scope } = change.asker
  if (key === null) return
  const kept = { scope, key, content: contentOf(change), answer: { visit: after.id }, at: after.since }
  if (!(await keepAnswer(tx, kept))) overtaken()
}
