import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const folder = join(import.meta.dirname, 'styles')
const styles = readdirSync(folder).map((name) => ({ name, css: readFileSync(join(folder, name), 'utf8') }))
const theme = styles.find(({ name }) => name === 'theme.css')?.css ?? ''

type Palette = ReadonlyMap<string, string>

const colours = (css: string): Palette =>
  new Map([...css.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [name, hex]))

const [brightCss = '', darkCss = ''] = theme.split('@media')
const palettes: Readonly<Record<string, Palette>> = {
  'in light': colours(brightCss),
  'in the dark': new Map([...colours(brightCss), ...colours(darkCss)]),
}

/** Relative luminance as WCAG 2 defines it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(palette: Palette, over: string, under: string): number {
  const [a, b] = [over, under].map((name) => {
    const hex = palette.get(name)
    assert.ok(hex, `the theme has a colour ${name}`)
    return luminance(hex)
  }) as [number, number]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

const GROUNDS = ['ground', 'raised', 'sunk']
const TEXTS = [
  ...['ink', 'quiet', 'action'].flatMap((over) => GROUNDS.map((under) => [over, under])),
  ...['ink', 'quiet'].flatMap((over) => ['now-tint', 'alarm-tint'].map((under) => [over, under])),
  ['alarm', 'ground'],
  ['alarm', 'alarm-tint'],
  ['on-action', 'action'],
  ['on-action', 'action-deep'],
  ['on-saffron', 'saffron'],
  ['on-alarm', 'alarm'],
] as [string, string][]
const STROKES = [
  ...['line', 'thread', 'now', 'alarm'].flatMap((over) => GROUNDS.map((under) => [over, under])),
  ['now', 'now-tint'],
  ['line', 'now-tint'],
] as [string, string][]

for (const [light, palette] of Object.entries(palettes)) {
  test(`every text can be read ${light}: contrast 7 to 1`, () => {
    for (const [over, under] of TEXTS)
      assert.ok(contrast(palette, over, under) >= 7, `${over} on ${under}: ${contrast(palette, over, under)}`)
  })
  test(`every line, border and drawing can be seen ${light}: contrast 4.5 to 1`, () => {
    for (const [over, under] of STROKES)
      assert.ok(
        contrast(palette, over, under) >= 4.5,
        `${over} on ${under}: ${contrast(palette, over, under)}`,
      )
  })
}

test('the style knows start and end, never left and right, so Arabic mirrors by itself', () => {
  const physical =
    /(?:^|[\s;{])((?:margin|padding|border)-(?:left|right)[a-z-]*|left|right|float|clear)\s*:|text-align:\s*(?:left|right)|(?:^|[\s;{])(?:width|height|top|bottom)\s*:/gm
  for (const { name, css } of styles) {
    const rules = css.replace(/\/\*[\s\S]*?\*\//g, '')
    assert.deepEqual(rules.match(physical) ?? [], [], name)
  }
})

test('nothing in the style is fetched from another house', () => {
  for (const { name, css } of styles) assert.doesNotMatch(css, /url\(["']?(?:https?:)?\/\//, name)
})

test('whoever asks for stillness gets it', () => {
  const base = styles.find(({ name }) => name === 'base.css')?.css ?? ''
  assert.match(base, /prefers-reduced-motion: reduce\) \{[^}]*animation: none !important/)
})

test('nothing moves for ever', () => {
  for (const { name, css } of styles) assert.doesNotMatch(css, /infinite/, name)
})
