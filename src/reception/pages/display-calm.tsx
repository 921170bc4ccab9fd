import { type City, packText } from '../../city/index.ts'
import { LANGUAGES, type Language } from '../../i18n/index.ts'
import type { Asking } from '../../web/index.ts'
import { Icon } from '../../web/look/index.ts'
import type { CounterRange } from '../actions/counters.ts'
import { type CalmTurn, calmTurn } from '../rules/calm.ts'
import { waitWords } from './words.ts'

export type Calm = {
  readonly turn: CalmTurn
  readonly icon: string
  /** The same thing in the screen's language and in those whose turn it is. */
  readonly lines: readonly { readonly language: Language; readonly text: string }[]
}

const baseOf = (code: string): string => code.split('-')[0] ?? code

/** What a screen says beside few calls; null where the pack says nothing. */
export function calmOf(city: City, { language, now }: Pick<Asking, 'language' | 'now'>): Calm | null {
  const others = LANGUAGES.filter(
    ({ code }) => city.languages.includes(code) && city.texts[code] && baseOf(code) !== baseOf(language.code),
  )
  const { calm } = city.premises
  const turn = calmTurn(now, { items: calm.length, languages: others.length })
  const item = turn && calm[turn.item]
  if (!item) return null
  const spoken = [language, ...turn.languages.flatMap((index) => others[index] ?? [])]
  return {
    turn,
    icon: item.icon,
    lines: spoken.map((one) => ({
      language: one,
      text: packText(city, one.code, { section: 'calm', key: item.id }),
    })),
  }
}

/** One thing worth knowing, in three languages at a time. Its name changes with the turn, so that it fades in anew. */
export const CalmCard = ({ calm: { turn, icon, lines } }: { readonly calm: Calm }) => (
  <section class="calm" id={`calm-${turn.until}`}>
    <Icon name={icon} />
    <div>
      {lines.map(({ language, text }) => (
        <p key={language.code} lang={language.code} dir={language.direction}>
          {text}
        </p>
      ))}
    </div>
  </section>
)

type RangesProps = {
  readonly city: City
  readonly asking: Asking
  readonly ranges: readonly CounterRange[]
}

/** More do not fit beside each other; the pack's first ones are the busiest doors. */
const RANGES_AT_ONCE = 3

/** How long it takes at each kind of counter for somebody who comes now. */
export function Ranges({ city, asking: { t, language }, ranges }: RangesProps) {
  if (ranges.length === 0) return null
  return (
    <dl class="board-ranges">
      <div>
        <dt>{t('display.ranges')}</dt>
      </div>
      {ranges.slice(0, RANGES_AT_ONCE).map(({ unit, wait }) => (
        <div key={unit}>
          <dt>{packText(city, language.code, { section: 'units', key: unit })}</dt>
          <dd>{waitWords(t, wait)}</dd>
        </div>
      ))}
    </dl>
  )
}
