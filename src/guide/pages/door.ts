import { type City, type Concern, concernById, packText } from '../../city/index.ts'
import { MOST_CONCERNS, type Office } from '../../reception/index.ts'
import type { Asking, Frame, Page, View } from '../../web/index.ts'
import { chosenConcerns, concernAddress } from '../rules.ts'
import { OnThePhone } from './hotline.tsx'

/**
 * How somebody comes in: with the own phone, at a terminal of the house, or by calling, where a clerk walks for her. The
 * pages are the same.
 */
export type Door = {
  readonly prefix: '' | '/kiosk/:kiosk' | '/staff/hotline'
  readonly frame: Frame
  readonly access: Page['access']
  readonly arrival: 'phone' | 'kiosk'
  /** Whether somebody stands behind it who can take a number; a caller cannot. */
  readonly gives: boolean
}

export const PHONE: Door = { prefix: '', frame: 'public', access: 'everyone', arrival: 'phone', gives: true }
export const KIOSK: Door = { ...PHONE, prefix: '/kiosk/:kiosk', frame: 'kiosk', arrival: 'kiosk' }
export const HOTLINE: Door = {
  ...PHONE,
  prefix: '/staff/hotline',
  frame: 'staff',
  access: 'staff',
  gives: false,
}

export type AtDoor = {
  readonly office: Office
  readonly door: Door
  /** Address of the house for phones; null: that of the request. */
  readonly publicUrl: string | null
}

/** Where the guide begins behind a door. */
export const startPath = (door: Door): string => (door.frame === 'staff' ? door.prefix : `${door.prefix}/`)

/** An address behind the same door, with what was chosen so far. */
export function inside({ door }: AtDoor, asking: Asking, path: string): string {
  const whole = path === '/' ? startPath(door) : door.prefix + path
  const at = whole.replace(':kiosk', encodeURIComponent(asking.params.kiosk ?? ''))
  const chosen = asking.url.searchParams.getAll('c').map((concern) => `c=${encodeURIComponent(concern)}`)
  return `${asking.href(at)}${chosen.length > 0 ? `?${chosen.join('&')}` : ''}`
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
  body: at.door.gives
    ? view.body
    : OnThePhone({ at, asking, start: inside(at, asking, '/'), children: view.body }),
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
  door.frame !== 'kiosk' || office.city().premises.kiosks.some((kiosk) => kiosk.id === asking.params.kiosk)
