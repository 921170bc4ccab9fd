import type { Asking } from '../../web/index.ts'
import { Icon } from '../../web/look/index.ts'
import { type AtDoor, inside } from './door.ts'

/**
 * The places for a video in German Sign Language and a text in easy German. What is still being made says so and
 * leads to a person. From a terminal no link leads out: there only what is missing is said.
 */
export function OtherWays({ at, asking }: { at: AtDoor; asking: Asking }) {
  const { t } = asking
  const { signLanguageVideo, easyLanguage } = at.office.city().otherWays
  const ways = [
    { icon: 'hand', name: t('start.sign'), link: signLanguageVideo },
    { icon: 'book-open', name: t('start.easy'), link: easyLanguage },
  ].filter(({ link }) => link === null || at.door.arrival === 'phone')
  if (ways.length === 0) return null
  return (
    <section class="stack tight">
      <h2>{t('start.access')}</h2>
      <ul class="plain stack tight">
        {ways.map(({ icon, name, link }) => (
          <li key={icon} class="way">
            <Icon name={icon} />
            {link === null ? (
              <span>{name}</span>
            ) : (
              <a href={link} hreflang="de">
                {name}
              </a>
            )}
          </li>
        ))}
      </ul>
      {ways.some(({ link }) => link === null) && (
        <p>
          {t('start.being_made')} <a href={inside(at, asking, '/help/person')}>{t('help.button')}</a>
        </p>
      )}
    </section>
  )
}
