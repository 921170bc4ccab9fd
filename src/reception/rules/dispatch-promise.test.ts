import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { at, deskWith, NINE, POLICY, waiting } from '../../../test/support/waiting.ts'
import { type Instant, instant, MINUTE } from '../../kernel/index.ts'
import { next } from './dispatch.ts'
import type { DispatchPolicy, Waiting } from './waiting.ts'

const DESK = deskWith('only desk', { languages: [1] })

type Day = {
  readonly guests: readonly Waiting[]
  /** Minutes of the case with this position in the order of calls. */
  readonly caseMinutes: (position: number) => number
  readonly policy?: DispatchPolicy
}

/** When one desk that never pauses calls each of the day's guests. */
function calls({ guests, caseMinutes, policy = POLICY }: Day): Map<Waiting, Instant> {
  const called = new Map<Waiting, Instant>()
  let free: Instant = NINE
  while (called.size < guests.length) {
    const here = guests.filter((guest) => guest.arrivedAt <= free && !called.has(guest))
    const guest = here[next(here, DESK, { now: free, policy })]
    if (!guest) {
      const coming = guests.filter((one) => one.arrivedAt > free).map((one) => one.arrivedAt)
      assert.ok(coming.length > 0, 'somebody is here and nobody is called')
      free = instant(Math.min(...coming))
      continue
    }
    called.set(guest, free)
    free = instant(free + caseMinutes(called.size) * MINUTE)
  }
  return called
}

const waitOf = (called: ReadonlyMap<Waiting, Instant>, guest: Waiting): number =>
  ((called.get(guest) ?? Number.POSITIVE_INFINITY) - guest.arrivedAt) / MINUTE

const LONGEST_CASE = 12
const NEAR = 50

const anyGuest = fc.record({
  gap: fc.integer({ min: 0, max: 15 }),
  headStart: fc.constantFrom(0, 0, 5, 15, 30, 120, 150),
  language: fc.nat(1),
})

const anyDay: fc.Arbitrary<Day> = fc
  .record({
    guests: fc.array(anyGuest, { minLength: 1, maxLength: 40 }),
    cases: fc.array(fc.integer({ min: 1, max: LONGEST_CASE }), { minLength: 1, maxLength: 12 }),
  })
  .map(({ guests, cases }) => {
    let since = 0
    return {
      guests: guests.map(({ gap, headStart, language }, i) => {
        since += gap
        return waiting(`guest ${i}`, since, { language, headStart: headStart * MINUTE })
      }),
      caseMinutes: (position) => cases[position % cases.length] ?? 1,
    }
  })

describe('nobody starves', () => {
  // Fifty minutes after she came nobody goes before her but those who came earlier and still wait. The case under way
  // and theirs are all that can lie between her and the desk: (how many they are + 1) cases, none longer than the longest.
  it('behind those with a head start: fifty minutes, the case under way and who came earlier is all that can come between', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const called = calls(day)
        for (const guest of day.guests) {
          const near = guest.arrivedAt + NEAR * MINUTE
          const earlier = day.guests.filter(
            (other) => isEarlier(other, guest) && (called.get(other) ?? 0) > near,
          ).length
          assert.ok(waitOf(called, guest) <= NEAR + (earlier + 1) * LONGEST_CASE, guest.id)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('in a hall where never more than a few wait: nobody waits longer than fifty minutes and a case for each of them', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const called = calls(day)
        const most = Math.max(...day.guests.map(({ arrivedAt }) => crowdAt(day.guests, called, arrivedAt)))
        for (const guest of day.guests)
          assert.ok(waitOf(called, guest) <= NEAR + most * LONGEST_CASE, guest.id)
      }),
      { numRuns: 500 },
    )
  })

  it('and once near the promise is overtaken by nobody who came later', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const called = calls(day)
        for (const guest of day.guests)
          for (const other of day.guests) {
            const when = called.get(other) ?? 0
            const overtaken = isEarlier(guest, other) && when < (called.get(guest) ?? 0)
            assert.ok(!overtaken || when < guest.arrivedAt + NEAR * MINUTE, `${other.id} before ${guest.id}`)
          }
      }),
      { numRuns: 500 },
    )
  })
})

const isEarlier = (a: Waiting, b: Waiting): boolean =>
  a.arrivedAt < b.arrivedAt || (a.arrivedAt === b.arrivedAt && a.id < b.id)

/** How many stand in the queue at this instant, who just came included. */
const crowdAt = (guests: readonly Waiting[], called: ReadonlyMap<Waiting, Instant>, now: Instant): number =>
  guests.filter((one) => one.arrivedAt <= now && (called.get(one) ?? 0) >= now).length

/** One desk, ten minutes a case, somebody who goes before the walk-in every ten minutes for two hours. */
const urgentDay = (headStart: number): Waiting[] =>
  Array.from({ length: 12 }, (_, i) =>
    waiting(`urgent ${i}`, i * 10, { headStart: headStart * MINUTE, urgent: true }),
  )
const tenMinutes = () => 10
const PROMISED = POLICY.longestWait / MINUTE

describe('one desk and somebody urgent every ten minutes', () => {
  for (const headStart of [30, 120, 1_000]) {
    const urgent = urgentDay(headStart)

    it(`reception 12: with a head start of ${headStart} minutes who has waited an hour already is called next`, () => {
      const walkIn = waiting('walk-in', -60)
      const called = calls({ guests: [walkIn, ...urgent], caseMinutes: tenMinutes })
      assert.ok(waitOf(called, walkIn) <= PROMISED)
    })

    it(`with a head start of ${headStart} minutes: who came with the first of them is served within the promise`, () => {
      const walkIn = waiting('walk-in', 0)
      const called = calls({ guests: [walkIn, ...urgent], caseMinutes: tenMinutes })
      assert.ok(waitOf(called, walkIn) <= PROMISED)
      for (const one of urgent) assert.ok(waitOf(called, one) <= PROMISED)
    })
  }

  it('without a promise the walk-in would come last, after all twelve', () => {
    const walkIn = waiting('walk-in', 0)
    const never = { ...POLICY, longestWait: Number.POSITIVE_INFINITY }
    const called = calls({ guests: [walkIn, ...urgentDay(120)], caseMinutes: tenMinutes, policy: never })
    assert.equal(called.get(walkIn), at(120))
  })
})
