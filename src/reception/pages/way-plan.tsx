import { type City, packText } from '../../city/index.ts'
import type { DeskId } from '../../kernel/index.ts'
import { HallPlan, type PlanDesk } from '../../web/look/index.ts'

type WayPlanProps = {
  readonly city: City
  readonly language: string
  /** The whole plan in words. */
  readonly label: string
  /** The desk the thread leads to. */
  readonly desk?: DeskId
  /** How each desk stands; without it all are drawn quietly. */
  readonly stateOf?: (desk: DeskId) => PlanDesk['state']
}

/** The plan of the house, with what helps to find one's way. */
export function WayPlan({ city, language, label, desk, stateOf = () => 'closed' }: WayPlanProps) {
  const { premises } = city
  return (
    <HallPlan
      size={premises.size}
      entrance={premises.entrance}
      desks={premises.desks.map((one) => ({
        id: one.id,
        label: one.label,
        ...one.at,
        state: stateOf(one.id),
        highlight: one.id === desk,
      }))}
      landmarks={premises.landmarks.map(({ id, icon, at }) => ({
        icon,
        label: packText(city, language, { section: 'landmarks', key: id }),
        ...at,
      }))}
      label={label}
    />
  )
}
