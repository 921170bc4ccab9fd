export type Turns = { take(work: () => Promise<void>): Promise<void> }

/** Lets one thing be done after the other, in the order in which they came; one that fails holds up nobody. */
export function makeTurns(): Turns {
  let last = Promise.resolve()
  return {
    take(work) {
      last = last.then(work).catch(() => {})
      return last
    },
  }
}
