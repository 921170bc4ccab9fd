import { sql, type Transaction } from 'kysely'
import type { Database } from './database.ts'
import type { Schema } from './schema.ts'

/** Who looks: decides what the walls of the database let through. */
export type Viewer = {
  /** The role under which the house acts ("desk", "reception", "visitor", "system"). */
  readonly role: string
  /** Unit or organisation, empty for none. */
  readonly unit: string
}

export type Tx = Transaction<Schema>

export const SYSTEM: Viewer = { role: 'system', unit: '' }
export const VISITOR: Viewer = { role: 'visitor', unit: '' }

/**
 * The one door to SQL: runs `work` in a transaction as the walled role, with the viewer's settings for this transaction
 * only. Inside it only SQL is allowed: on the embedded database anything else that needs it would wait for ever.
 */
export function transact<T>(database: Database, viewer: Viewer, work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.kysely.transaction().execute(async (tx) => {
    await sql`select set_config('role', 'foyer_viewer', true), set_config('foyer.role', ${viewer.role}, true),
      set_config('foyer.unit', ${viewer.unit}, true)`.execute(tx)
    return work(tx)
  })
}

/** The constraint that refused a statement (SQLSTATE class 23), or null when the error is something else. */
export function violatedConstraint(error: unknown): string | null {
  const { code, constraint } = (error ?? {}) as { code?: string; constraint?: string }
  return typeof code === 'string' && code.startsWith('23') ? (constraint ?? '') : null
}
