import type { City } from '../city/index.ts'
import { calendarDay, clockTime, type Language, languageOf } from '../i18n/index.ts'
import type { Instant } from '../kernel/index.ts'
import { DEMO_PASSWORD, demoEmails } from './demo.ts'

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
        ...demoEmails(city).map((email) => `    ${email}`),
      ]
    : ['', `  The clock reads ${time}.`]
  return ['', `  ${city.department}, ${city.name}`, '', ...lines, ...accounts, ''].join('\n')
}
