/** Something changed under this name; whoever may see it fetches it again. Carries no data. */
export type Topic = string

export type Listener = (topic: Topic, number: number) => void

export type Hub = {
  /** Tells everybody who listens. Listeners only enqueue; one that throws is dropped. */
  publish(topics: Iterable<Topic>): void
  /** Hears of the given topics until the returned function is called. */
  listen(topics: readonly Topic[], listener: Listener): () => void
  /** Hears of everything, for telling other processes. */
  tap(listener: (topics: readonly Topic[]) => void): () => void
  readonly size: () => number
}

export function makeHub(): Hub {
  const listeners = new Map<Topic, Set<Listener>>()
  const taps = new Set<(topics: readonly Topic[]) => void>()
  let number = 0
  let count = 0
  const tell = (topic: Topic) => {
    const set = listeners.get(topic)
    if (!set) return
    number += 1
    for (const listener of set) {
      try {
        listener(topic, number)
      } catch {
        set.delete(listener)
      }
    }
  }
  return {
    publish(topics) {
      const all = [...new Set(topics)]
      for (const topic of all) tell(topic)
      for (const tap of taps) tap(all)
    },
    listen(topics, listener) {
      count += 1
      for (const topic of topics) {
        const set = listeners.get(topic) ?? new Set()
        listeners.set(topic, set.add(listener))
      }
      return () => {
        count -= 1
        for (const topic of topics) {
          const set = listeners.get(topic)
          set?.delete(listener)
          if (set?.size === 0) listeners.delete(topic)
        }
      }
    },
    tap(listener) {
      taps.add(listener)
      return () => taps.delete(listener)
    },
    size: () => count,
  }
}
