import type { JSX } from 'preact'
import { strokes } from './icon.tsx'

/** A place in metres, measured from the front left corner as one enters. */
export type Spot = { readonly x: number; readonly y: number }

export type PlanDesk = Spot & {
  readonly id: string
  /** What stands on it: "3". */
  readonly label: string
  readonly state: 'closed' | 'open' | 'busy'
  /** The desk the thread leads to. */
  readonly highlight?: boolean | undefined
}

export type HallPlanProps = {
  readonly size: { readonly width: number; readonly depth: number }
  readonly desks: readonly PlanDesk[]
  readonly landmarks?: readonly (Spot & { readonly icon: string; readonly label: string })[] | undefined
  readonly entrance: Spot
  /** Where the reader stands; the entrance when it is not known. */
  readonly here?: Spot | undefined
  /** The whole plan in words: "Zu Platz 3, links". */
  readonly label: string
}

/** Units of the drawing for one metre. */
const METRE = 20
const HALF_DESK = 27

/** The hall as one walks into it: the entrance below, and a thread to the desk that calls. */
export const HallPlan = (props: HallPlanProps): JSX.Element => {
  const at = onPaper(props.size.depth)
  const inside = insideWalls(props.size)
  const width = props.size.width * METRE
  const depth = props.size.depth * METRE
  const start = at(props.here ?? props.entrance)
  const goal = props.desks.find((desk) => desk.highlight)
  const viewBox = `-24 -24 ${width + 48} ${depth + 48}`
  return (
    <svg class="plan" viewBox={viewBox} width={width} height={depth} role="img" aria-label={props.label}>
      <rect class="plan-floor" width={width} height={depth} rx="24" />
      <Door at={at(props.entrance)} />
      {props.landmarks?.map((mark) => (
        <Landmark key={mark.icon} icon={mark.icon} label={mark.label} at={at(inside(mark))} />
      ))}
      {goal && <Way from={start} to={at(goal)} />}
      {props.desks.map((desk) => (
        <Desk key={desk.id} desk={desk} at={at(desk)} />
      ))}
      <circle class="plan-here glow" cx={start.x} cy={start.y} r="26" />
      <circle class="plan-here" cx={start.x} cy={start.y} r="13" />
    </svg>
  )
}

/** Metres from the front become units from the top: who walks in looks up the plan. */
const onPaper =
  (depth: number) =>
  ({ x, y }: Spot): Spot => ({ x: Math.round(x * METRE), y: Math.round((depth - y) * METRE) })

/** A drawing at a wall stands before it, not in it. */
const insideWalls =
  ({ width, depth }: HallPlanProps['size']) =>
  ({ x, y }: Spot): Spot => ({ x: clamp(x, width), y: clamp(y, depth) })

const clamp = (length: number, all: number): number => Math.min(Math.max(length, 1.6), all - 1.6)

const Door = ({ at }: { readonly at: Spot }): JSX.Element => (
  <path class="plan-door" d={`M${at.x - 34} ${at.y}H${at.x + 34}`} />
)

/** Leaves the door straight, bends once, arrives from below: a way one can walk. */
const Way = ({ from, to }: { readonly from: Spot; readonly to: Spot }): JSX.Element => {
  const bend = Math.round((to.y - from.y) * 0.6)
  const end = to.y < from.y ? to.y + HALF_DESK : to.y - HALF_DESK
  const path = `M${from.x} ${from.y}C${from.x} ${from.y + bend} ${to.x} ${to.y - bend} ${to.x} ${end}`
  return (
    <>
      <path class="plan-way" d={path} />
      <path class="plan-way sheen" d={path} />
    </>
  )
}

const Desk = ({ desk, at }: { readonly desk: PlanDesk; readonly at: Spot }): JSX.Element => {
  const state = desk.highlight ? 'mine' : desk.state
  const half = desk.highlight ? HALF_DESK + 7 : HALF_DESK
  return (
    <g>
      <rect
        class={`plan-desk ${state}`}
        x={at.x - half}
        y={at.y - half}
        width={half * 2}
        height={half * 2}
        rx="12"
      />
      <text class={`plan-label ${state}`} x={at.x} y={at.y + 13}>
        {desk.label}
      </text>
    </g>
  )
}

type LandmarkProps = { readonly icon: string; readonly label: string; readonly at: Spot }

const Landmark = ({ icon, label, at }: LandmarkProps): JSX.Element => (
  <g class="plan-mark" transform={`translate(${at.x - 21} ${at.y - 21}) scale(1.75)`}>
    <title>{label}</title>
    <g
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      stroke-linecap="round"
      stroke-linejoin="round"
      dangerouslySetInnerHTML={{ __html: strokes(icon) }}
    />
  </g>
)
