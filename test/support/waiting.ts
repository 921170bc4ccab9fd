import fc from 'fast-check'
import { type Instant, id, instant, MINUTE, plusMinutes } from '../../src/kernel/index.ts'
import type { DeskSkills, DispatchPolicy, Waiting } from '../../src/reception/rules/waiting.ts'

/** Monday, 23 November 2026, nine o'clock in Krefeld. */
export const NINE = instant(Date.parse('2026-11-23T08:00:00Z'))

/** So many minutes past nine. */
export const at = (minutes: number): Instant => plusMinutes(NINE, minutes)

/** An hour is promised, who comes within ten minutes of it goes first, a shared language counts eight minutes. */
export const POLICY: DispatchPolicy = {
  longestWait: 60 * MINUTE,
  promiseMargin: 10 * MINUTE,
  languageHeadStart: 8 * MINUTE,
}

const CONCERNS = 4
const LANGUAGES = 4

/** Somebody who waits since so many minutes past nine, for concern 0, in language 0, with no head start. */
export const waiting = (name: string, since: number, more: Partial<Waiting> = {}): Waiting => ({
  id: id<'visit'>(name),
  concern: 0,
  arrivedAt: at(since),
  callableFrom: instant(0),
  language: 0,
  headStart: 0,
  urgent: false,
  needs: false,
  unit: -1,
  ...more,
})

type Skills = {
  readonly concerns?: readonly number[]
  readonly languages?: readonly number[]
  readonly unit?: number
}

/** A desk of unit 0 that serves concern 0 and shares no language, unless said otherwise. */
export function deskWith(
  name: string,
  { concerns = [0], languages = [], unit = 0 }: Skills = {},
): DeskSkills {
  const serves = new Uint8Array(CONCERNS)
  const speaks = new Uint8Array(LANGUAGES)
  for (const concern of concerns) serves[concern] = 1
  for (const language of languages) speaks[language] = 1
  return { id: id<'desk'>(name), serves, breadth: concerns.length, speaks, unit }
}

const HEAD_STARTS = [0, 0, 0, 5, 10, 15, 30, 50, 120, 150]

/** Anybody who may stand in the queue at a quarter past ten; two of them may share even the name. */
export const anybodyWaiting: fc.Arbitrary<Waiting> = fc
  .record({
    name: fc.constantFrom('ada', 'bea', 'cem', 'dua', 'eva', 'fil'),
    since: fc.integer({ min: -20, max: 80 }),
    concern: fc.nat(CONCERNS - 1),
    rests: fc.constantFrom(0, 0, 0, 60, 75, 76, 90),
    language: fc.integer({ min: -1, max: LANGUAGES - 1 }),
    headStart: fc.constantFrom(...HEAD_STARTS),
    urgent: fc.boolean(),
    unit: fc.constantFrom(-1, -1, -1, 0, 1),
  })
  .map(({ name, since, rests, headStart, ...rest }) =>
    waiting(name, since, {
      ...rest,
      callableFrom: rests === 0 ? instant(0) : at(rests),
      headStart: headStart * MINUTE,
      needs: headStart > 0 && !rest.urgent,
    }),
  )

/** A queue in which everybody has a name of her own. */
export const anyQueue: fc.Arbitrary<Waiting[]> = fc
  .array(anybodyWaiting, { maxLength: 12 })
  .map((all) => all.map((one, i) => ({ ...one, id: id<'visit'>(`${one.id}-${i}`) })))

const someOf = (count: number): fc.Arbitrary<number[]> =>
  fc.uniqueArray(fc.nat(count - 1), { maxLength: count })

export const anyDesk: fc.Arbitrary<DeskSkills> = fc
  .record({ concerns: someOf(CONCERNS), languages: someOf(LANGUAGES), unit: fc.nat(1) })
  .map((skills) => deskWith('desk', skills))
