import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { readCity } from '../src/city/index.ts'
import { LANGUAGES } from '../src/i18n/index.ts'
import { ALLOWED } from '../src/reception/rules/machine.ts'
import { USAGE } from '../src/server/commands.ts'
import { DEMO_PASSWORD, demoEmails } from '../src/server/demo.ts'

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const matches = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? '')

describe('docs/domain.md', () => {
  it('shows the steps of a visit as the rules allow them', () => {
    const [, after = ''] = read('docs/domain.md').split('\n## The life of a visit\n')
    const [table = ''] = after.split(/\n\| step \|/)
    const rows = [...table.matchAll(/^\| `(\w+)` \|[^|]*\|([^|]*)\|$/gm)]
    const shown = rows.map(([, state, steps = '']) => [state, matches(steps, /`(\w+)`/g)])
    assert.deepEqual(Object.fromEntries(shown), ALLOWED)
  })

  it('says of each step what becomes of it', () => {
    const [, table = ''] = read('docs/domain.md').split('\n| step |')
    const told = matches(table, /^\| `(\w+)` \|/gm)
    assert.deepEqual([...told].sort(), [...new Set(Object.values(ALLOWED).flat())].sort())
  })
})

describe('docs/operations.md', () => {
  const operations = read('docs/operations.md')

  it('explains every setting, and none that is not read', () => {
    const settings = new Set(matches(read('src/config.ts'), /environment\.([A-Z_]+)/g))
    const explained = new Set(matches(operations, /^\| `([A-Z_]+)` \|/gm))
    assert.ok(settings.size > 5)
    assert.deepEqual([...explained].sort(), [...settings].sort())
  })

  it('names every command of bin/foyer', () => {
    const heads = matches(USAGE, /^ {2}(\S.*?)(?: {2,}|$)/gm)
    assert.ok(heads.length > 5)
    for (const command of heads.flatMap(commandsIn))
      assert.ok(operations.includes(`\`bin/foyer ${command}`), command)
  })
})

/** `intake stop|resume` are two commands; what follows a command's words are its arguments. */
function commandsIn(head: string): string[] {
  const words = head.split(' ')
  const end = words.findIndex((word) => !/^[a-z|]+$/.test(word))
  const [first = '', second] = end < 0 ? words : words.slice(0, end)
  return second === undefined ? [first] : second.split('|').map((word) => `${first} ${word}`)
}

describe('STYLE.md', () => {
  it('quotes the code as it is', () => {
    const quotes = [...read('STYLE.md').matchAll(/^```ts (\S+)\n([\s\S]*?)^```$/gm)]
    assert.ok(quotes.length >= 4)
    for (const [, path = '', code = ''] of quotes)
      assert.ok(read(path).includes(code), `${path} does not say:\n${code}`)
  })
})

describe('publiccode.yml', () => {
  const told = parse(read('publiccode.yml'))
  const own = JSON.parse(read('package.json'))

  it('says what the standard asks for, of this version and this licence', () => {
    for (const key of [
      'name',
      'url',
      'platforms',
      'developmentStatus',
      'softwareType',
      'releaseDate',
      'categories',
    ])
      assert.ok(told[key], key)
    assert.equal(told.publiccodeYmlVersion, '0.4')
    assert.equal(told.softwareVersion, own.version)
    assert.equal(told.legal.license, own.license)
    assert.ok(told.maintenance.type && told.maintenance.contacts[0].name)
    const { shortDescription, longDescription, features } = told.description.en
    assert.ok(shortDescription.length <= 150 && features.length > 0)
    assert.ok(longDescription.length >= 150 && longDescription.length <= 10_000)
  })

  it('names the languages there are', () => {
    assert.ok(told.localisation.localisationReady)
    assert.deepEqual(
      [...told.localisation.availableLanguages].sort(),
      LANGUAGES.map(({ code }) => code).sort(),
    )
  })
})

describe('README.md', () => {
  it('names every account of the demo and its password', () => {
    const { city } = readCity(fileURLToPath(new URL('../packs/krefeld', import.meta.url)))
    assert.ok(city)
    const readme = read('README.md')
    assert.deepEqual([...matches(readme, /`(\w+@krefeld\.example)`/g)].sort(), demoEmails(city).sort())
    assert.ok(readme.includes(DEMO_PASSWORD))
  })
})

describe('README.md, STYLE.md and docs', () => {
  it('lead only to files that are there', () => {
    for (const page of [
      'README.md',
      'STYLE.md',
      'CONTRIBUTING.md',
      'SECURITY.md',
      'docs/domain.md',
      'docs/operations.md',
      'docs/privacy.md',
    ]) {
      const from = new URL(`../${page}`, import.meta.url)
      for (const link of matches(read(page), /\]\((?!https?:)([^)#]+)/g))
        assert.ok(existsSync(new URL(link, from)), `${page}: ${link}`)
    }
  })
})
