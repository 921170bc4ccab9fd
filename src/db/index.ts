export { type Database, openEmbedded, openPostgres } from './database.ts'
export { migrate, migrations } from './migrate.ts'
export type { AlarmTable, DeskStateTable, JournalTable, Schema, VisitTable } from './schema.ts'
export { SYSTEM, type Tx, transact, VISITOR, type Viewer, violatedConstraint } from './transact.ts'
