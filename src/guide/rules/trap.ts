import type { Advice, TrapQuestion, Traps } from '../../city/index.ts'

export type TrapAnswer = TrapQuestion['answers'][number]

/** What stands between a concern and its outcome: a question still to be asked, or what follows from its answer. */
export type Crossing =
  | { readonly asks: TrapQuestion }
  | { readonly asks: null; readonly place: string | null; readonly advice: readonly Advice[] }

type Chosen = {
  readonly concern: string
  /** The answer as it stands in the address; one that does not exist counts as none. */
  readonly answer: string | null
  /** The local day, "YYYY-MM-DD". */
  readonly day: string
}

/** Whether a person is asked something before the outcome of a concern; if not, where it leads and what stays good to know. */
export function crossing(traps: Traps, { concern, answer, day }: Chosen): Crossing {
  const holds = ({ from }: { readonly from: string | null }) => from === null || from <= day
  const question = traps.questions.find((one) => holds(one) && isAt(one, concern))
  const given = question?.answers.find((one) => one.id === answer)
  if (question && !given) return { asks: question }
  const advice = traps.advice.filter(
    (one) => holds(one) && (isAt(one, concern) || given?.advice.includes(one.id)),
  )
  return { asks: null, place: given?.place ?? null, advice }
}

const isAt = ({ at }: { readonly at: readonly string[] }, concern: string): boolean => at.includes(concern)
