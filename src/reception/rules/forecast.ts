import { MINUTE } from '../../kernel/index.ts'
import { canServe, isBefore, type Moment, seniority } from './dispatch.ts'
import type { DeskSkills, Waiting } from './waiting.ts'

/** Minutes a case takes: triangular with these corners. */
export type Spread = { readonly low: number; readonly typical: number; readonly high: number }

/** A range of whole minutes. `certain` is false when no open desk could serve. */
export type Wait = { readonly from: number; readonly to: number; readonly certain: boolean }

export type DeskNow = {
  readonly skills: DeskSkills
  /** The case under way: its spread and how long it has been going; null when idle. */
  readonly underway: { readonly spread: Spread; readonly elapsed: number } | null
  /** Minutes until who sits there comes back from a break; 0 or not said: she is there. */
  readonly away?: number | undefined
}

export type ForecastInput = {
  readonly concern: number
  /** Index of the unit she was passed to, or -1. */
  readonly unit: number
  /** People ahead, by concern. */
  readonly ahead: Int32Array
  readonly spreads: readonly Spread[]
  readonly desks: readonly DeskNow[]
  /** The breath between two cases, in minutes. */
  readonly buffer: number
}

/** Standard normal quantile at 90 %. */
export const Z90 = 1.2816
/** How unsure the sharing of work between desks is, relative to the load. */
const SHARING = 0.18

/** Mean and variance of the triangular distribution (Evans, Hastings, Peacock: Statistical Distributions, ch. 40). */
export const meanOf = ({ low, typical, high }: Spread): number => (low + typical + high) / 3
export const varianceOf = ({ low, typical, high }: Spread): number =>
  (low * low + typical * typical + high * high - low * typical - low * high - typical * high) / 18

/**
 * How long somebody with this concern will wait: the work ahead of her that falls on the desks that can serve her, spread
 * over them, as the range from the 10th to the 90th percentile. Work that other desks can do too is shared by their
 * number. The cost does not depend on how many people wait. A desk on a break counts once its people come back before
 * that: nobody waits for a desk that is away when the others are quicker.
 */
export function forecastWait(input: ForecastInput): Wait {
  const able = input.desks.filter((desk) => servesMe(input, desk.skills))
  if (able.length === 0) return { ...alone(input), certain: false }
  const there = input.desks.filter((desk) => !desk.away)
  let best = able.some((desk) => !desk.away) ? outlook({ ...input, desks: there }) : null
  const returning = able.filter((desk) => desk.away).sort((a, b) => (a.away ?? 0) - (b.away ?? 0))
  for (const [i, desk] of returning.entries()) {
    if (best && best.mean <= (desk.away ?? 0)) break
    best = outlook({ ...input, desks: [...there, ...returning.slice(0, i + 1)] })
  }
  if (!best || best.now) return { from: 0, to: 3, certain: true }
  const { mean, spread } = best
  return { ...readableRange(mean - Z90 * spread, mean + Z90 * spread), certain: true }
}

/** The wait at these desks: mean and spread in minutes, and whether she can be called at once. */
function outlook(input: ForecastInput): { mean: number; spread: number; now: boolean } {
  const mine = input.desks.filter((desk) => servesMe(input, desk.skills))
  const { load, variance } = workAhead(input, mine)
  const servers = mine.length
  let underway = 0
  let underwayVariance = 0
  for (const desk of mine) {
    if (!desk.underway && !desk.away) continue
    const rest = desk.away || (desk.underway ? restOf(desk.underway) : 0)
    underway += rest
    underwayVariance += desk.away ? 0 : (rest * rest) / 3
  }
  const mean = (load + underway) / servers
  const spread = Math.sqrt((variance + underwayVariance) / (servers * servers) + (SHARING * mean) ** 2)
  return { mean, spread, now: mine.some((desk) => isFree(desk, input, load)) }
}

/** Idle, and nobody who waits is for this desk: it takes her at once. After a pass the unit's load tells it. */
const isFree = ({ underway, away, skills }: DeskNow, { unit, ahead }: ForecastInput, load: number): boolean =>
  underway === null &&
  !away &&
  (unit < 0 ? !ahead.some((count, matter) => count > 0 && skills.serves[matter] === 1) : load < 0.01)

const servesMe = (input: ForecastInput, desk: DeskSkills): boolean =>
  input.unit < 0 ? desk.serves[input.concern] === 1 : desk.unit === input.unit

function workAhead(input: ForecastInput, mine: readonly DeskNow[]): { load: number; variance: number } {
  let load = 0
  let variance = 0
  for (let concern = 0; concern < input.ahead.length; concern++) {
    const count = input.ahead[concern] ?? 0
    const spread = input.spreads[concern]
    if (count === 0 || !spread) continue
    let shared = 0
    for (const desk of mine) shared += desk.skills.serves[concern] ?? 0
    // Whom her unit's desks take only because they were passed on there is all theirs.
    if (shared === 0 && input.unit < 0) continue
    let able = 0
    for (const desk of input.desks) able += desk.skills.serves[concern] ?? 0
    const share = shared === 0 ? 1 : shared / able
    load += count * share * (meanOf(spread) + input.buffer)
    variance += count * share * share * varianceOf(spread) + count * share * (1 - share) * meanOf(spread) ** 2
  }
  return { load, variance }
}

/** Mean minutes still to come of a case that has been going for a while; a case that runs over has a few left. */
function restOf({ spread, elapsed }: { spread: Spread; elapsed: number }): number {
  return Math.max(meanOf(spread) - elapsed, (spread.high - spread.low) / 6, 1)
}

/** Nobody can serve her now: as if one desk did everything ahead of her. */
function alone(input: ForecastInput): { from: number; to: number } {
  let load = 0
  for (let concern = 0; concern < input.ahead.length; concern++) {
    if (concern === input.concern)
      load += (input.ahead[concern] ?? 0) * meanOf(input.spreads[concern] ?? { low: 5, typical: 5, high: 5 })
  }
  return readableRange(load * 0.7, Math.max(10, load * 1.5))
}

const stepAt = (minutes: number): number => (minutes <= 60 ? 5 : minutes <= 120 ? 10 : 30)

/** Rounded the way people read time: outwards to 5, 10 or 30 minutes. `from` is always below `to`. */
export function readableRange(from: number, to: number): { from: number; to: number } {
  const low = Math.max(0, from)
  const high = Math.max(low, to)
  const down = Math.floor(low / stepAt(low)) * stepAt(low)
  const up = Math.max(5, Math.ceil(high / stepAt(high)) * stepAt(high))
  return { from: down, to: up > down ? up : down + stepAt(down + 1) }
}

/** Who of the waiting goes before `me`, as far as they compete for a desk: their number, and by concern into `byConcern`. */
export function countAhead(
  me: Waiting,
  waiting: readonly Waiting[],
  at: { readonly desks: readonly DeskSkills[]; readonly moment: Moment; readonly byConcern: Int32Array },
): number {
  const mine = at.desks.filter((desk) => canServe(me, desk))
  at.byConcern.fill(0)
  let people = 0
  for (const other of waiting) {
    if (other.id === me.id || (mine.length > 0 && !competes(other, mine))) continue
    if (!goesBefore(other, me, at.moment)) continue
    people += 1
    at.byConcern[other.concern] = (at.byConcern[other.concern] ?? 0) + 1
  }
  return people
}

function competes(other: Waiting, mine: readonly DeskSkills[]): boolean {
  for (const desk of mine) if (canServe(other, desk)) return true
  return false
}

/** As a desk that understands neither or both of them would see it: languages differ from desk to desk. */
function goesBefore(other: Waiting, me: Waiting, moment: Moment): boolean {
  const theirs = seniority(other, false, moment)
  const ours = seniority(me, false, moment)
  return theirs > ours || (theirs === ours && isBefore(other, me))
}

export const elapsedMinutes = (from: number, now: number): number => Math.max(0, (now - from) / MINUTE)
