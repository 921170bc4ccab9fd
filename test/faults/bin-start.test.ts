import assert from 'node:assert/strict'
import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { socketPath } from '../../src/server/lock.ts'
import { begin, type Ended, type Running, run, takenPort } from '../support/command.ts'
import { emptyFolder } from '../support/folder.ts'
import { formOf } from '../support/house.ts'

const READY = /\/health/
const originOf = (said: string): string => /(http:\S+)\/health/.exec(said)?.[1] ?? ''
const exists = (file: string): boolean => lstatSync(file, { throwIfNoEntry: false }) !== undefined

const isHeld = (data: string): boolean => exists(join(data, 'server.lock')) || exists(socketPath(data))

/** It ended badly, and the last it said is one clear sentence. */
function gaveUp({ code, stdout, stderr }: Ended, sentence: RegExp): void {
  assert.equal(code, 1)
  assert.equal(stdout, '')
  assert.match(stderr.trimEnd().split('\n').at(-1) ?? '', sentence)
  assert.doesNotMatch(stderr, /^\s+at |node:internal|\[cause\]/m, 'no trace of the program')
}

describe('bin/start that cannot', () => {
  it('have its port says so, and gives the data folder back', async () => {
    const { port, free } = await takenPort()
    const data = emptyFolder()
    const ended = await run('start', ['--empty'], { env: { FOYER_DATA: data, PORT: String(port) }, cwd: '/' })
    await free()
    gaveUp(ended, new RegExp(`^Port ${port} is taken: choose another PORT\\.$`))
    assert.ok(!isHeld(data))
  })

  it('have its data folder says who has it, and leaves that one alone', async () => {
    const env = { FOYER_DATA: emptyFolder(), PORT: '0' }
    const first = begin('start', ['--empty'], { env })
    const origin = originOf(await first.says(READY))
    gaveUp(
      await run('start', ['--empty'], { env }),
      /^Another process \(\d+\) uses \S+\. Stop it first, or choose another FOYER_DATA\.$/,
    )
    assert.equal((await fetch(`${origin}/health`)).status, 200)
    assert.equal((await run('foyer', ['figures'], { env })).code, 0)
    first.process.kill()
    assert.equal((await first.ended).code, 0)
  })

  it('reach the database of its city says so without the password', async () => {
    const env = {
      FOYER_DATA: emptyFolder(),
      FOYER_SECRET: 's'.repeat(32),
      DATABASE_URL: 'postgres://foyer:sesame@127.0.0.1:1/foyer',
    }
    const ended = await run('start', [], { env })
    gaveUp(ended, /^The database of DATABASE_URL cannot be reached: connect ECONNREFUSED 127\.0\.0\.1:1\.$/)
    assert.doesNotMatch(ended.stderr, /sesame/)
  })

  it('use a setting, an option, a folder or a pack names it', async () => {
    const data = emptyFolder()
    const env = { FOYER_DATA: data, PORT: '0' }
    gaveUp(await run('start', [], { env: { ...env, PORT: 'http' } }), /^PORT must be a number/)
    gaveUp(await run('start', ['--emtpy'], { env }), /^Unknown option "--emtpy"/)
    gaveUp(
      await run('start', [], { env: { FOYER_DATA: '/sys/foyer' } }),
      /^The data folder \/sys\/foyer cannot/,
    )
    const pack = await run('start', [], { env: { ...env, FOYER_PACK: '/nowhere' } })
    gaveUp(pack, /nothing can run/)
    assert.match(pack.stderr, /^The pack \/nowhere cannot be used:\ncity\.yaml:1 {2}the file is missing/)
    assert.ok(!isHeld(data))
  })
})

describe('bin/start --empty', () => {
  const data = emptyFolder()
  const env = { FOYER_DATA: data, PORT: '0', FOYER_CLOCK: '2026-11-23T13:30:00Z,speed=10' }
  let server: Running
  let said: string
  let origin: string
  before(async () => {
    server = begin('start', ['--empty'], { env, cwd: '/' })
    said = await server.says(READY)
    origin = originOf(said)
  })

  it('prints the port it got and what its clock reads', () => {
    assert.match(origin, /^http:\/\/localhost:[1-9]\d*$/)
    assert.match(said, /The clock reads Montag, 23\.11\.2026, \d\d:\d\d\./)
  })

  it('keeps the time of FOYER_CLOCK, at its speed', async () => {
    const look = async () => {
      const before = Date.now()
      const { time } = (await (await fetch(`${origin}/health`)).json()) as { time: string }
      return { before, house: Date.parse(time), after: Date.now() }
    }
    const [one, two] = [await look(), await look()]
    assert.ok(one.house >= Date.parse('2026-11-23T13:30:00Z'))
    assert.ok(two.house - one.house >= 10 * (two.before - one.after))
    assert.ok(two.house - one.house <= 10 * (two.after - one.before))
  })

  it('has no account, no demo and nobody in the hall', async () => {
    assert.doesNotMatch(said, /@|[Dd]emo/)
    const page = await (await fetch(`${origin}/de/staff/sign-in`)).text()
    assert.doesNotMatch(page, /krefeld\.example|Vorführung|krefeld-demo/)
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin }
    const form = formOf({ email: 'samira@krefeld.example', password: 'krefeld-demo' })
    assert.equal((await fetch(`${origin}/de/staff/sign-in`, { ...form, headers })).status, 422)
    const figures = JSON.parse((await run('foyer', ['figures'], { env })).stdout) as { arrived: number }
    assert.equal(figures.arrived, 0)
  })

  it('stops on SIGTERM with 0, says nothing on standard output, and leaves nothing held', async () => {
    assert.ok(isHeld(data))
    server.process.kill('SIGTERM')
    const { code, stdout } = await server.ended
    assert.equal(code, 0)
    assert.equal(stdout, '')
    assert.ok(!isHeld(data))
    await assert.rejects(fetch(`${origin}/health`))
  })

  it('starts again after a stop and after a kill, and stops on SIGINT too', async () => {
    const killed = begin('start', ['--empty'], { env })
    await killed.says(READY)
    killed.process.kill('SIGKILL')
    await killed.ended
    assert.ok(isHeld(data), 'what a killed process leaves')
    const again = begin('start', ['--empty'], { env })
    await again.says(READY)
    again.process.kill('SIGINT')
    assert.equal((await again.ended).code, 0)
    assert.ok(!isHeld(data))
  })

  it('stops while a page still listens', async () => {
    const listened = begin('start', ['--empty'], { env })
    const at = originOf(await listened.says(READY))
    const stream = await fetch(`${at}/de/display/halle/live`)
    const reader = stream.body?.getReader()
    assert.ok((await reader?.read())?.value)
    listened.process.kill('SIGTERM')
    assert.equal((await listened.ended).code, 0)
  })
})

describe('bin/start as a demo', () => {
  const env = { FOYER_DATA: emptyFolder(), PORT: '0', FOYER_CLOCK: '2026-11-23T09:00:00Z' }
  let server: Running
  let said: string
  let origin: string
  before(async () => {
    server = begin('start', [], { env })
    said = await server.says(READY)
    origin = originOf(said)
  })
  after(async () => {
    server.process.kill()
    await server.ended
  })

  const arrived = async () =>
    (JSON.parse((await run('foyer', ['figures'], { env })).stdout) as { arrived: number }).arrived

  it('says on every kind of page that it is one', async () => {
    for (const path of ['/de/', '/de/kiosk/kiosk-1/', '/de/display/halle', '/de/staff/sign-in', '/ar/']) {
      const page = await (await fetch(origin + path)).text()
      assert.match(page, path.startsWith('/ar') ? /تجريبي|عرض/ : /Vorführung/, path)
    }
  })

  it('lets in whoever the table names', async () => {
    const [, email = ''] = /^ +(\S+@krefeld\.example) /m.exec(await server.says(/krefeld\.example/)) ?? []
    const headers = { 'content-type': 'application/x-www-form-urlencoded', origin }
    const form = formOf({ email, password: 'krefeld-demo' })
    const response = await fetch(`${origin}/de/staff/sign-in`, { ...form, headers, redirect: 'manual' })
    assert.equal(response.status, 303)
  })

  it('has a morning in progress, and goes on with it after a restart', async () => {
    const came = await arrived()
    assert.ok(came > 30, `${came} came`)
    server.process.kill()
    assert.equal((await server.ended).code, 0)
    server = begin('start', [], { env })
    origin = originOf(await server.says(READY))
    assert.equal(await arrived(), came)
  })
})
