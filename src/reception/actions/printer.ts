import type { Instant, KioskId } from '../../kernel/index.ts'
import type { Office } from './office.ts'

export type SilentPrinter = { readonly kiosk: KioskId; readonly name: string; readonly since: Instant }

/**
 * Somebody said whether her slip came out of a terminal. The first "no" is kept with its time until a slip came out or
 * the staff have seen to the printer; the numbers themselves are untouched. Kept in this process only.
 */
export function notePrinter(office: Office, kiosk: KioskId, prints: boolean): void {
  const { printers } = office.memory
  if (prints ? !printers.delete(kiosk) : printers.has(kiosk)) return
  if (!prints) printers.set(kiosk, office.clock.now())
  office.hub.publish(['hall'])
}

/** The terminals whose slips do not come out, and since when that is known. */
export const silentPrinters = (office: Office): SilentPrinter[] =>
  office.city().premises.kiosks.flatMap(({ id, name }) => {
    const since = office.memory.printers.get(id)
    return since === undefined ? [] : [{ kiosk: id, name, since }]
  })
