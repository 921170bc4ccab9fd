import type { DeskId, Instant } from '../../kernel/index.ts'

/** What happens in the house beside the visits, as its journal names it. */
export const HOUSE_STEPS = [
  'sat_down',
  'went_back',
  'break_asked',
  'break_begun',
  'came_back',
  'stood_up',
  'alarm_raised',
  'alarm_accepted',
  'alarm_arrived',
  'alarm_over',
  'intake_stopped',
  'intake_resumed',
] as const
export type HouseStep = (typeof HOUSE_STEPS)[number]

/** One line of the house's journal: at which desk (null: the whole house) and by which role; never a person. */
export type HouseEntry = {
  readonly at: Instant
  readonly desk: DeskId | null
  readonly step: HouseStep
  readonly from: string
  readonly to: string
  readonly role: string
  /** Codes only: the reason of a stop, whether an alarm is a drill. */
  readonly detail: Readonly<Record<string, string | boolean>>
}
