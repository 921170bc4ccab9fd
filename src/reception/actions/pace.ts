import { concernById, effectiveMinutes, serviceDay } from '../../city/index.ts'
import { SYSTEM, transact } from '../../db/index.ts'
import type { DeskId } from '../../kernel/index.ts'
import { type Pace, paceOf } from '../rules/pace.ts'
import { entriesOfDay } from '../store.ts'
import { deskStateOf, type Office } from './office.ts'

/** The own day of who sits at a desk, worked out when she asks and kept nowhere; null for everybody else. */
export async function paceAt(office: Office, desk: DeskId, account: string): Promise<Pace | null> {
  const state = deskStateOf(office, desk)
  if (!state.open || state.sitter !== account) return null
  const city = office.city()
  const day = serviceDay(city, office.clock.now())
  const entries = await transact(office.database, SYSTEM, (tx) => entriesOfDay(tx, day))
  const spreadOf = (name: string) => {
    const concern = concernById(city, name)
    return concern && effectiveMinutes(city, concern)
  }
  return paceOf(entries, { desk, since: state.since, spreadOf })
}
