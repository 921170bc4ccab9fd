import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from './house.ts'

/** A server as a city starts it: `bin/start` in a process of its own. */
export type RunningServer = {
  readonly origin: string
  readonly data: string
  readonly process: ChildProcess
  /** What `bin/foyer` prints for a command. */
  foyer(...words: string[]): Promise<string>
  kill(): Promise<void>
  stop(): Promise<void>
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

export const newDataFolder = (): string => mkdtempSync(join(tmpdir(), 'foyer-test-'))

/** Starts the house on a free port and waits until it answers. `demo`: with its accounts and its day. */
export async function startServer(
  setting: { data?: string; demo?: boolean; clock?: string } = {},
): Promise<RunningServer> {
  const data = setting.data ?? newDataFolder()
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const clock = setting.clock ? { FOYER_CLOCK: setting.clock } : {}
  const env = { ...process.env, PORT: String(port), FOYER_DATA: data, DATABASE_URL: '', ...clock }
  const child = spawn(join(root, 'bin/start'), setting.demo ? [] : ['--empty'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let said = ''
  child.stderr?.on('data', (chunk) => {
    said += chunk
  })
  child.stdout?.resume()
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null && child.pid) process.kill(-child.pid, signal)
    await gone
  }
  await untilHealthy(origin, child, () => said)
  return {
    origin,
    data,
    process: child,
    foyer: async (...words) =>
      (await promisify(execFile)(join(root, 'bin/foyer'), words, { env })).stdout.trim(),
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  }
}

async function untilHealthy(origin: string, child: ChildProcess, said: () => string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`the server did not start:\n${said()}`)
    const answer = await fetch(`${origin}/health`).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
