import QRCode from 'qrcode'
import type { Page } from '../../web/index.ts'
import type { SlipTools } from './slip.tsx'

/** The poster at the door: whoever has a phone takes a number there, before the queue. */
export const posterPage = (tools: SlipTools): Page => ({
  path: '/door',
  access: 'everyone',
  get: async ({ t, url, language }) => {
    const code = await QRCode.toString(`${tools.publicUrl ?? url.origin}/`, { type: 'svg', margin: 1 })
    const body = (
      <div class="stack">
        <h1>{t('door.title')}</h1>
        <div
          class="qr large"
          role="img"
          aria-label={t('door.title')}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by the QR library from our own address
          dangerouslySetInnerHTML={{ __html: code.replace('<svg ', '<svg aria-hidden="true" ') }}
        />
        <p class="lead">{t('door.text')}</p>
        {language.code !== 'de' && (
          <p class="lead" lang="de" dir="ltr">
            {tools.german.t('door.text')}
          </p>
        )}
      </div>
    )
    return { title: t('door.title'), body }
  },
})
