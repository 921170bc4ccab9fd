import { houseName } from '../../city/index.ts'
import type { Page } from '../../web/index.ts'
import type { Office } from '../actions/office.ts'

/** What a browser needs to open a terminal in full screen as an application of its own (W3C application manifest). */
export const kioskManifest = (office: Office): Page => ({
  path: '/kiosk/:kiosk/manifest.webmanifest',
  access: 'everyone',
  get: ({ params, href, language }) => {
    const start = href(`/kiosk/${encodeURIComponent(params.kiosk ?? '')}/`)
    const name = houseName(office.city(), language.code)
    const { code: lang, direction: dir } = language
    const manifest = { name, lang, dir, id: start, start_url: start, scope: '/', display: 'fullscreen' }
    return new Response(JSON.stringify(manifest), {
      headers: { 'content-type': 'application/manifest+json', 'cache-control': 'no-store' },
    })
  },
})
