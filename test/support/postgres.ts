// A real PostgreSQL 18 for the tests that need real locks, several connections and a crash.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { postgresBinaries } from './postgres-binaries.ts'

export type PostgresOptions = {
  /** False: commits do not wait for the disk, for tests that only need speed. Default true. */
  readonly fsync?: boolean
  /** How many connections the server accepts. Default 100. */
  readonly connections?: number
}

export type Postgres = { readonly url: string; stop(): Promise<void> }

type Owner = { uid?: number; gid?: number }

/** Starts an empty server on a free port of this machine; `stop` ends it and removes its data. @throws when it does not come up. */
export async function start(options: PostgresOptions = {}): Promise<Postgres> {
  const owner = ownerOfServer()
  const bin = postgresBinaries()
  const data = dataFolder(owner)
  const env = { PATH: process.env.PATH, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', TZ: 'UTC' }
  const initdb = [
    '-D',
    data,
    '-U',
    'postgres',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--no-locale',
    '--no-sync',
    '--no-instructions',
  ]
  execFileSync(join(bin, 'initdb'), initdb, { ...owner, env, cwd: data, stdio: ['ignore', 'ignore', 'pipe'] })
  const port = await freePort()
  const child = spawn(join(bin, 'postgres'), serverFlags({ data, port, ...options }), {
    ...owner,
    env,
    cwd: data,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const clean = () => rmSync(data, { recursive: true, force: true })
  // A test file that ends without stopping its server must not leave one behind.
  const atExit = () => {
    child.kill('SIGQUIT')
    clean()
  }
  process.once('exit', atExit)
  await ready(child)
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    stop: async () => {
      process.off('exit', atExit)
      await ended(child)
      clean()
    },
  }
}

/** Makes a new, empty database beside the one of `url` and returns its address. */
export async function freshDatabase(url: string): Promise<string> {
  const name = `foyer_${randomBytes(6).toString('hex')}`
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(`create database ${name}`)
  } finally {
    await client.end()
  }
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}

// PostgreSQL refuses to run as root; `postgres` or `nobody` exists on every Linux, so no account is made.
function ownerOfServer(): Owner {
  if (process.getuid?.() !== 0) return {}
  const found = ['postgres', 'nobody'].map(idsOf).find((owner) => owner !== null)
  if (!found) throw new Error('PostgreSQL does not run as root, and there is no user "postgres" or "nobody".')
  return found
}

function idsOf(user: string): Owner | null {
  const id = (flag: string) =>
    Number(execFileSync('id', [flag, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
  try {
    return { uid: id('-u'), gid: id('-g') }
  } catch {
    return null
  }
}

function dataFolder({ uid, gid }: Owner): string {
  const data = mkdtempSync(join(tmpdir(), 'foyer-postgres-data-'))
  if (uid !== undefined && gid !== undefined) chownSync(data, uid, gid)
  chmodSync(data, 0o700)
  return data
}

function serverFlags(given: PostgresOptions & { data: string; port: number }): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: given.connections ?? 100,
    fsync: given.fsync === false ? 'off' : 'on',
    lc_messages: 'C',
    timezone: 'UTC',
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return ['-D', given.data, '-p', String(given.port), ...flags]
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      if (log.length < 10_000) log += text
      if (log.includes('ready to accept connections')) resolve()
    })
    child.once('error', reject)
    child.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${log}`)))
  })
}

// SIGINT is PostgreSQL's fast shutdown: it ends open connections and writes a last checkpoint.
function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGINT')
  })
}
