import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, it } from 'node:test'
import fc from 'fast-check'
import { copyOfKrefeld } from '../../../test/support/pack-copy.ts'
import { formatMistakes, readCity } from '../index.ts'

const pack = copyOfKrefeld()
after(() => pack.dispose())

const TOKENS = [
  '',
  '{',
  '}',
  '[',
  ']',
  '"',
  "'",
  ':',
  '-',
  '&a',
  '*a',
  '!!binary',
  'null',
  '0',
  '\t',
  '%',
  '|',
  '__proto__',
]

/** What may happen to a file: a line is gone or doubled, its end is missing, or one word of it became another. */
const damage = fc.record({
  file: fc.constantFrom(...pack.files),
  kind: fc.constantFrom('delete', 'double', 'cut', 'token'),
  at: fc.nat(),
  word: fc.nat(),
  token: fc.constantFrom(...TOKENS),
})
type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never

function damaged(text: string, { kind, at, word, token }: Damage): string {
  const lines = text.split('\n')
  const line = at % lines.length
  if (kind === 'delete') lines.splice(line, 1)
  else if (kind === 'cut') lines.length = at % 3 === 0 ? 0 : line
  else if (kind === 'double') lines.splice(line, 0, lines[line] ?? '')
  else {
    const words = (lines[line] ?? '').split(/(?<=[^\w])|(?=[^\w])/)
    words[word % Math.max(1, words.length)] = token
    lines[line] = words.join('')
  }
  return lines.join('\n')
}

it('a pack that anything happened to is read without an error, and what is missing is told', () => {
  const whole = readCity(pack.folder).city
  assert.ok(whole)
  fc.assert(
    fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), (damages) => {
      pack.restore()
      for (const one of damages) pack.write(one.file, damaged(pack.text(one.file), one))
      const { city, mistakes } = readCity(pack.folder)
      const told = formatMistakes(mistakes)
      for (const mistake of mistakes) {
        const lines = pack.text(mistake.file).split('\n').length
        assert.ok(mistake.line >= 1 && mistake.line <= lines, told)
        assert.ok(mistake.what !== '' && mistake.right !== '', told)
      }
      // One slip takes away one concern; where more are missing, somebody must be told.
      if (city && whole.concerns.length - city.concerns.length > damages.length)
        assert.ok(mistakes.length > 0)
      if (!city) assert.ok(mistakes.some(({ weight }) => weight === 'whole'))
    }),
    { numRuns: 40 },
  )
})

it('a folder or a file of another program among the files of a pack does not stop it', () => {
  pack.restore()
  mkdirSync(join(pack.folder, 'concerns/old.yaml'))
  pack.write('concerns/.#residence.yaml', '{{{')
  const { city, mistakes } = readCity(pack.folder)
  assert.equal(city?.concerns.length, 109)
  assert.equal(
    formatMistakes(mistakes),
    'concerns/old.yaml:1  the file cannot be read. Right would be: a file of this name',
  )
})
