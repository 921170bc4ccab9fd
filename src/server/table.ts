import { type City, deskById } from '../city/index.ts'
import { calendarDay, clockTime, type Language, languageOf } from '../i18n/index.ts'
import type { Instant } from '../kernel/index.ts'
import { DEMO_PASSWORD, demoEmail, seatsOf } from './demo.ts'

export type TableInput = {
  readonly city: City
  readonly origin: string
  readonly now: Instant
  readonly demo: boolean
}

/** Every address of the house in one table, and in a demo the accounts. */
export function addressTable({ city, origin, now, demo }: TableInput): string {
  const german = languageOf('de') as Language
  const rows: (readonly [string, string])[] = [
    ['Visitors, own phone', `${origin}/`],
    ...city.premises.kiosks.map(
      (kiosk) => [`Kiosk: ${kiosk.name}`, `${origin}/de/kiosk/${kiosk.id}/`] as const,
    ),
    ...city.premises.displays.map(
      (display) => [`Display: ${display.name}`, `${origin}/de/display/${display.id}`] as const,
    ),
    ['Poster for the door', `${origin}/de/door`],
    ['Staff: own desk', `${origin}/de/staff`],
    ['Staff: the hall', `${origin}/de/staff/reception`],
    ['Staff: the day in figures', `${origin}/de/staff/figures`],
    ['Machine door', `${origin}/api`],
    ['Health', `${origin}/health`],
  ]
  const width = Math.max(...rows.map(([name]) => name.length))
  const lines = rows.map(([name, address]) => `  ${name.padEnd(width)}  ${address}`)
  const time = `${calendarDay(now, city.zone, german)}, ${clockTime(now, city.zone)}`
  const accounts = demo
    ? [
        '',
        `  Demo: an invented day; its clock reads ${time}.`,
        `  Accounts (password ${DEMO_PASSWORD}):`,
        ...accountLines(city),
      ]
    : ['', `  The clock reads ${time}.`]
  return ['', `  ${city.department}, ${city.name}`, '', ...lines, ...accounts, ''].join('\n')
}

/** Each account with what she is in the house, and the desk she sits at in the demo's day. */
function accountLines(city: City): string[] {
  const rows = seatsOf(city).map(([staff, seat]) => {
    const role = city.staff.find(({ id }) => id === staff)?.role ?? ''
    const place = seat && deskById(city, seat)?.name
    return [demoEmail(staff, city), place ? `${role}, ${place}` : role] as const
  })
  const width = Math.max(0, ...rows.map(([email]) => email.length))
  return rows.map(([email, who]) => `    ${email.padEnd(width)}  ${who}`)
}
