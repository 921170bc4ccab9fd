import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { CATALOGUES } from '../../src/i18n/index.ts'
import { root } from '../support/house.ts'

const german = CATALOGUES.find(({ language }) => language.code === 'de')?.texts ?? {}

const code = globSync('{src,islands}/**/*.{ts,tsx}', { cwd: root })
  .filter((file) => !/\.test\.tsx?$/.test(file))
  .map((file) => readFileSync(join(root, file), 'utf8'))
  .join('\n')

/** Keys written out, as `'ticket.called'`. */
const written = new Set([...code.matchAll(/['"]([a-z_]+(?:\.[a-z0-9_]+)+)['"]/g)].map(([, key]) => key))

/** Keys put together, as `need.${need}`: what is set in is one word of the key. */
const composed = [...code.matchAll(/`([a-z_]+(?:\.[a-z0-9_]+)*\.\$\{[^`]*?\}(?:\.[a-z0-9_]+)*)`/g)].map(
  ([, key = '']) => new RegExp(`^${key.replaceAll('.', '\\.').replace(/\$\{.*\}/, '[a-z0-9_]+')}$`),
)

const isSaid = (key: string): boolean => written.has(key) || composed.some((pattern) => pattern.test(key))

describe('every text of the house', () => {
  it('is said somewhere, so that nobody translates or checks what no one reads', () => {
    assert.ok(composed.length > 10)
    assert.deepEqual(
      Object.keys(german).filter((key) => !isSaid(key)),
      [],
    )
  })
})
