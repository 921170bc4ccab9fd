import type { z } from 'zod'
import type { Contact, OtherWays } from '../rules/contact.ts'
import { fit } from './reading.ts'
import { type cityShape, contactShape, linkShape } from './shapes.ts'
import type { Mistakes, Source } from './source.ts'

type Base = z.infer<typeof cityShape>

/** Who answers for the pages; without a word of the pack the department at the address of its house. */
export function readContact(
  base: Base,
  { source, address }: { source: Source; address: string },
  mistakes: Mistakes,
): Contact {
  const raw = fit(contactShape, { source, path: ['contact'], value: base.contact }, mistakes)
  return {
    publisher: raw?.publisher ?? `${base.name}, ${base.department}`,
    representedBy: raw?.represented_by ?? null,
    address: raw?.address ?? address,
    phone: raw?.phone ?? null,
    email: raw?.email ?? null,
    privacyOfficer: raw?.privacy_officer ?? null,
    privacyAuthority: raw?.privacy_authority ?? null,
    ombud: raw?.ombud ?? null,
    statement: raw?.statement ?? null,
    examples: raw?.examples ?? [],
  }
}

/** A wrong address is no way: the first page then says that it is being made. */
export function readOtherWays(base: Base, source: Source, mistakes: Mistakes): OtherWays {
  const link = (name: 'sign_language_video' | 'easy_language') =>
    fit(linkShape, { source, path: [name], value: base[name] ?? null }, mistakes)
  return { signLanguageVideo: link('sign_language_video'), easyLanguage: link('easy_language') }
}
