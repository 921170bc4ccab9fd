import { deskById, serviceDay } from '../../city/index.ts'
import { SYSTEM, type Tx, transact } from '../../db/index.ts'
import { type DeskId, id, isRefusal, type Outcome, refuse } from '../../kernel/index.ts'
import type { Topic } from '../../live/index.ts'
import { type Alarm, type AlarmDecided, type AlarmDoing, answerAlarm, raiseAlarm } from '../rules/alarm.ts'
import { addHouseEntry, lockAlarm, openAlarmAt, openAlarms, saveAlarm } from '../store.ts'
import { untilNotOvertaken } from './again.ts'
import { deskTopic, type Office } from './office.ts'

/** Heard by the pages of responders alone. */
export const ALARM_TOPIC: Topic = 'alarm'

/** Whether an account helps when an alarm is raised: by its role, or by the desk where it sits. */
export const responds = (office: Office, role: string, desk: DeskId | null): boolean => {
  const { responders } = office.city().policies.alarm
  return responders.includes(role) || (desk !== null && responders.includes(desk))
}

type Raising = { readonly desk: DeskId; readonly drill: boolean; readonly role: string }

/** Raises the silent alarm of a desk. Pressed again it changes nothing; pressed for real during a drill it becomes real. */
export async function raiseAlarmAt(office: Office, { desk, drill, role }: Raising): Promise<Outcome<null>> {
  if (!deskById(office.city(), desk)) return refuse('not_found', 'desk.refused.unknown')
  const asked = { id: id<'alarm'>(office.ids.next()), desk, drill }
  const saved = await untilNotOvertaken(() =>
    transact(office.database, SYSTEM, async (tx) => {
      const open = await openAlarmAt(tx, desk)
      return save(office, tx, raiseAlarm(open, asked, { now: office.clock.now(), role }))
    }),
  )
  if (isRefusal(saved)) return saved
  office.hub.publish([ALARM_TOPIC, deskTopic(desk)])
  return null
}

type Answering = { readonly alarm: string; readonly do: AlarmDoing; readonly role: string }

/** A responder says that she comes, that she is there, or that it is over. */
export async function answer(office: Office, { alarm, role, ...asked }: Answering): Promise<Outcome<null>> {
  const desk = await transact(office.database, SYSTEM, async (tx) => {
    const known = await lockAlarm(tx, alarm)
    if (!known) return refuse('not_found', 'alarm.refused.wrong_state')
    const decided = answerAlarm(known, asked.do, { now: office.clock.now(), role })
    if (isRefusal(decided)) return decided
    await save(office, tx, decided)
    return known.desk
  })
  if (isRefusal(desk)) return desk
  office.hub.publish([ALARM_TOPIC, deskTopic(desk)])
  return null
}

async function save(office: Office, tx: Tx, decided: AlarmDecided | null): Promise<null> {
  if (!decided) return null
  await saveAlarm(tx, decided.alarm)
  await addHouseEntry(tx, serviceDay(office.city(), decided.entry.at), decided.entry)
  return null
}

export const alarmsNow = (office: Office): Promise<Alarm[]> =>
  transact(office.database, SYSTEM, (tx) => openAlarms(tx))

/** The alarm a desk has open; null when there is none. */
export const alarmAt = (office: Office, desk: DeskId): Promise<Alarm | null> =>
  transact(office.database, SYSTEM, (tx) => openAlarmAt(tx, desk))

/** Whether any responder has a page open that hears alarms; null where other servers may have listeners too. */
export const isWatched = (office: Office): boolean | null =>
  office.database.alone ? office.hub.hears(ALARM_TOPIC) : null
