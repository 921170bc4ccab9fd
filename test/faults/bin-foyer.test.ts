import assert from 'node:assert/strict'
import { existsSync, lstatSync, symlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { begin, type Ended, type Running, run } from '../support/command.ts'
import { emptyFolder } from '../support/folder.ts'
import { root } from '../support/house.ts'
import { copyOfKrefeld, type PackCopy } from '../support/pack-copy.ts'

const data = emptyFolder()
const foyer = (words: readonly string[], setting: Parameters<typeof run>[2] = {}): Promise<Ended> =>
  run('foyer', words, { ...setting, env: { FOYER_DATA: data, ...setting.env } })

/** The one value that a command prints. */
function printed({ code, stdout, stderr }: Ended): Record<string, unknown> {
  assert.equal(code, 0, stderr)
  assert.match(stdout, /^\{.*\}\n$/, 'one line, one value')
  return JSON.parse(stdout) as Record<string, unknown>
}

const TOKEN = /^foyer_[\w-]{32}\n$/

/** Nothing is printed, and somebody who reads what is said knows what to do. */
function refused({ code, stdout, stderr }: Ended, expected: { code: number; says: RegExp }): void {
  assert.equal(code, expected.code)
  assert.equal(stdout, '')
  assert.match(stderr, expected.says)
  assert.doesNotMatch(stderr, /^\s+at |node:internal/m, 'no trace of the program')
}

describe('bin/foyer without a server', () => {
  it('works from any folder, and prints its answer alone', async () => {
    for (const cwd of ['/', emptyFolder()]) {
      const figures = printed(await foyer(['figures', '--day', '2026-11-23'], { cwd }))
      assert.deepEqual([figures.day, figures.arrived], ['2026-11-23', 0])
    }
  })

  it('works through a link to it', async () => {
    const path = join(emptyFolder(), 'foyer')
    symlinkSync(join(root, 'bin/foyer'), path)
    const { code, stdout } = await foyer(['token', 'create', '--role', 'kiosk'], { path, cwd: '/' })
    assert.equal(code, 0)
    assert.match(stdout, TOKEN)
  })

  it('tells the day by FOYER_CLOCK', async () => {
    const env = { FOYER_CLOCK: '2026-11-30T23:30:00Z' }
    assert.equal(printed(await foyer(['figures'], { env })).day, '2026-12-01')
  })

  it('gives the data folder back', async () => {
    await foyer(['intake', 'resume'])
    assert.equal(lstatSync(join(data, 'server.lock'), { throwIfNoEntry: false }), undefined)
  })

  it('says that a pack is read when a server starts', async () => {
    refused(await foyer(['pack', 'reload']), { code: 1, says: /^No server is running/ })
  })
})

describe('bin/foyer asked for what it does not know', () => {
  const nowhere = join(emptyFolder(), 'data')
  const env = { FOYER_DATA: nowhere }

  it('says what there is and ends with 2, and touches nothing', async () => {
    const says = /There is no command "tocken create"\.\nfoyer <command>/
    refused(await foyer(['tocken', 'create'], { env }), { code: 2, says })
    refused(await foyer(['intake'], { env }), { code: 2, says: /There is no command "intake"/ })
    refused(await foyer([], { env }), { code: 2, says: /^foyer <command>/ })
    assert.ok(!existsSync(nowhere))
  })

  it('says what there is when asked for help, and ends well', async () => {
    for (const words of [['help'], ['--help'], ['token', 'create', '--help']])
      refused(await foyer(words, { env }), { code: 0, says: /^foyer <command>\n {2}pack check/ })
  })

  it('says in a sentence what is wrong with its words and settings', async () => {
    refused(await foyer(['token', 'create', '--role', 'head']), {
      code: 1,
      says: /--role must be one of desk/,
    })
    refused(await foyer(['figures', '--day', 'monday']), { code: 1, says: /--day must be a day such as/ })
    const clock = { ...env, FOYER_CLOCK: 'noon' }
    refused(await foyer(['figures'], { env: clock }), { code: 1, says: /^FOYER_CLOCK must look like .*\n$/ })
  })
})

describe('bin/foyer pack check', () => {
  let pack: PackCopy
  before(() => {
    pack = copyOfKrefeld()
  })
  after(() => pack.dispose())

  const check = (folder: string, cwd: string) => foyer(['pack', 'check', folder], { cwd })

  it('finds a good pack good, meant from where the caller stands', async () => {
    const value = printed(await check('krefeld', join(root, 'packs')))
    assert.deepEqual(value, { ok: true, mistakes: 0, concerns: 109, desks: 18 })
    assert.equal(printed(await check('packs/krefeld', root)).ok, true)
    assert.equal(printed(await check('.', join(root, 'packs/krefeld'))).ok, true)
  })

  it('names every mistake with file and line, and ends with 1', async () => {
    const line = pack.replace({ file: 'guide.yaml', text: 'isc-docs-submit' }, 'isc-docs-sumbit')
    const ended = await check(basename(pack.folder), dirname(pack.folder))
    assert.equal(ended.code, 1)
    assert.deepEqual(JSON.parse(ended.stdout), { ok: false, mistakes: 1, concerns: 109, desks: 18 })
    assert.ok(ended.stderr.includes(`guide.yaml:${line}  concern "isc-docs-sumbit" does not exist.`))
    pack.restore()
  })

  it('of a pack that cannot run at all ends with 1', async () => {
    const ended = await check('nowhere', '/')
    assert.equal(ended.code, 1)
    assert.equal((JSON.parse(ended.stdout) as { ok: boolean }).ok, false)
    assert.match(ended.stderr, /^city\.yaml:1 {2}the file is missing/)
  })

  it('of nothing asks which, and ends with 2', async () => {
    refused(await foyer(['pack', 'check']), { code: 2, says: /^Which pack\?/ })
  })
})

describe('bin/foyer with a server', () => {
  const pack = copyOfKrefeld()
  const env = {
    FOYER_DATA: emptyFolder(),
    FOYER_PACK: pack.folder,
    PORT: '0',
    FOYER_CLOCK: '2026-11-23T09:00:00Z',
  }
  let server: Running
  let origin: string
  before(async () => {
    server = begin('start', ['--empty'], { env })
    origin = /(http:\S+)\/health/.exec(await server.says(/\/health/))?.[1] ?? ''
  })
  after(async () => {
    server.process.kill()
    await server.ended
    pack.dispose()
  })

  const ask = (words: readonly string[]) => foyer(words, { env, cwd: '/' })
  const tokenOf = async (role: string) => (await ask(['token', 'create', '--role', role])).stdout.trim()

  it('makes a token that opens the machine door, until it is revoked', async () => {
    const token = await tokenOf('desk')
    const desks = () => fetch(`${origin}/api/v1/desks`, { headers: { authorization: `Bearer ${token}` } })
    assert.equal((await desks()).status, 200)
    assert.equal((await ask(['token', 'revoke', token])).stdout, 'revoked\n')
    assert.equal((await desks()).status, 401)
  })

  it('prints its answer alone, on the clock of the server', async () => {
    assert.equal(printed(await ask(['figures'])).day, '2026-11-23')
  })

  it('stops intake and starts it again', async () => {
    const token = await tokenOf('kiosk')
    const take = () =>
      fetch(`${origin}/api/v1/tickets`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'idempotency-key': crypto.randomUUID(),
        },
        body: JSON.stringify({ concern: 'isc-cert' }),
      })
    assert.equal((await ask(['intake', 'stop'])).stdout, 'stopped\n')
    assert.equal((await take()).status, 409)
    assert.equal((await ask(['intake', 'resume'])).stdout, 'open\n')
    assert.equal((await take()).status, 201)
  })

  it('brings a changed pack into the hall at once, and leaves the old one where the new cannot run', async () => {
    const token = await tokenOf('desk')
    const names = async () => {
      const response = await fetch(`${origin}/api/v1/desks`, {
        headers: { authorization: `Bearer ${token}` },
      })
      return ((await response.json()) as { name: string }[]).map(({ name }) => name)
    }
    pack.replace({ file: 'premises/am-hauptbahnhof-5.yaml', text: '"Platz 3"' }, '"Fenster 3"')
    assert.equal((await ask(['pack', 'reload'])).stdout, 'reloaded\n')
    assert.ok((await names()).includes('Fenster 3'))
    pack.remove('city.yaml')
    refused(await ask(['pack', 'reload']), { code: 1, says: /^The old pack stays in place:\ncity\.yaml:1/ })
    assert.ok((await names()).includes('Fenster 3'))
  })
})
