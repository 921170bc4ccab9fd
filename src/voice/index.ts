import type { Page } from '../web/index.ts'
import { barrierPage } from './pages/barrier.tsx'
import { type BarriersHouse, barriersPage } from './pages/barriers.tsx'

export { forgetBarriers, type VoiceHouse } from './actions.ts'
export { KEPT_DAYS, READERS } from './rules.ts'

/** What people say to the house, and who reads it. */
export const voicePages = (house: BarriersHouse): Page[] => [barrierPage(house), barriersPage(house)]
