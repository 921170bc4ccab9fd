import type { Page } from '../../web/index.ts'
import type { Office } from '../actions/office.ts'
import { alarmsPage, raisePage } from './alarm.tsx'
import { choosePage } from './choose.tsx'
import { counterPage } from './counter.tsx'
import { deskPage } from './desk.tsx'
import { displayPage } from './display.tsx'
import { figuresPage } from './figures.tsx'
import { hallPage } from './hall.tsx'
import { kioskManifest } from './kiosk-manifest.ts'
import { kioskSlipPage } from './kiosk-slip.tsx'
import { leavePage } from './leave.tsx'
import { phrasesPage, type Tongues } from './phrases.tsx'
import { posterPage } from './poster.tsx'
import { printerPage } from './printers.tsx'
import { receiptPage } from './receipt.tsx'
import { type SlipTools, slipPage } from './slip.tsx'
import { ticketPage } from './ticket.tsx'

/** The pages of the reception: for visitors, for the house, for staff. */
export const receptionPages = (office: Office, tools: SlipTools & Tongues): Page[] => [
  ticketPage(office),
  leavePage(office),
  slipPage(office, tools),
  kioskSlipPage(office, tools),
  kioskManifest(office),
  displayPage(office, tools),
  posterPage(tools),
  choosePage(office),
  deskPage(office),
  raisePage(office),
  phrasesPage(office, tools),
  alarmsPage(office),
  hallPage(office),
  printerPage(office),
  counterPage(office),
  figuresPage(office),
  receiptPage(office, tools),
]
