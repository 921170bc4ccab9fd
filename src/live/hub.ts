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
  /** Counts everything that was told: what a page has seen when it is made. */
  readonly number: () => number
  /** Whether anybody listens to this topic in this process. */
  readonly hears: (topic: Topic) => boolean
  /** How many listen. */
  readonly size: () => number
}

type Ear = { readonly topics: readonly Topic[]; readonly listener: Listener }

export function makeHub(): Hub {
  const ears = new Set<Ear>()
  const byTopic = new Map<Topic, Set<Ear>>()
  const taps = new Set<(topics: readonly Topic[]) => void>()
  let number = 0
  const drop = (ear: Ear) => {
    ears.delete(ear)
    for (const topic of ear.topics) {
      const set = byTopic.get(topic)
      set?.delete(ear)
      if (set?.size === 0) byTopic.delete(topic)
    }
  }
  const tell = (topic: Topic) => {
    number += 1
    const set = byTopic.get(topic)
    if (!set) return
    for (const ear of [...set]) {
      try {
        if (ears.has(ear)) ear.listener(topic, number)
      } catch {
        drop(ear)
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
      const ear = { topics, listener }
      ears.add(ear)
      for (const topic of topics) byTopic.set(topic, (byTopic.get(topic) ?? new Set()).add(ear))
      return () => drop(ear)
    },
    tap(listener) {
      taps.add(listener)
      return () => taps.delete(listener)
    },
    number: () => number,
    hears: (topic) => byTopic.has(topic),
    size: () => ears.size,
  }
}
