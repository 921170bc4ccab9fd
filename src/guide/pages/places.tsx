import { type City, deskById, deskName, type Partner, packText, placeText } from '../../city/index.ts'
import { weekdayName } from '../../i18n/index.ts'
import type { Asking } from '../../web/index.ts'
import { PhoneLink, WebLink } from '../../web/look/index.ts'

/** A place or a partner as people need it: what it does, how to reach it, when it sits where in this house. */
export function HelperCard({ city, asking, helper }: { city: City; asking: Asking; helper: string }) {
  const partner = city.partners.find((one) => one.id === helper)
  return partner ? (
    <PartnerCard city={city} asking={asking} partner={partner} />
  ) : (
    <PlaceCard city={city} asking={asking} place={helper} />
  )
}

type PlaceProps = {
  readonly city: City
  readonly asking: Asking
  readonly place: string
  /** Inside a note its name is no heading of the page. */
  readonly within?: 'note'
}

export function PlaceCard({ city, asking, place, within }: PlaceProps) {
  const text = placeText(city, asking.language.code, place)
  const { address, phone, url } = city.places.find((one) => one.id === place) ?? {}
  return (
    <div class="card stack tight">
      {within === 'note' ? <p class="strong">{text?.name}</p> : <h3>{text?.name}</h3>}
      <p>{text?.why}</p>
      {phone && (
        <p>
          <PhoneLink number={phone} />
        </p>
      )}
      {address && (
        <p>
          <bdi>{address}</bdi>
        </p>
      )}
      {url && (
        <p>
          <WebLink address={url} />
        </p>
      )}
    </div>
  )
}

function PartnerCard({ city, asking, partner }: { city: City; asking: Asking; partner: Partner }) {
  const { t, language } = asking
  return (
    <div class="card stack tight">
      <h3 lang="de">{partner.name}</h3>
      <p>{packText(city, language.code, { section: 'partners', key: partner.id })}</p>
      {partner.presence.length > 0 && (
        <>
          <p class="strong">{t('find.here')}</p>
          <ul class="plain">
            {partner.presence.map(({ weekday, from, to, desk }) => {
              const at = deskById(city, desk)
              const place = at ? deskName(city, language.code, at) : ''
              const day = weekdayName(weekday, language)
              return <li key={`${weekday}${from}`}>{t('find.when', { day, from, to, desk: place })}</li>
            })}
          </ul>
        </>
      )}
    </div>
  )
}
