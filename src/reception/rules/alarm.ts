import { type DeskId, type Id, type Instant, type Outcome, refuse } from '../../kernel/index.ts'
import type { HouseEntry, HouseStep } from './house-journal.ts'

export const ALARM_STATES = ['raised', 'accepted', 'arrived', 'over'] as const
export type AlarmState = (typeof ALARM_STATES)[number]

export const ALARM_DOINGS = ['accept', 'arrive', 'end'] as const
export type AlarmDoing = (typeof ALARM_DOINGS)[number]

/** A silent call for help from a desk. Who pressed is not kept: the desk is where help must go. */
export type Alarm = {
  readonly id: Id<'alarm'>
  readonly desk: DeskId
  /** For practice: goes the same way and says so. */
  readonly drill: boolean
  readonly state: AlarmState
  readonly raisedAt: Instant
  /** Since when it is in this state. */
  readonly since: Instant
}

/** What a responder may do in each state. The desk itself ends nothing: whoever threatens somebody could make her do it. */
export const ALARM_ALLOWED = {
  raised: ['accept', 'arrive', 'end'],
  accepted: ['arrive', 'end'],
  arrived: ['end'],
  over: [],
} as const satisfies Record<AlarmState, readonly AlarmDoing[]>

export const allowsAlarm = (state: AlarmState, doing: AlarmDoing): boolean =>
  (ALARM_ALLOWED[state] as readonly AlarmDoing[]).includes(doing)

const BECOMES = { accept: 'accepted', arrive: 'arrived', end: 'over' } as const satisfies Record<
  AlarmDoing,
  AlarmState
>
const STEPS = {
  accept: 'alarm_accepted',
  arrive: 'alarm_arrived',
  end: 'alarm_over',
} as const satisfies Record<AlarmDoing, HouseStep>

export type AlarmDecided = { readonly alarm: Alarm; readonly entry: HouseEntry }
type Moment = { readonly now: Instant; readonly role: string }

/** What a responder's answer makes of an alarm. Null when it is so already: two responders may press at once. */
export function answerAlarm(alarm: Alarm, doing: AlarmDoing, at: Moment): Outcome<AlarmDecided> | null {
  if (alarm.state === BECOMES[doing]) return null
  if (!allowsAlarm(alarm.state, doing)) return refuse('wrong_state', 'alarm.refused.wrong_state')
  const after: Alarm = { ...alarm, state: BECOMES[doing], since: at.now }
  return { alarm: after, entry: entryOf(alarm.state, after, { step: STEPS[doing], ...at }) }
}

/** What a press makes of the desk's open alarm (null: none). Pressed again it changes nothing; a drill becomes real. */
export function raiseAlarm(
  open: Alarm | null,
  asked: Pick<Alarm, 'id' | 'desk' | 'drill'>,
  at: Moment,
): AlarmDecided | null {
  if (open && (asked.drill || !open.drill)) return null
  const id = open?.id ?? asked.id
  const alarm: Alarm = { ...asked, id, state: 'raised', raisedAt: at.now, since: at.now }
  return { alarm, entry: entryOf(open?.state ?? 'over', alarm, { step: 'alarm_raised', ...at }) }
}

const entryOf = (
  from: AlarmState,
  { desk, state, drill }: Alarm,
  { step, now, role }: Moment & { readonly step: HouseStep },
): HouseEntry => ({ at: now, desk, step, from, to: state, role, detail: { drill } })
