import { type City, type Concern, concernById, packText } from '../../city/index.ts'
import { MOST_CONCERNS, type Office } from '../../reception/index.ts'
import type { Asking, Frame, View } from '../../web/index.ts'
import { chosenConcerns, concernAddress } from '../rules.ts'

/** How somebody comes in: with the own phone, or at a terminal of the house. The pages are the same. */
export type Door = {
  readonly prefix: '' | '/kiosk/:kiosk'
  readonly frame: Frame
  readonly arrival: 'phone' | 'kiosk'
}

export const PHONE: Door = { prefix: '', frame: 'public', arrival: 'phone' }
export const KIOSK: Door = { prefix: '/kiosk/:kiosk', frame: 'kiosk', arrival: 'kiosk' }

export type AtDoor = { readonly office: Office; readonly door: Door }

/** An address behind the same door, with what was chosen so far. */
export function inside({ door }: AtDoor, asking: Asking, path: string): string {
  const prefix = door.prefix.replace(':kiosk', encodeURIComponent(asking.params.kiosk ?? ''))
  const chosen = asking.url.searchParams.getAll('c').map((concern) => `c=${encodeURIComponent(concern)}`)
  return `${asking.href(prefix + path)}${chosen.length > 0 ? `?${chosen.join('&')}` : ''}`
}

export const chosenIn = (city: City, asking: Asking): string[] =>
  chosenConcerns(
    asking.url.searchParams.getAll('c').map((address) => concernAt(city, address)?.id ?? ''),
    { exists: (concern) => concern !== '', most: MOST_CONCERNS },
  )

/** The concern that an address names. */
export const concernAt = (city: City, address: string): Concern | undefined =>
  concernById(city, address) ?? city.concerns.find((concern) => concernAddress(concern) === address)

/** Where the answer of a concern stands behind this door. */
export function answerAddress(at: AtDoor, asking: Asking, concern: string): string {
  const known = concernById(at.office.city(), concern)
  return inside(at, asking, `/concern/${known ? concernAddress(known) : concern}`)
}

export const concernTitle = (city: City, asking: Asking, concern: string): string =>
  packText(city, asking.language.code, { section: 'concerns', key: concern })

/**
 * A view behind this door: its frame, and the house's name leading to this door's first page. It is discreet where a
 * discreet concern is among those chosen.
 */
export const framed = (at: AtDoor, asking: Asking, { tongues, ...view }: View): View => ({
  ...view,
  frame: at.door.frame,
  home: inside(at, asking, '/').split('?')[0] ?? '/',
  discreet: view.discreet === true || chosenIn(at.office.city(), asking).some(isDiscreet(at)),
  // A terminal serves whoever stands before it: all languages lie open there.
  ...(tongues && at.door.frame === 'kiosk' ? { tongues } : {}),
})

const isDiscreet =
  ({ office }: AtDoor) =>
  (concern: string): boolean =>
    concernById(office.city(), concern)?.discreet === true

/** Terminals that the pack does not name do not exist. */
export const knownKiosk = ({ office, door }: AtDoor, asking: Asking): boolean =>
  door.prefix === '' || office.city().premises.kiosks.some((kiosk) => kiosk.id === asking.params.kiosk)
