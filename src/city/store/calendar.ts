import Holidays from 'date-holidays'
import type { City, OpenSpan } from '../rules/city.ts'
import { nearest } from './names.ts'
import { fit } from './reading.ts'
import { hoursShape } from './shapes.ts'
import type { Mistakes, Source } from './source.ts'

/** Hours of the week, as they stand under `key` of a file; each that is wrong falls away alone. */
export const readHours = (
  values: readonly unknown[],
  { source, key }: { readonly source: Source; readonly key: string },
  mistakes: Mistakes,
): OpenSpan[] =>
  values.flatMap((value, i) => fit(hoursShape, { source, path: [key, i], value }, mistakes) ?? [])

/** Names a country or state whose holidays nobody knows: the house would open on Christmas Day. */
export function checkHolidays(
  { country, state }: City['holidays'],
  source: Source,
  mistakes: Mistakes,
): void {
  const calendar = new Holidays()
  const countries = Object.keys(calendar.getCountries() ?? {})
  const states = Object.keys(calendar.getStates(country) ?? {})
  const tell = (key: 'country' | 'state', name: string, names: readonly string[]) => {
    const near = nearest(name, names)
    mistakes.add(source, ['holidays', key], {
      what: `the holidays of "${name}" are not known`,
      right: near ? `did you mean "${near}"?` : `one of ${names.join(', ')}`,
    })
  }
  if (!countries.includes(country)) tell('country', country, countries)
  else if (!states.includes(state)) tell('state', state, states)
}
