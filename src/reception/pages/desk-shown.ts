import type { Desk } from '../../city/index.ts'
import type { Asking } from '../../web/index.ts'
import type { DeskView } from '../actions/look.ts'
import type { Office } from '../actions/office.ts'

/** What every part of a desk's page is shown from. */
export type Shown = {
  readonly office: Office
  readonly asking: Asking
  readonly desk: Desk
  readonly now: DeskView
}
