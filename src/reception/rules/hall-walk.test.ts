import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { smallCity } from '../../../test/support/small-city.ts'
import { anyWish, arrived, POLICIES, type Wish, wished } from '../../../test/support/visits.ts'
import { NINE } from '../../../test/support/waiting.ts'
import { type Instant, id, instant, isRefusal, plusMinutes, type VisitId } from '../../kernel/index.ts'
import { applyVisit, claim, type Hall, isOver, makeHall, release, sweep } from './hall.ts'
import { asWaiting, makeIndexes } from './indexes.ts'
import { decide } from './machine.ts'
import type { Visit } from './visit.ts'

const indexes = makeIndexes(
  smallCity,
  smallCity.concerns.map(({ minutes }) => minutes),
)

/** Six people, for each of the four concerns at least one. */
const GUESTS = [0, 1, 2, 3, 0, 0].map((concern, i): Visit => {
  const { id: wanted, unit } = smallCity.concerns[concern] as (typeof smallCity.concerns)[number]
  return arrived({ id: id<'visit'>(`guest ${i}`), number: i + 1, concerns: [wanted], unit })
})

type Happening = {
  readonly what: 'step' | 'old news' | 'claim' | 'release' | 'sweep'
  readonly guest: number
  readonly wish: Wish
  readonly seconds: number
}

const anyDay: fc.Arbitrary<Happening[]> = fc.array(
  fc.record({
    what: fc.constantFrom('step', 'step', 'step', 'step', 'old news', 'claim', 'release', 'sweep'),
    guest: fc.nat(GUESTS.length - 1),
    wish: anyWish,
    seconds: fc.constantFrom(0, 20, 60, 300, 900),
  }),
  { maxLength: 60, size: 'max' },
)

/** The day as somebody keeps it with pen and paper, beside the hall that is looked at. */
type Notes = {
  readonly hall: Hall
  /** Every version of every visit. */
  readonly versions: readonly Visit[][]
  readonly claimed: Set<VisitId>
  readonly forgotten: Set<VisitId>
  /** When it was last looked who may be forgotten; that is done once a minute. */
  lookedAt: Instant
}

function beginDay(): Notes {
  const hall = makeHall(indexes)
  for (const visit of GUESTS) applyVisit(hall, visit)
  const versions = GUESTS.map((visit) => [visit])
  return { hall, versions, claimed: new Set(), forgotten: new Set(), lookedAt: instant(0) }
}

const latest = ({ versions }: Notes): Visit[] => versions.flatMap((all) => all.at(-1) ?? [])
const isAtDesk = ({ state }: Visit): boolean => state === 'called' || state === 'serving'

function happen(notes: Notes, { what, guest, wish }: Happening, now: Instant): void {
  const { hall, claimed, forgotten } = notes
  const all = notes.versions[guest] ?? []
  const visit = latest(notes)[guest]
  if (!visit) return
  if (what === 'step') step(notes, { visit, wish, now })
  if (what === 'old news' && !forgotten.has(visit.id)) for (const old of all) applyVisit(hall, old)
  if (what === 'claim' && visit.state === 'waiting') {
    claim(hall, visit.id)
    claimed.add(visit.id)
  }
  if (what === 'release') {
    release(hall, visit.id)
    claimed.delete(visit.id)
  }
  if (what === 'sweep') {
    sweep(hall, now)
    if (now < plusMinutes(notes.lookedAt, 1)) return
    notes.lookedAt = now
    for (const one of latest(notes).filter((other) => isOver(other) && isLongPast(other, now)))
      forgotten.add(one.id)
  }
}

const isLongPast = ({ since, calledAt }: Visit, now: Instant): boolean =>
  Math.max(since, calledAt ?? 0) < plusMinutes(now, -15)

/** As the database would save it: nobody comes to a desk that has somebody. */
function step(notes: Notes, { visit, wish, now }: { visit: Visit; wish: Wish; now: Instant }): void {
  const decided = decide(visit, wished(visit, wish), { now, policies: POLICIES, role: 'clerk' })
  if (isRefusal(decided)) return
  const after = decided.visit
  const others = latest(notes).filter((other) => other.id !== visit.id && isAtDesk(other))
  if (isAtDesk(after) && others.some((other) => other.desk === after.desk)) return
  notes.versions[GUESTS.findIndex(({ id: one }) => one === visit.id)]?.push(after)
  notes.forgotten.delete(after.id)
  applyVisit(notes.hall, after)
}

/** Holds at every moment of many random days. */
function always(look: (notes: Notes, now: Instant) => void): void {
  fc.assert(
    fc.property(anyDay, (day) => {
      const notes = beginDay()
      let now = NINE
      for (const happening of day) {
        now = instant(now + happening.seconds * 1_000)
        happen(notes, happening, now)
        look(notes, now)
      }
    }),
    { numRuns: 300 },
  )
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1)
const waitingNow = (notes: Notes): Visit[] =>
  latest(notes).filter(({ id: one, state }) => state === 'waiting' && !notes.claimed.has(one))

describe('whatever happens in the hall', () => {
  it('it knows every visit as it was last, and forgets only who ended long ago', () => {
    always((notes) => {
      const known = [...notes.hall.visits.values()].sort(byId)
      assert.deepEqual(
        known,
        latest(notes).filter(({ id: one }) => !notes.forgotten.has(one)),
      )
    })
  })

  it('the queue holds exactly who waits and is not being called, each once', () => {
    always((notes) => {
      assert.deepEqual(
        [...notes.hall.waiting].sort(byId),
        waitingNow(notes).map((visit) => asWaiting(indexes, visit)),
      )
    })
  })

  it('everybody in the queue is found at her place, and nobody else has one', () => {
    always(({ hall }) => {
      assert.equal(hall.places.size, hall.waiting.length)
      for (const [visit, place] of hall.places) assert.equal(hall.waiting[place]?.id, visit)
    })
  })

  it('the counts by concern are those of the queue', () => {
    always((notes) => {
      const counts = smallCity.concerns.map(
        (concern) => waitingNow(notes).filter(({ concerns }) => concerns[0] === concern.id).length,
      )
      assert.deepEqual([...notes.hall.countByConcern], counts)
    })
  })

  it('each desk has who is called to it or served there, and nobody else', () => {
    always((notes) => {
      const expected = latest(notes).filter(isAtDesk)
      assert.deepEqual([...notes.hall.atDesk.values()].sort(byId), expected)
      for (const [desk, visit] of notes.hall.atDesk) assert.equal(visit.desk, desk)
    })
  })

  it('who is parked is known as parked, and nobody else', () => {
    always((notes) => {
      const expected = latest(notes).filter(({ state }) => state === 'parked')
      assert.deepEqual([...notes.hall.parked.values()].sort(byId), expected)
    })
  })

  it('who was passed on and not yet taken is known as such, and nobody else', () => {
    always((notes) => {
      const expected = latest(notes).filter(({ state, pass }) => state === 'waiting' && pass !== null)
      assert.deepEqual([...notes.hall.passed.values()].sort(byId), expected)
    })
  })

  it('what may still be undone at a desk stands in the order in which it was done', () => {
    always((notes, now) => {
      const list = [...notes.hall.undoable.values()]
      const times = list.map(({ last }) => last?.at ?? 0)
      assert.deepEqual(
        times,
        times.toSorted((a, b) => a - b),
      )
      for (const visit of latest(notes)) {
        const atDesk = visit.last !== null && visit.last.desk !== null
        const lately = visit.last !== null && visit.last.at >= plusMinutes(now, -POLICIES.undoMinutes)
        if (list.includes(visit)) assert.ok(atDesk)
        else assert.ok(!(atDesk && lately), `${visit.id} is missing`)
      }
    })
  })

  it('a call holds exactly while she is called, at the desk and the time of her latest call', () => {
    always((notes, now) => {
      for (const visit of latest(notes)) {
        const call = notes.hall.calls.get(visit.id)
        const fresh = visit.calledAt !== null && visit.calledAt >= plusMinutes(now, -10)
        if (visit.state === 'called' && fresh) {
          assert.deepEqual(call && { ...call }, {
            visit: visit.id,
            number: visit.number,
            desk: visit.desk,
            at: visit.calledAt,
            arrivedAt: visit.arrivedAt,
            why: visit.calledWhy,
            over: null,
          })
        } else if (call && visit.state !== 'called') assert.notEqual(call.over, null)
      }
    })
  })
})
