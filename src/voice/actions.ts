import { type Database, SYSTEM, transact, VISITOR } from '../db/index.ts'
import { type Clock, type Outcome, refuse } from '../kernel/index.ts'
import { anHourBefore, type Barrier, keptSince, MOST_IN_AN_HOUR, sameWords } from './rules.ts'
import { addBarrier, barrierById, barriers, barriersSince, deleteBarriers, endBarrier } from './store.ts'

/** What the actions need of the house. */
export type VoiceHouse = { readonly database: Database; readonly clock: Clock }

export type Told = Pick<Barrier, 'id' | 'language' | 'what' | 'place' | 'answerTo'>

/** Takes a report. The same form sent twice is one report; under its key nothing else is taken. */
export async function reportBarrier({ database, clock }: VoiceHouse, told: Told): Promise<Outcome<'taken'>> {
  const barrier: Barrier = { ...told, at: clock.now(), doneAt: null }
  return transact(database, VISITOR, async (tx) => {
    const before = await barrierById(tx, told.id)
    if (before) return sameWords(before, barrier) ? 'taken' : refuse('conflict', 'error.key_reused')
    if ((await barriersSince(tx, anHourBefore(barrier.at))) >= MOST_IN_AN_HOUR)
      return refuse('conflict', 'error.too_many.text')
    // Two servers at once: whichever came second finds the row there.
    return (await addBarrier(tx, barrier)) ? 'taken' : refuse('conflict', 'error.form_old')
  })
}

const MOST_SHOWN = 200

export const openBarriers = ({ database }: VoiceHouse): Promise<Barrier[]> =>
  transact(database, SYSTEM, (tx) => barriers(tx, MOST_SHOWN))

export const finishBarrier = ({ database, clock }: VoiceHouse, id: string): Promise<void> =>
  transact(database, SYSTEM, (tx) => endBarrier(tx, id, clock.now()))

/** Deletes what was kept long enough; doing it twice changes nothing more. */
export const forgetBarriers = ({ database, clock }: VoiceHouse): Promise<void> =>
  transact(database, SYSTEM, (tx) => deleteBarriers(tx, keptSince(clock.now())))
