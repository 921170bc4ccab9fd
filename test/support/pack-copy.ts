import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './house.ts'

/** A text in a file of a pack: the first one after `from`, or the first one of all. */
export type Place = { readonly file: string; readonly from?: string; readonly text: string }

/** A copy of Krefeld's pack that a test may break. */
export type PackCopy = {
  readonly folder: string
  readonly files: readonly string[]
  text(file: string): string
  write(file: string, text: string): void
  /** Replaces the text at a place. Returns the line on which it begins, counted from 1. @throws when it is not there. */
  replace(place: Place, by: string): number
  remove(file: string): void
  /** Every file as it was. */
  restore(): void
  dispose(): void
}

const KREFELD = join(root, 'packs/krefeld')

export function copyOfKrefeld(): PackCopy {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-pack-'))
  const restore = () => {
    rmSync(folder, { recursive: true, force: true })
    cpSync(KREFELD, folder, { recursive: true })
  }
  restore()
  const text = (file: string) => readFileSync(join(folder, file), 'utf8')
  const write = (file: string, content: string) => writeFileSync(join(folder, file), content)
  return {
    folder,
    files: readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.yaml'),
    ),
    text,
    write,
    replace: (place, by) => {
      const whole = text(place.file)
      const begin = place.from === undefined ? 0 : whole.indexOf(place.from)
      const at = begin < 0 ? -1 : whole.indexOf(place.text, begin)
      if (at < 0) throw new Error(`"${place.text}" does not stand in ${place.file}`)
      write(place.file, whole.slice(0, at) + by + whole.slice(at + place.text.length))
      return whole.slice(0, at).split('\n').length
    },
    remove: (file) => rmSync(join(folder, file), { recursive: true }),
    restore,
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  }
}
