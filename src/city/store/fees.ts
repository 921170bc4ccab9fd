import type { z } from 'zod'
import type { Concern } from '../rules/city.ts'
import type { Cents, ConcernFee, FeeAmount, FeePosition, FeeRelief, Fees, ReliefPays } from '../rules/fees.ts'
import { concernFeeShape, feesShape, positionShape, reliefShape } from './fee-shapes.ts'
import { type Existing, fitEach, fitFile, known, knownKeys } from './reading.ts'
import { type Mistakes, readSource, type Source } from './source.ts'

type Around = { readonly concerns: readonly Concern[]; readonly documents: Existing }
type Positions = ReadonlyMap<string, FeePosition>
type At = { readonly source: Source; readonly positions: Positions }

const NO_FEES: Fees = { positions: [], reliefs: [], concerns: new Map(), papers: new Map() }
/** The position that is added when a card is to come faster. */
const EXPRESS = 'express'

/** Reads `fees.yaml`. A wrong position takes away itself and what hangs on it alone; the desk then says the fee. */
export function readFees(folder: string, { concerns, documents }: Around, mistakes: Mistakes): Fees {
  const entries = ['positions', 'reliefs', 'concerns', 'papers']
  const source = readSource(folder, { file: 'fees.yaml', entries }, mistakes)
  const raw = fitFile(feesShape, source, mistakes)
  if (!raw) return NO_FEES
  const positions = readPositions(raw.positions, source, mistakes)
  const at = { source, positions }
  const names = new Set<string>(concerns.map((concern) => concern.id))
  const free = known(raw.free, { existing: names, source, path: ['free'], kind: 'concern' }, mistakes)
  return {
    positions: [...positions.values()],
    reliefs: readReliefs(raw.reliefs, at, mistakes),
    concerns: new Map([
      ...free.map((concern): [string, ConcernFee] => [concern, FREE]),
      ...readConcernFees(raw.concerns, { ...at, names }, mistakes),
    ]),
    papers: readPapers(raw.papers, { ...at, documents }, mistakes),
  }
}

const FREE: ConcernFee = { positions: [], deskDecides: false, given: [], express: null }

type RawPosition = z.infer<typeof positionShape>

function readPositions(value: unknown, source: Source, mistakes: Mistakes): Map<string, FeePosition> {
  const at = { source, path: ['positions'], value, kind: 'fee' }
  const raws = fitEach(positionShape, at, mistakes)
  const positions = new Map<string, FeePosition>()
  for (const [name, raw] of raws) {
    const path = ['positions', name, 'like']
    const [like] = known(raw.like ? [raw.like] : [], { existing: raws, source, path, kind: 'fee' }, mistakes)
    if (raw.like && !like) mistakes.leftOut.add(`fee ${name}`)
    else positions.set(name, asPosition(name, raw, like ? raws.get(like) : raw))
  }
  return positions
}

const asPosition = (name: string, raw: RawPosition, priced: RawPosition | undefined): FeePosition => ({
  id: name,
  law: raw.law,
  amounts: Object.entries(priced?.amounts ?? {})
    .map(([from, amount]) => asAmount(from, amount))
    .sort((a, b) => (a.from < b.from ? -1 : 1)),
  halfOnApplication: raw.half_on_application,
})

const cents = (eur: number): Cents => Math.round(eur * 100)

function asAmount(from: string, amount: NonNullable<RawPosition['amounts']>[string]): FeeAmount {
  if (typeof amount === 'number') return { from, low: cents(amount), high: cents(amount), under24: null }
  if ('eur' in amount)
    return { from, low: cents(amount.eur), high: cents(amount.eur), under24: cents(amount.under_24) }
  return { from, low: cents(amount[0]), high: cents(amount[1]), under24: null }
}

function readReliefs(value: unknown, { source, positions }: At, mistakes: Mistakes): FeeRelief[] {
  const at = { source, path: ['reliefs'], value, kind: 'relief' }
  return [...fitEach(reliefShape, at, mistakes)].flatMap(([name, raw]) => {
    const naming = (key: string) => ({
      existing: positions,
      source,
      path: ['reliefs', name, key],
      kind: 'fee',
    })
    const pays = paysOf(raw.pays, positions)
    if (pays === null) {
      known([raw.pays], naming('pays'), mistakes)
      return []
    }
    const names = known(raw.for, naming('for'), mistakes)
    return [{ id: name, who: raw.who, law: raw.law, pays, positions: new Set(names) }]
  })
}

function paysOf(word: string, positions: Positions): ReliefPays | null {
  if (word === 'free' || word === 'half' || word === 'ask' || word === 'desk') return word
  const position = positions.get(word)
  return position ? { position } : null
}

/** A concern with a fee that is wrong or unknown is left out: half an answer about money is none. */
function readConcernFees(
  value: unknown,
  { source, positions, names }: At & { readonly names: Existing },
  mistakes: Mistakes,
): [string, ConcernFee][] {
  const raws = fitEach(concernFeeShape, { source, path: ['concerns'], value, kind: 'concern fee' }, mistakes)
  const at = { existing: names, source, path: ['concerns'], kind: 'concern' }
  return knownKeys([...raws.keys()], at, mistakes).flatMap((name): [string, ConcernFee][] => {
    const raw = raws.get(name)
    if (!raw) return []
    const path = ['concerns', name, 'fee']
    const fees = known(raw.fee, { existing: positions, source, path, kind: 'fee' }, mistakes)
    if (fees.length < raw.fee.length) return []
    const found = fees.flatMap((fee) => positions.get(fee) ?? [])
    const express = (raw.express && positions.get(EXPRESS)) || null
    return [[name, { positions: found, deskDecides: raw.desk_decides, given: raw.given, express }]]
  })
}

function readPapers(
  raw: Readonly<Record<string, string>>,
  { source, positions, documents }: At & { readonly documents: Existing },
  mistakes: Mistakes,
): Map<string, FeePosition> {
  const at = { existing: documents, source, path: ['papers'], kind: 'document' }
  return new Map(
    knownKeys(Object.keys(raw), at, mistakes).flatMap((paper): [string, FeePosition][] => {
      const naming = { existing: positions, source, path: ['papers', paper], kind: 'fee' }
      const [name] = known([raw[paper] ?? ''], naming, mistakes)
      const position = name === undefined ? undefined : positions.get(name)
      return position ? [[paper, position]] : []
    }),
  )
}
