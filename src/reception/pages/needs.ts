import type { Need } from '../../city/index.ts'

/** The drawing that stands for each need, at the entrance and at the desk. */
export const NEED_ICONS = {
  standing: 'armchair',
  child: 'baby',
  pregnant: 'heart',
  seeing: 'eye',
  hearing: 'ear',
  quiet: 'volume-x',
  alone: 'door-closed',
  minor: 'user-round',
  spoken: 'volume-2',
} as const satisfies Record<Need, string>
