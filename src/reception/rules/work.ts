import { type Instant, type Outcome, plusMinutes, refuse } from '../../kernel/index.ts'
import { closedDesk, type DeskState, type Sitting } from './desk.ts'
import type { HouseEntry, HouseStep } from './house-journal.ts'

export const WORKS = ['closed', 'at_desk', 'to_break', 'back_office', 'break'] as const
export type Work = (typeof WORKS)[number]

/** What whoever sits at a desk may ask of it. */
export type WorkDoing = 'sit_down' | 'go_back' | 'take_break' | 'come_back' | 'stand_up'

/** What may be done with a desk in each state: draws the buttons, guards the server, drives the tests. */
export const WORK_ALLOWED = {
  closed: ['sit_down'],
  at_desk: ['go_back', 'take_break', 'stand_up'],
  to_break: ['take_break', 'come_back', 'stand_up'],
  back_office: ['take_break', 'come_back', 'stand_up'],
  break: ['come_back', 'stand_up'],
} as const satisfies Record<Work, readonly WorkDoing[]>

export const allowsWork = (work: Work, doing: WorkDoing): boolean =>
  (WORK_ALLOWED[work] as readonly WorkDoing[]).includes(doing)

export const workOf = (desk: Pick<DeskState, 'open' | 'work'>): Work => (desk.open ? desk.work : 'closed')

/** Whether people can be called here now; a closed desk opens by a call, a break lets nobody in. */
export const takesCalls = (desk: DeskState): boolean => !['to_break', 'break'].includes(workOf(desk))

/** Whether somebody sits here for the people in the hall. */
export const isAtDesk = (desk: DeskState): boolean => workOf(desk) === 'at_desk'

export type BreakPolicies = {
  /** How long a break lasts. */
  readonly breakMinutes: number
  /** After so long without one it is due (section 4 ArbZG: six hours at most). */
  readonly breakAfterMinutes: number
}

/** When the next break is due at the latest; null where nobody sits. */
export const breakDueAt = (desk: DeskState, policies: BreakPolicies): Instant | null =>
  desk.open && desk.restedAt !== null ? plusMinutes(desk.restedAt, policies.breakAfterMinutes) : null

export type WorkMoment = {
  readonly now: Instant
  readonly policies: BreakPolicies
  /** Whether somebody is called to this desk or served there. */
  readonly busy: boolean
  /** The account that asks. */
  readonly account: string
  readonly role: string
}

export type WorkDecided = { readonly desk: DeskState; readonly entry: HouseEntry }
/** Who sits down. */
export type Sitter = Pick<DeskState, 'languages' | 'skills'>

/**
 * What somebody's wish makes of a desk, with its line in the journal. A desk is only its sitter's to change: nobody else
 * ends her break. With a visitor there a break waits for the end of the case, and nothing else is possible.
 */
export function decideWork(
  desk: DeskState,
  wish: { readonly do: Exclude<WorkDoing, 'sit_down'> } | ({ readonly do: 'sit_down' } & Sitter),
  at: WorkMoment,
): Outcome<WorkDecided> {
  const work = workOf(desk)
  if (work !== 'closed' && desk.sitter !== at.account && wish.do !== 'stand_up')
    return refuse('forbidden', 'work.refused.not_yours')
  if (!allowsWork(work, wish.do)) return refuse('wrong_state', 'work.refused.wrong_state')
  switch (wish.do) {
    case 'sit_down':
      return decided(
        desk,
        { step: 'sat_down', ...seated(desk, at), languages: wish.languages, skills: wish.skills },
        at,
      )
    case 'stand_up':
      return standUp(desk, at)
    case 'come_back':
      return decided(
        desk,
        { step: 'came_back', work: 'at_desk', breakUntil: null, restedAt: restedAfter(desk, at) },
        at,
      )
    case 'go_back':
      return at.busy
        ? busy()
        : decided(desk, { step: 'went_back', work: 'back_office', bufferUntil: null }, at)
    case 'take_break':
      if (!at.busy) return begunBreak(desk, at)
      return work === 'to_break' ? busy() : decided(desk, { step: 'break_asked', work: 'to_break' }, at)
  }
}

/** When a case is over, a break that was waiting for it begins; null when none was. */
export const afterCase = (desk: DeskState, at: Omit<WorkMoment, 'account' | 'busy'>): WorkDecided | null =>
  workOf(desk) === 'to_break' ? begunBreak(desk, at) : null

const busy = () => refuse('wrong_state', 'staff.close_busy')

/** A break may be left by who takes it alone; any other desk may be closed by colleagues when somebody forgot it. */
function standUp(desk: DeskState, at: WorkMoment): Outcome<WorkDecided> {
  if (at.busy) return busy()
  if (desk.work === 'break' && desk.sitter !== at.account) return refuse('forbidden', 'work.refused.break')
  return decided(desk, { step: 'stood_up', ...closedDesk(desk.id, at.now) }, at)
}

const seated = (desk: DeskState, at: WorkMoment): DeskState => ({
  ...closedDesk(desk.id, at.now),
  open: true,
  sitter: at.account,
  restedAt: at.now,
})

/** Only a break that was as long as it should be starts the count anew: a short one does not make her wait longer. */
function restedAfter(desk: DeskState, { now }: Pick<WorkMoment, 'now'>): Instant | null {
  return desk.work === 'break' && desk.breakUntil !== null && now >= desk.breakUntil ? now : desk.restedAt
}

function begunBreak(desk: DeskState, at: Omit<WorkMoment, 'account' | 'busy'>): WorkDecided {
  const breakUntil = plusMinutes(at.now, at.policies.breakMinutes)
  return decided(desk, { step: 'break_begun', work: 'break', breakUntil, bufferUntil: null }, at)
}

function decided(
  before: DeskState,
  { step, ...change }: { readonly step: HouseStep } & Partial<DeskState>,
  at: Pick<WorkMoment, 'now' | 'role'>,
): WorkDecided {
  const after: DeskState = { ...before, ...change }
  return {
    desk: after,
    entry: {
      at: at.now,
      desk: before.id,
      step,
      from: workOf(before),
      to: workOf(after),
      role: at.role,
      detail: {},
    },
  }
}

/** Whether a wish has come true already, so that a second press of the same button does nothing and says nothing. */
export function isDone(work: Work, doing: WorkDoing): boolean {
  const wanted: Readonly<Record<WorkDoing, readonly (Sitting | 'closed')[]>> = {
    sit_down: [],
    go_back: ['back_office'],
    take_break: ['break'],
    come_back: ['at_desk'],
    stand_up: ['closed'],
  }
  return wanted[doing].includes(work)
}
