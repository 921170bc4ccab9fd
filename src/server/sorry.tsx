import type { Translate } from '../i18n/index.ts'
import type { View } from '../web/index.ts'
import { LinkButton } from '../web/look/index.ts'

const TEXTS = {
  404: ['error.not_found.title', 'error.not_found.text'],
  413: ['error.too_large.title', 'error.internal.text'],
  500: ['error.internal.title', 'error.internal.text'],
} as const

/** What somebody reads when an address leads nowhere or something broke here. */
export function SorryPage({
  t,
  status,
  home,
}: {
  t: Translate
  status: keyof typeof TEXTS
  home: string
}): View {
  const [title, text] = TEXTS[status]
  const body = (
    <div class="stack">
      <h1>{t(title)}</h1>
      <p class="lead">{t(text)}</p>
      <p>
        <LinkButton href={home}>{t('common.start_again')}</LinkButton>
      </p>
    </div>
  )
  return { title: t(title), body, status }
}
