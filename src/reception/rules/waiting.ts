import type { DeskId, Instant, VisitId } from '../../kernel/index.ts'

/**
 * A waiting visit as the rules see it, in numbers, so that the same rule runs a million times a second on the
 * simulated clock. Built from a `Visit` by `asWaiting`.
 */
export type Waiting = {
  readonly id: VisitId
  /** Her matter: `Concern.index` of the main concern, or behind those the station that comes now. */
  readonly concern: number
  readonly arrivedAt: Instant
  /** Not before this instant; 0 when she does not rest. */
  readonly callableFrom: Instant
  /** Index into the hall's list of languages of what she speaks; -1 for German, which every desk understands. */
  readonly language: number
  /** Head start from needs and urgency, in milliseconds, worked out once at arrival. */
  readonly headStart: number
  readonly urgent: boolean
  /** Has any need (see `NEEDS`). */
  readonly needs: boolean
  /** Index of the unit she was passed to, or -1: any desk that can serve her concern. */
  readonly unit: number
}

/** A desk as the rules see it. */
export type DeskSkills = {
  readonly id: DeskId
  /** 1 at each matter it can serve now: concerns by their index, then stations. */
  readonly serves: Uint8Array
  /** How many concerns that are: the fewer, the more special the desk. */
  readonly breadth: number
  /** 1 at the index of each language understood there. */
  readonly speaks: Uint8Array
  /** Index of its unit. */
  readonly unit: number
}

/** A desk without a visit. */
export type IdleDesk = DeskSkills & { readonly idleSince: Instant }

/** The policies of the pack in milliseconds. */
export type DispatchPolicy = {
  readonly longestWait: number
  readonly promiseMargin: number
  readonly languageHeadStart: number
}

/** Why this one is next; each has a sentence for staff and a neutral one for visitors in `locales/`. */
export const CALL_REASONS = ['promise_due', 'urgent', 'need', 'language', 'first_come'] as const
export type CallReason = (typeof CALL_REASONS)[number]
/** Why this desk takes an arrival. */
export type DeskReason = 'language' | 'special_desk' | 'longest_idle' | 'only_desk'
