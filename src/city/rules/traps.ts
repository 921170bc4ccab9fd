import type { ConcernId } from '../../kernel/index.ts'

/** Where an answer leads, or what a piece of advice points to: another place, another concern, or nothing further. */
export type Pointer = { readonly place: string | null; readonly concern: ConcernId | null }

/** A question before the answer of a concern, where people are often sent to and fro. Asks nothing that does not route. */
export type TrapQuestion = {
  readonly id: string
  /** The concerns before which it is asked. */
  readonly at: readonly ConcernId[]
  /** The first day on which it holds, "YYYY-MM-DD"; null: it always did. */
  readonly from: string | null
  /** An answer that points nowhere goes on here. `advice`: what then stays on the page. */
  readonly answers: readonly (Pointer & { readonly id: string; readonly advice: readonly string[] })[]
}

/** Something good to know that stays on the answer of a concern. */
export type Advice = Pointer & {
  readonly id: string
  /** The concerns it always stands at; beside these it stands after the answers that name it. */
  readonly at: readonly ConcernId[]
  readonly from: string | null
}

export type Traps = { readonly questions: readonly TrapQuestion[]; readonly advice: readonly Advice[] }
