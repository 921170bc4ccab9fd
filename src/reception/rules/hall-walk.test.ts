import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { smallCity } from '../../../test/support/small-city.ts'
import { anyWish, arrived, POLICIES, type Wish, wished } from '../../../test/support/visits.ts'
import { NINE } from '../../../test/support/waiting.ts'
import { type DeskId, type Instant, id, instant, isRefusal, plusMinutes, type VisitId } from '../../kernel/index.ts'
import { applyVisit, claim, type Hall, isOver, makeHall, release, sweep } from './hall.ts'
import { asWaiting, makeIndexes } from './indexes.ts'
import { decide } from './machine.ts'
import type { Visit } from './visit.ts'

const indexes = makeIndexes(
  smallCity,
  smallCity.concerns.map(({ minutes }) => minutes),
)
const GUESTS = 6

type Happening = {
  readonly what: 'step' | 'old news' | 'claim' | 'release' | 'sweep'
  readonly guest: number
  readonly wish: Wish
  readonly seconds: number
}

const anyHappening: fc.Arbitrary<Happening> = fc.record({
  what: fc.constantFrom('step', 'step', 'step', 'step', 'old news', 'claim', 'release', 'sweep'),
  guest: fc.nat(GUESTS - 1),
  wish: anyWish,
  seconds: fc.constantFrom(0, 20, 60, 300, 900),
})
const anyDay = fc.array(anyHappening, { maxLength: 60, size: 'max' })

/** The day as somebody with pen and paper keeps it: every version of every visit, who is being called, who is forgotten. */
class Notes {
  readonly hall: Hall = makeHall(indexes)
  readonly versions: Visit[][] = []
  readonly claimed = new Set<VisitId>()
  readonly forgotten = new Set<VisitId>()
  now: Instant = NINE

  constructor() {
    for (let i = 0; i < GUESTS; i++) {
      const concern = smallCity.concerns[i % smallCity.concerns.length]
      if (!concern) continue
      const visit = arrived({
        id: id<'visit'>(`guest ${i}`),
        number: i + 1,
        concerns: [concern.id],
        unit: concern.unit,
      })
      this.versions.push([visit])
      applyVisit(this.hall, visit)
    }
  }

  latest(): Visit[] {
    return this.versions.flatMap((all) => all.at(-1) ?? [])
  }

  happen({ what, guest, wish, seconds }: Happening): void {
    this.now = instant(this.now + seconds * 1_000)
    const all = this.versions[guest] ?? []
    const visit = all.at(-1)
    if (!visit) return
    if (what === 'step') this.step(all, visit, wish)
    if (what === 'old news' && !this.forgotten.has(visit.id)) for (const old of all) applyVisit(this.hall, old)
    if (what === 'claim' && visit.state === 'waiting') {
      claim(this.hall, visit.id)
      this.claimed.add(visit.id)
    }
    if (what === 'release') {
      release(this.hall, visit.id)
      this.claimed.delete(visit.id)
    }
    if (what === 'sweep') this.sweep()
  }

  private step(all: Visit[], visit: Visit, wish: Wish): void {
    const decided = decide(visit, wished(visit, wish), { now: this.now, policies: POLICIES, role: 'clerk' })
    if (isRefusal(decided)) return
    const after = decided.visit
    // As the database: nobody comes to a desk that has somebody.
    const busy = this.latest().some(
      (other) => other.id !== visit.id && isAtDesk(other) && isAtDesk(after) && other.desk === after.desk,
    )
    if (busy) return
    all.push(after)
    this.forgotten.delete(after.id)
    applyVisit(this.hall, after)
  }

  private sweep(): void {
    sweep(this.hall, this.now)
    const before = plusMinutes(this.now, -15)
    for (const visit of this.latest())
      if (isOver(visit) && visit.since < before && (visit.calledAt ?? 0) < before) this.forgotten.add(visit.id)
  }
}

const isAtDesk = ({ state }: Visit): boolean => state === 'called' || state === 'serving'

function after(happenings: readonly Happening[], look: (notes: Notes) => void): void {
  const notes = new Notes()
  for (const happening of happenings) {
    notes.happen(happening)
    look(notes)
  }
}

/** Holds at every moment of many random days. */
const always = (look: (notes: Notes) => void): void =>
  fc.assert(
    fc.property(anyDay, (happenings) => after(happenings, look)),
    { numRuns: 300 },
  )

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1)

describe('whatever happens in the hall', () => {
  it('it knows every visit as it was last, and forgets only who ended long ago', () => {
    always(({ hall, latest, forgotten, ...notes }) => {
      const known = [...hall.visits.values()].sort(byId)
      assert.deepEqual(
        known,
        latest.call({ ...notes, hall, forgotten } as unknown as Notes).filter(({ id: one }) => !forgotten.has(one)),
      )
    })
  })
})
