import { id } from '../../kernel/index.ts'
import type { City, Partner, Premises, StaffMember } from '../rules/city.ts'
import { fitEach, known } from './reading.ts'
import { partnerShape, staffShape } from './shapes.ts'
import { type Mistakes, readSource, type Source } from './source.ts'

export const partnerSource = (folder: string, mistakes: Mistakes): Source =>
  readSource(folder, { file: 'partners.yaml', entries: 'outer' }, mistakes)

export function readPartners(source: Source, mistakes: Mistakes): Partner[] {
  const at = { source, path: [], value: source.value, kind: 'partner' }
  return [...fitEach(partnerShape, at, mistakes)].map(([name, raw]) => ({
    id: name,
    name: raw.name,
    about: raw.about,
    example: raw.example,
    presence: raw.presence.map((span) => ({ ...span, desk: id<'desk'>(span.desk) })),
  }))
}

/** Partners with the hours at desks that exist in the house; other hours are mistakes and fall away. */
export function seated(
  partners: readonly Partner[],
  { source, premises }: { source: Source; premises: Premises },
  mistakes: Mistakes,
): Partner[] {
  const existing = new Set<string>(premises.desks.map((desk) => desk.id))
  return partners.map((partner) => ({
    ...partner,
    presence: partner.presence.filter((span, i) => {
      const path = [partner.id, 'presence', i, 'desk']
      return known([span.desk], { existing, source, path, kind: 'desk' }, mistakes).length > 0
    }),
  }))
}

export function readStaff(
  folder: string,
  city: Pick<City, 'units' | 'concerns' | 'spokenLanguages'>,
  mistakes: Mistakes,
): StaffMember[] {
  const source = readSource(folder, { file: 'staff.yaml', entries: 'outer' }, mistakes)
  const units = new Set<string>(city.units.map((unit) => unit.id))
  const concerns = new Set<string>(city.concerns.map((concern) => concern.id))
  const languages = new Set(city.spokenLanguages.map((language) => language.code))
  const at = { source, path: [], value: source.value, kind: 'staff member' }
  return [...fitEach(staffShape, at, mistakes)].map(([name, raw]) => {
    const naming = (key: string, kind: string, existing: ReadonlySet<string>) => ({
      existing,
      source,
      path: [name, key],
      kind,
    })
    return {
      id: name,
      firstName: raw.first_name,
      role: raw.role,
      units: known(raw.units, naming('units', 'unit', units), mistakes).map(id<'unit'>),
      skills: known(raw.skills, naming('skills', 'concern', concerns), mistakes).map(id<'concern'>),
      languages: known(raw.languages, naming('languages', 'language', languages), mistakes),
    }
  })
}
