import { meanOf, readableRange, type Spread, varianceOf, type Wait, Z90 } from './forecast.ts'

/** One station still to come: how long she waits for it, and how long it takes. */
export type Leg = { readonly wait: Wait; readonly service: Spread }

/**
 * Minutes until the last station is done, as the range from the 10th to the 90th percentile: the waits and services of all
 * legs added up as if they were independent. Not certain where a station has no desk.
 */
export function forecastRoute(legs: readonly Leg[]): Wait {
  let mean = 0
  let variance = 0
  for (const { wait, service } of legs) {
    mean += (wait.from + wait.to) / 2 + meanOf(service)
    variance += ((wait.to - wait.from) / 2 / Z90) ** 2 + varianceOf(service)
  }
  const spread = Z90 * Math.sqrt(variance)
  return { ...readableRange(mean - spread, mean + spread), certain: legs.every(({ wait }) => wait.certain) }
}
