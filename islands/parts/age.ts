/** How old what a screen shows is: fresh; old enough for a small mark; so old that people must be told. */
export type Age = 'fresh' | 'old' | 'away'

const OLD_AFTER = 15_000
const AWAY_AFTER = 60_000

/** The age of a state that was true so many milliseconds ago. */
export const ageOf = (milliseconds: number): Age =>
  milliseconds > AWAY_AFTER ? 'away' : milliseconds > OLD_AFTER ? 'old' : 'fresh'
