import type { Asking, View } from '../../web/index.ts'
import { LinkButton } from '../../web/look/index.ts'

/** A link that belongs to no ticket says so and nothing more. */
export const unknownTicket = ({ t, href }: Asking): View => ({
  title: t('error.not_found.title'),
  status: 404,
  body: (
    <div class="stack">
      <h1>{t('error.not_found.title')}</h1>
      <p>{t('error.not_found.text')}</p>
      <p>
        <LinkButton href={href('/')}>{t('ticket.again')}</LinkButton>
      </p>
    </div>
  ),
})
