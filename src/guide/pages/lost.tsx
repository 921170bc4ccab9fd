import type { Asking, View } from '../../web/index.ts'
import { LinkButton } from '../../web/look/index.ts'

/** What an address shows that leads nowhere. */
export const lost = ({ t, href }: Asking): View => ({
  title: t('error.not_found.title'),
  status: 404,
  body: (
    <div class="stack">
      <h1>{t('error.not_found.title')}</h1>
      <p>{t('error.not_found.text')}</p>
      <p>
        <LinkButton href={href('/')}>{t('common.start_again')}</LinkButton>
      </p>
    </div>
  ),
})
