const GERMAN = new Intl.NumberFormat('de-DE', { style: 'currency', currency: 'EUR' })
/** Keeps the amount together and from left to right in a sentence that runs the other way (Unicode: LRI … PDI). */
const [ISOLATE, END] = ['\u2066', '\u2069']

/**
 * Money as papers in Germany show it, in every language: "46,00 €". `cents`: whole cents. A string, so that it stands in
 * sentences of the catalogue.
 */
export function money(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0')
  // By its digits, so that no amount is ever rounded.
  const euros = `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}` as `${number}`
  return `${ISOLATE}${GERMAN.format(euros)}${END}`
}
