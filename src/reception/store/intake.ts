import type { Tx } from '../../db/index.ts'
import { type Instant, instant } from '../../kernel/index.ts'
import type { IntakeReason } from '../rules/intake.ts'
import { asDate } from './rows.ts'

export type IntakeStop = { readonly since: Instant; readonly reason: IntakeReason }

export async function intakeStop(tx: Tx): Promise<IntakeStop | null> {
  const row = await tx.selectFrom('intake_stop').select(['since', 'reason']).executeTakeFirst()
  return row ? { since: instant(row.since.getTime()), reason: row.reason as IntakeReason } : null
}

/** False when it stands already. */
export async function stopIntake(tx: Tx, { since, reason }: IntakeStop, role: string): Promise<boolean> {
  const stopped = await tx
    .insertInto('intake_stop')
    .values({ since: asDate(since), role, reason })
    .onConflict((conflict) => conflict.doNothing())
    .returning('reason')
    .execute()
  return stopped.length === 1
}

/** False when there was none. */
export async function resumeIntake(tx: Tx): Promise<boolean> {
  return (await tx.deleteFrom('intake_stop').returning('reason').execute()).length === 1
}
