import { id } from '../../kernel/index.ts'
import type { Concern, GuideTopic } from '../rules/city.ts'
import { fitEach, known } from './reading.ts'
import { topicShape } from './shapes.ts'
import { type Mistakes, readSource } from './source.ts'

/** Reads the guide. A concern that does not exist is named and left out of its group. */
export function readGuide(folder: string, concerns: readonly Concern[], mistakes: Mistakes): GuideTopic[] {
  const source = readSource(folder, { file: 'guide.yaml', entries: 'outer' }, mistakes)
  const existing = new Set<string>(concerns.map((concern) => concern.id))
  const at = { source, path: [], value: source.value, kind: 'topic' }
  return [...fitEach(topicShape, at, mistakes)].map(([topic, raw]) => ({
    id: topic,
    icon: raw.icon,
    groups: Object.entries(raw.groups).map(([group, names]) => {
      const path = [topic, 'groups', group]
      const kept = known(names, { existing, source, path, kind: 'concern' }, mistakes)
      return { id: group, concerns: kept.map(id<'concern'>) }
    }),
  }))
}
