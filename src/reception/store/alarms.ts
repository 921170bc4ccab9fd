import type { Selectable } from 'kysely'
import type { AlarmTable, Tx } from '../../db/index.ts'
import { type DeskId, id, instant } from '../../kernel/index.ts'
import type { Alarm, AlarmState } from '../rules/alarm.ts'
import { asDate } from './rows.ts'

const asAlarm = (row: Selectable<AlarmTable>): Alarm => ({
  id: id<'alarm'>(row.id),
  desk: row.desk as DeskId,
  drill: row.drill,
  state: row.state as AlarmState,
  raisedAt: instant(row.raised_at.getTime()),
  since: instant(row.since.getTime()),
})

/** Alarms that are not over, the latest first. */
export async function openAlarms(tx: Tx): Promise<Alarm[]> {
  const rows = await tx
    .selectFrom('alarm')
    .selectAll()
    .where('state', '<>', 'over')
    .orderBy('raised_at', 'desc')
    .execute()
  return rows.map(asAlarm)
}

/** One alarm, kept from others until this transaction ends. */
export async function lockAlarm(tx: Tx, alarm: string): Promise<Alarm | null> {
  const row = await tx.selectFrom('alarm').selectAll().where('id', '=', alarm).forUpdate().executeTakeFirst()
  return row ? asAlarm(row) : null
}

export async function openAlarmAt(tx: Tx, desk: DeskId): Promise<Alarm | null> {
  const row = await tx
    .selectFrom('alarm')
    .selectAll()
    .where('desk', '=', desk)
    .where('state', '<>', 'over')
    .forUpdate()
    .executeTakeFirst()
  return row ? asAlarm(row) : null
}

/** Writes an alarm as it now is. The index on open alarms refuses a second one at the same desk. */
export async function saveAlarm(tx: Tx, alarm: Alarm): Promise<void> {
  const { id: alarmId, desk, drill, state } = alarm
  const times = { raised_at: asDate(alarm.raisedAt), since: asDate(alarm.since) }
  await tx
    .insertInto('alarm')
    .values({ id: alarmId, desk, drill, state, ...times })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ drill, state, ...times }))
    .execute()
}
