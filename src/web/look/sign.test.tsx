import assert from 'node:assert/strict'
import { test } from 'node:test'
import { render } from 'preact-render-to-string'
import { strokes } from './icon.tsx'
import { COLOURS, fillOf, SIGNS, Sign, signSvg } from './sign.tsx'

test('every sign has a drawing, and no two signs have the same', () => {
  assert.ok(SIGNS.length >= 24)
  const drawings = SIGNS.map((sign) => signSvg(sign, 'blue'))
  assert.equal(new Set(drawings).size, SIGNS.length)
  const unknown = signSvg('no-such-sign', 'blue')
  for (const [index, drawing] of drawings.entries())
    assert.notEqual(drawing, unknown, `${SIGNS[index]} has no drawing of its own`)
})

test('no two colours have the same cut or the same stitch', () => {
  const edges = COLOURS.map((colour) => /<path d="([^"]+)"/.exec(signSvg('fish', colour))?.[1])
  const stitches = COLOURS.map((colour) => /stroke-dasharray="([^"]+)"/.exec(signSvg('fish', colour))?.[1])
  assert.equal(new Set(edges).size, COLOURS.length)
  assert.equal(new Set(stitches).size, COLOURS.length)
})

/** How a colour looks without red or green receptors (Viénot, Brettel and Mollon 1999), in linear light. */
const SIGHTS = {
  'without red receptors': [0.11238, 0.88762, 0, 0.11238, 0.88762, 0, 0.00401, -0.00401, 1],
  'without green receptors': [0.29275, 0.70725, 0, 0.29275, 0.70725, 0, -0.02234, 0.02234, 1],
}

const linear = (hex: string): number[] => {
  const long = hex.length === 4 ? hex.replace(/[0-9a-f]/gi, '$&$&') : hex
  return [1, 3, 5].map((at) => (Number.parseInt(long.slice(at, at + 2), 16) / 255) ** 2.2)
}

const seen = (hex: string, sight: readonly number[]): number[] => {
  const light = linear(hex)
  return [0, 3, 6].map((row) => light.reduce((sum, part, at) => sum + part * (sight[row + at] ?? 0), 0))
}

for (const [who, sight] of Object.entries(SIGHTS)) {
  test(`people who see ${who} tell the five colours apart`, () => {
    const looks = COLOURS.map((colour) =>
      seen(fillOf(colour), sight).map((part) => Math.max(0, part) ** (1 / 2.2)),
    )
    for (const [index, look] of looks.entries())
      for (const other of looks.slice(index + 1)) {
        const apart = Math.hypot(...look.map((part, at) => part - (other[at] ?? 0)))
        assert.ok(apart > 0.3, `${COLOURS[index]} is only ${apart} from another colour`)
      }
  })
}

test('a sign beside its own words is silent, a sign alone is spoken', () => {
  assert.match(render(<Sign sign="fish" colour="blue" />), /aria-hidden="true"/)
  assert.match(
    render(<Sign sign="fish" colour="blue" label="Fisch, blau" />),
    /role="img" aria-label="Fisch, blau"/,
  )
})

test('a pack that names no drawing gets a plain knot instead of a broken page', () => {
  assert.match(strokes('../../package'), /<circle/)
  assert.match(strokes('there-is-no-such-drawing'), /<circle/)
})
