import { type City, serviceDay } from '../../city/index.ts'
import { money } from '../../i18n/index.ts'
import type { Asking } from '../../web/index.ts'
import { amountOn, type Span } from '../rules/amount.ts'

/** For staff: what the city's list says a concern costs today, each position with its paragraph. */
export function FeePositions({
  city,
  asking,
  concern,
}: {
  readonly city: City
  readonly asking: Asking
  readonly concern: string
}) {
  const { t, now } = asking
  const positions = city.fees.concerns.get(concern)?.positions ?? []
  if (positions.length === 0) return null
  const lines = positions.map((position) => {
    const price = amountOn(position, serviceDay(city, now), false)
    return `${price ? spanText(t, price) : t('fee.at_desk')} (${position.law})`
  })
  return (
    <p class="quiet">
      {t('fee.title')}: {lines.join(' · ')}
    </p>
  )
}

/** "93,00 €", or both ends where the law gives a range. */
const spanText = (t: Asking['t'], { low, high }: Span): string =>
  low === high ? money(low) : t('fee.span', { low: money(low), high: money(high) })
