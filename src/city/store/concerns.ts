import type { z } from 'zod'
import { id } from '../../kernel/index.ts'
import type { Concern } from '../rules/city.ts'
import { type Existing, fitEach, known } from './reading.ts'
import { concernShape } from './shapes.ts'
import { filesIn, type Mistakes, readSource, type Source } from './source.ts'

type Raw = z.infer<typeof concernShape>
type Around = {
  readonly units: Existing
  readonly documents: Existing
  readonly places: Existing
  readonly stations: Existing
  readonly partners: Existing
}

/** Reads every concern of the pack. One that is wrong is left out; its papers and places that are wrong fall away alone. */
export function readConcerns(folder: string, around: Around, mistakes: Mistakes): Concern[] {
  const concerns = new Map<string, Concern>()
  for (const file of filesIn(folder, 'concerns')) {
    const source = readSource(folder, { file, entries: 'outer' }, mistakes)
    const at = { source, path: [], value: source.value, kind: 'concern' }
    for (const [name, raw] of fitEach(concernShape, at, mistakes)) {
      if (concerns.has(name)) {
        const what = `concern "${name}" stands in another file too`
        mistakes.add(source, [name], { what, right: 'each concern once' })
        continue
      }
      const linked = link({ name, raw, source }, around, mistakes)
      if (linked) concerns.set(name, asConcern(name, concerns.size, linked))
      else mistakes.leftOut.add(`concern ${name}`)
    }
  }
  return [...concerns.values()]
}

/** A concern with the papers and the place that exist; null when its unit does not. */
function link(
  { name, raw, source }: { name: string; raw: Raw; source: Source },
  around: Around,
  mistakes: Mistakes,
): Raw | null {
  const at = (key: string, kind: string, existing: Existing) => ({
    existing,
    source,
    path: [name, key],
    kind,
  })
  if (known([raw.unit], at('unit', 'unit', around.units), mistakes).length === 0) return null
  const documents = known(raw.documents, at('documents', 'document', around.documents), mistakes)
  const wished = raw.elsewhere ? [raw.elsewhere] : []
  const [elsewhere] = known(wished, at('elsewhere', 'place', around.places), mistakes)
  const stations = known(raw.stations, at('stations', 'station', around.stations), mistakes)
  const helpers = new Set([...around.partners.keys(), ...around.places.keys()])
  const standing = raw.independent.filter((helper) => !mistakes.leftOut.has(`place ${helper}`))
  const independent = known(standing, at('independent', 'partner', helpers), mistakes)
  return { ...raw, documents, elsewhere, stations, independent }
}

function asConcern(name: string, index: number, raw: Raw): Concern {
  const [low, typical, high] = raw.minutes
  return {
    id: id<'concern'>(name),
    index,
    title: raw.title,
    unit: id<'unit'>(raw.unit),
    channel: raw.channel,
    minutes: { low, typical, high },
    documents: raw.documents,
    interpreter: raw.interpreter,
    discreet: raw.discreet,
    urgent: raw.urgent,
    simple: raw.complexity === 'simple' || raw.complexity === 'triage',
    stations: raw.stations.map(id<'station'>),
    checks: raw.checks,
    ...(raw.elsewhere ? { elsewhere: raw.elsewhere } : {}),
    legalBasis: raw.legal_basis,
    privacy: raw.privacy,
    partners: raw.partners,
    independent: raw.independent,
    confidence: raw.confidence,
    sources: raw.sources,
  }
}
