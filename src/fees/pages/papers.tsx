import type { ComponentChildren } from 'preact'
import { type City, packText, serviceDay } from '../../city/index.ts'
import { money } from '../../i18n/index.ts'
import type { Asking } from '../../web/index.ts'
import { amountOn } from '../rules/amount.ts'

/** A paper to bring; one that can be had in the house says so, and what it costs there today. */
export function paperText(city: City, asking: Asking, paper: string): ComponentChildren {
  const text = packText(city, asking.language.code, { section: 'documents', key: paper })
  const position = city.fees.papers.get(paper)
  const price = position && amountOn(position, serviceDay(city, asking.now), false)
  return price ? `${text} (${asking.t('fee.paper', { amount: money(price.high) })})` : text
}
