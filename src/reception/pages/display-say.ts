import { basename } from 'node:path'
import { type City, deskById, deskName, isQuiet } from '../../city/index.ts'
import { type Language, languageOf, SOURCE } from '../../i18n/index.ts'
import type { RecentCall } from '../rules/hall.ts'
import type { Visit } from '../rules/visit.ts'
import type { SlipTools } from './slip.tsx'
import { signName } from './words.ts'

/** One call as it may be heard in one language: the sentence, and recordings where the pack has all of them. */
export type Said = { readonly lang: string; readonly text: string; readonly sounds?: readonly string[] }

/**
 * What may be heard of a call: German for everybody, and her own language only where she said so. Nothing in quiet hours.
 */
export function sayingsOf(
  city: City,
  { tongue }: Pick<SlipTools, 'tongue'>,
  { call, visit }: { readonly call: RecentCall; readonly visit: Visit | undefined },
): Said[] {
  return tonguesOf(visit).map((language) => {
    const { t } = tongue(language.code)
    const desk = deskById(city, call.desk)
    const to = t('display.to', { desk: desk ? deskName(city, language.code, desk) : '' })
    const text = t('display.say', { number: call.number, sign: signName(t, call.number), to }).replace(
      ISOLATES,
      '',
    )
    const sounds = recordings(city, language.code, [`number-${call.number}`, `desk-${call.desk}`])
    return { lang: language.code, text, ...(sounds ? { sounds } : {}) }
  })
}

/** Marks that part right-to-left words from others for the eye; a voice would stumble over them. */
const ISOLATES = /[\u2066-\u2069]/g

/** Whether calls of this moment are heard at all. */
export const isHeard = (city: City, call: RecentCall): boolean => !isQuiet(city, call.at)

function tonguesOf(visit: Visit | undefined): Language[] {
  const german = languageOf(SOURCE) as Language
  if (!visit?.needs.includes('spoken')) return [german]
  const own = languageOf(visit.spokenLanguage) ?? languageOf(visit.readingLanguage)
  return own && own.intl !== german.intl ? [german, own] : [german]
}

function recordings(city: City, language: string, parts: readonly string[]): string[] | null {
  const files = parts.map((part) => city.sounds[language]?.[part])
  return files.every((file) => file !== undefined)
    ? files.map((file) => `/sounds/${language}/${basename(file ?? '')}`)
    : null
}
