import type { DeskId } from '../../kernel/index.ts'
import type { DeskState } from '../rules/desk.ts'
import { canServe } from '../rules/dispatch.ts'
import { earliest, type Hall } from '../rules/hall.ts'
import { type Helper, helpWanted } from '../rules/help.ts'
import { asWaiting } from '../rules/indexes.ts'
import type { Visit } from '../rules/visit.ts'
import { isAtDesk, workOf } from '../rules/work.ts'
import { skillsOf, standingInLine } from './forecast.ts'
import { freshHall, type Office } from './office.ts'

/** So many of those who wait longest are looked at. */
const LOOKED_AT = 3

export type Wanted = { readonly visit: Visit; readonly desks: readonly DeskId[] }

/** For whom help at the front is wanted now, and on which desks' pages that is said; null when all is well. */
export async function helpNow(office: Office): Promise<Wanted | null> {
  const hall = await freshHall(office)
  const now = office.clock.now()
  const longest = earliest(hall, LOOKED_AT)
  const found = helpWanted({
    waiting: longest.map((visit) => asWaiting(hall.indexes, visit)),
    desks: [...office.memory.desks.values()].flatMap((state) => (state.open ? helperOf(hall, state) : [])),
    moment: { now, policy: hall.indexes.policy },
    withinMinutes: office.city().policies.helpWithinMinutes,
    minutesTo: ({ id }) => {
      const visit = hall.visits.get(id)
      const wait = visit && standingInLine(office, hall, visit).wait
      return wait?.certain ? wait.to : null
    },
  })
  const visit = found && hall.visits.get(found.visit.id)
  return found && visit ? { visit, desks: found.desks } : null
}

function helperOf(hall: Hall, state: DeskState): Helper {
  const skills = skillsOf(hall, state)
  return {
    id: state.id,
    skills,
    place: isAtDesk(state) ? 'front' : workOf(state) === 'back_office' ? 'back' : 'away',
    busy: hall.atDesk.has(state.id),
    wanted: hall.waiting.some((visit) => canServe(visit, skills)),
    knows: new Set((state.skills ?? []).flatMap((skill) => hall.indexes.concernIndex.get(skill) ?? [])),
  }
}
