import { minutesBetween } from '../../kernel/index.ts'
import type { Asking } from '../../web/index.ts'
import type { PersonProps } from '../../web/look/index.ts'
import type { Visit } from '../rules/visit.ts'
import { NEED_ICONS } from './needs.ts'
import { signLook, signName } from './words.ts'

/** Somebody in the hall as staff see her in a list: number, sign, since when she is here. Never a name. */
export const personOf = ({ t, now }: Asking, visit: Visit): Omit<PersonProps, 'children'> => ({
  number: visit.number,
  ...signLook(visit.number),
  signLabel: signName(t, visit.number),
  waited: [
    ...(visit.awaySince === null ? [] : [t('step.went_out')]),
    t('common.minutes', { minutes: Math.floor(minutesBetween(visit.arrivedAt, now)) }),
  ].join(' · '),
})

/** What she needs, as drawings with their words. */
export const needsOf = ({ t }: Asking, visit: Visit): NonNullable<PersonProps['needs']> =>
  visit.needs.flatMap((need) =>
    need in NEED_ICONS
      ? [{ icon: NEED_ICONS[need as keyof typeof NEED_ICONS], label: t(`need.${need}` as 'need.child') }]
      : [],
  )
