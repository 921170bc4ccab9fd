import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Sounds } from '../rules/city.ts'

/** The kinds of recording a browser plays, by the ending of the file. */
export const SOUND_TYPES = {
  mp3: 'audio/mpeg',
  ogg: 'audio/ogg',
  opus: 'audio/ogg',
  m4a: 'audio/mp4',
  wav: 'audio/wav',
} as const satisfies Record<string, string>

const NAME = new RegExp(`^([a-z0-9-]+)\\.(${Object.keys(SOUND_TYPES).join('|')})$`)
const LANGUAGE = /^[a-z]{2,3}(-[a-z]{2,8})?$/

const inFolder = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder).sort() : [])

/** The recordings of a pack: `sounds/<language>/<what>.<ending>`. Whatever is called otherwise is none. */
export function readSounds(folder: string): Sounds {
  const all = join(folder, 'sounds')
  const languages = inFolder(all).filter((name) => LANGUAGE.test(name))
  return Object.fromEntries(
    languages.map((language) => {
      const files = inFolder(join(all, language)).flatMap((file) => {
        const what = NAME.exec(file)?.[1]
        return what === undefined ? [] : [[what, join(all, language, file)] as const]
      })
      return [language, Object.fromEntries(files)]
    }),
  )
}
