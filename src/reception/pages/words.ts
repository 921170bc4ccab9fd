import type { Translate } from '../../i18n/index.ts'
import { COLOURS, SIGNS } from '../../web/look/index.ts'
import { signOf } from '../rules/ticket.ts'

/** A wait the way people say it: "15 bis 25 Minuten", "höchstens 10 Minuten", "2 bis 3 Stunden". */
export function waitWords(t: Translate, wait: { readonly from: number; readonly to: number }): string {
  if (wait.from === 0) return t('wait.up_to', { to: wait.to })
  if (wait.to <= 120) return t('wait.range', { from: wait.from, to: wait.to })
  const from = Math.max(1, Math.floor(wait.from / 60))
  return t('wait.hours', { from, to: Math.max(from + 1, Math.ceil(wait.to / 60)) })
}

/** Names of a drawing and a colour; both are keys of texts. */
export type SignLook = { readonly sign: string; readonly colour: string }

/** The drawing and colour that go with a number. */
export function signLook(number: number): SignLook {
  const { sign, colour } = signOf(number, { signs: SIGNS.length, colours: COLOURS.length })
  return { sign: SIGNS[sign] ?? 'fish', colour: COLOURS[colour] ?? 'blue' }
}

/** The sign in words: "Fisch, blau". */
export function signName(t: Translate, number: number): string {
  const { sign, colour } = signLook(number)
  return t('sign.named', {
    sign: t(`sign.${sign}` as 'sign.fish'),
    colour: t(`colour.${colour}` as 'colour.blue'),
  })
}
