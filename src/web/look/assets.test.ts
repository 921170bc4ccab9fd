import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { buildAssets } from './assets.ts'

const assets = await buildAssets(join(import.meta.dirname, '../../..'))

const file = (name: string) => {
  const found = assets.file(assets.url(name))
  assert.ok(found, name)
  return found
}

test('the visitor’s style stays small enough for a weak connection', () => {
  assert.ok((file('public.css').gzip?.length ?? 0) < 14_000)
})

test('style comes compressed in both ways and is the same style', () => {
  const { body, brotli, gzip, type } = file('public.css')
  assert.ok(brotli && gzip)
  assert.deepEqual(brotliDecompressSync(brotli), body)
  assert.deepEqual(gunzipSync(gzip), body)
  assert.equal(type, 'text/css; charset=utf-8')
})

test('a name nobody built is a mistake at once, an address nobody built is nothing', () => {
  assert.throws(() => assets.url('missing.css'), /No asset is called missing.css/)
  assert.equal(assets.file('/assets/../package.json'), null)
})

/** Every face of the built style with its letters and the bytes of its file. */
function faces(): { family: string; weight: string; path: string; bytes: number }[] {
  const css = file('public.css').body.toString()
  return [...css.matchAll(/@font-face\{([^}]+)\}/g)].map(([, face = '']) => {
    const path = /url\(["']?([^)"']+)/.exec(face)?.[1] ?? ''
    return {
      family: /font-family:"?([^;"]+)/.exec(face)?.[1] ?? '',
      weight: /font-weight:([^;]+)/.exec(face)?.[1] ?? '400',
      path,
      bytes: assets.file(path)?.body.length ?? Number.POSITIVE_INFINITY,
    }
  })
}

const LATIN = ['fira-sans-latin-400', 'fira-sans-latin-600']
const CYRILLIC = ['fira-sans-cyrillic-400', 'fira-sans-cyrillic-600']
const ARABIC = ['noto-sans-arabic-arabic-400']
/** What a page in a language can load, with the names of all other languages in its menu open. */
const LOADS: Readonly<Record<string, readonly string[]>> = {
  German: [...LATIN, 'fira-sans-cyrillic-400', ...ARABIC],
  Turkish: [...LATIN, 'fira-sans-latin-ext-400'],
  Ukrainian: [...LATIN, ...CYRILLIC, ...ARABIC],
  Arabic: [...LATIN, 'fira-sans-cyrillic-400', ...ARABIC],
}

for (const [language, names] of Object.entries(LOADS)) {
  test(`a page in ${language} loads at most 120 kB of letters`, () => {
    const sizes = names.map((name) => {
      const face = faces().find(({ path }) => path.includes(`/${name}-normal.`))
      assert.ok(face, `${name} is part of the style`)
      return face.bytes
    })
    const sum = sizes.reduce((all, bytes) => all + bytes, 0)
    assert.ok(sum <= 120_000, `${sum} bytes`)
  })
}

test('the heavy extended letters are a family of their own, asked for by the languages that need them', () => {
  const extended = faces().filter(({ path }) => path.includes('latin-ext'))
  assert.deepEqual([...new Set(extended.map(({ family }) => family))], ['Fira Sans Extended'])
  assert.equal(extended.length, 1)
})
