import type { Asking } from '../../web/index.ts'
import type { ChoiceLink } from '../../web/look/index.ts'
import { type AtDoor, inside } from './door.ts'

/** The last answer to every question: none of these, a person helps. */
export const nothingFits = (at: AtDoor, asking: Asking): ChoiceLink => ({
  href: inside(at, asking, '/help/person'),
  icon: 'message-circle-question-mark',
  label: asking.t('guide.none'),
  hint: asking.t('guide.dont_know.hint'),
})
