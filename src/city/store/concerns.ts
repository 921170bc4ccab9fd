import type { z } from 'zod'
import { id } from '../../kernel/index.ts'
import type { Concern } from '../rules/city.ts'
import { type Existing, fitEach, known } from './reading.ts'
import { concernShape } from './shapes.ts'
import { filesIn, type Mistakes, readSource } from './source.ts'

/** Reads every concern of the pack. One that is wrong is left out; its papers and places that are wrong fall away alone. */
export function readConcerns(
  folder: string,
  around: {
    units: ReadonlyMap<string, unknown>
    documents: ReadonlySet<string>
    places: ReadonlyMap<string, unknown>
  },
  mistakes: Mistakes,
): Concern[] {
  const concerns: Concern[] = []
  for (const file of filesIn(folder, 'concerns')) {
    const source = readSource(folder, file, mistakes)
    for (const [name, raw] of fitEach(concernShape, { source, path: [], value: source.value }, mistakes)) {
      const at = (key: string, kind: string, existing: Existing) => ({
        existing,
        source,
        path: [name, key],
        kind,
      })
      if (known([raw.unit], at('unit', 'unit', around.units), mistakes).length === 0) continue
      const documents = known(raw.documents, at('documents', 'document', around.documents), mistakes)
      const wished = raw.elsewhere ? [raw.elsewhere] : []
      const elsewhere = known(wished, at('elsewhere', 'place', around.places), mistakes)
      concerns.push(asConcern(name, concerns.length, { ...raw, documents, elsewhere: elsewhere[0] }))
    }
  }
  return concerns
}

function asConcern(name: string, index: number, raw: z.infer<typeof concernShape>): Concern {
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
    ...(raw.elsewhere ? { elsewhere: raw.elsewhere } : {}),
    legalBasis: raw.legal_basis,
    fee: raw.fee,
    privacy: raw.privacy,
    partners: raw.partners,
    confidence: raw.confidence,
    sources: raw.sources,
  }
}
