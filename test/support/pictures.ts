import { join } from 'node:path'
import type { Page } from 'playwright-core'

const FOLDER = join(import.meta.dirname, '../../docs/pictures')

export type Picture = { readonly name: string; readonly lang: string; readonly fullPage?: boolean }

/** The file of a picture: `<name>-<lang>-<width>.png`. @throws when a part would leave the folder. */
export function pictureFile({ name, lang }: Picture, width: number): string {
  if (!/^[a-z0-9-]+$/.test(name) || !/^[a-z-]+$/.test(lang))
    throw new Error(`No name for a picture: ${name} ${lang}`)
  return join(FOLDER, `${name}-${lang}-${width}.png`)
}

/** Saves what the page shows for the documentation, only when `FOYER_PICTURES=1` asks for it; says where, or null. */
export async function picture(page: Page, wanted: Picture): Promise<string | null> {
  if (process.env.FOYER_PICTURES !== '1') return null
  const path = pictureFile(wanted, page.viewportSize()?.width ?? 0)
  await page.screenshot({ path, fullPage: wanted.fullPage ?? true, animations: 'disabled' })
  return path
}
