import { readFile } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import type { Hono } from 'hono'
import { SOUND_TYPES } from '../../city/index.ts'
import type { Office } from '../actions/office.ts'

/** The recordings of the pack, for displays. Only what was listed when the pack was read is there. */
export function addSounds(app: Hono, office: Office): void {
  app.get('/sounds/:language/:file', async (c) => {
    const listed = Object.values(office.city().sounds[c.req.param('language')] ?? {})
    const file = listed.find((one) => basename(one) === c.req.param('file'))
    const body = file === undefined ? null : await readFile(file).catch(() => null)
    if (file === undefined || !body) return c.notFound()
    const type = SOUND_TYPES[extname(file).slice(1) as keyof typeof SOUND_TYPES]
    return c.body(new Uint8Array(body), 200, {
      'content-type': type,
      'cache-control': 'public, max-age=3600',
    })
  })
}
