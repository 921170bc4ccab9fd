import QRCode from 'qrcode'
import type { Page } from '../../web/index.ts'
import { Button } from '../../web/look/index.ts'
import { QrCode } from './qr-code.tsx'
import type { SlipTools } from './slip.tsx'

/** The poster at the door: whoever has a phone takes a number there, before the queue. */
export const posterPage = (tools: SlipTools): Page => ({
  path: '/door',
  access: 'everyone',
  get: async ({ t, url, language }) => {
    const code = await QRCode.toString(`${tools.publicUrl ?? url.origin}/`, { type: 'svg', margin: 1 })
    const body = (
      <div class="stack centred">
        <h1>{t('door.title')}</h1>
        <QrCode svg={code} label={t('door.title')} large />
        <p class="lead">{t('door.text')}</p>
        {language.code !== 'de' && (
          <p class="lead" lang="de" dir="ltr">
            {tools.german.t('door.text')}
          </p>
        )}
        <Button id="print" type="button" icon="printer" hidden>
          {t('door.print')}
        </Button>
      </div>
    )
    return { title: t('door.title'), body, islands: ['print'] }
  },
})
