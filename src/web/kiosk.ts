import type { City } from '../city/index.ts'
import type { KioskWords } from './look/index.ts'
import type { Asking, View } from './page.ts'

/** What every page of a terminal does by itself: it asks for more time and clears itself, and it reads aloud. */
export const KIOSK_ISLANDS = ['idle', 'speak'] as const

/** Without a script nobody is asked: so it takes longer until the page begins anew. */
const CLEARS_SECONDS = 180
/** When the rest of the time is said. */
const SAID_SECONDS = [20, 15, 10, 5]

export type Kiosk = {
  /** The first page of this terminal, in the city's first language: the next person reads another. */
  readonly start: string
  readonly manifest: string
  readonly clears: { readonly seconds: number; readonly href: string }
  readonly words: KioskWords
}

/** What belongs to the terminal on which a view is shown. */
export function kioskOf(
  city: City,
  { view, asking: { t, language } }: { readonly view: View; readonly asking: Pick<Asking, 't' | 'language'> },
): Kiosk {
  const home = view.home ?? `/${language.code}/`
  const start = home.replace(/^\/[^/]+/, `/${city.languages[0] ?? language.code}`)
  return {
    start,
    manifest: `${start}manifest.webmanifest`,
    clears: { seconds: view.clearsAfter ?? CLEARS_SECONDS, href: start },
    words: {
      speak: t('kiosk.speak'),
      stop: t('kiosk.speak_stop'),
      again: t('common.start_again'),
      moreTime: t('kiosk.more_time'),
      yes: t('kiosk.more_time_yes'),
      left: SAID_SECONDS.map((seconds) => ({ seconds, text: t('kiosk.time_left', { seconds }) })),
    },
  }
}
