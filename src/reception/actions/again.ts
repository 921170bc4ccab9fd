import { violatedConstraint } from '../../db/index.ts'
import { type Refusal, refuse } from '../../kernel/index.ts'

/** Thrown inside a transaction when somebody else was quicker: everything is rolled back and tried anew. */
class Overtaken extends Error {
  override name = 'Overtaken'
}

export function overtaken(): never {
  throw new Overtaken()
}

const ATTEMPTS = 50

/** Runs a transaction until nobody overtakes it. A desk that has a visitor already is refused by the database itself. */
export async function untilNotOvertaken<T>(attempt: () => Promise<T>): Promise<T | Refusal> {
  for (let tried = 0; tried < ATTEMPTS; tried++) {
    try {
      return await attempt()
    } catch (error) {
      if (violatedConstraint(error) === 'one_visit_at_a_desk')
        return refuse('wrong_state', 'desk.refused.busy')
      if (violatedConstraint(error) === 'one_alarm_at_a_desk') continue
      if (!(error instanceof Overtaken)) throw error
    }
  }
  return refuse('conflict', 'visit.refused.wrong_state')
}
