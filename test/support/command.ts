import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { root } from './house.ts'

type Setting = {
  /** Where the caller stands. */
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  /** Another way to the command than its own place. */
  readonly path?: string
}

export type Ended = { readonly code: number | null; readonly stdout: string; readonly stderr: string }

/** A command of `bin/` while it runs. */
export type Running = {
  readonly process: ChildProcess
  readonly ended: Promise<Ended>
  /** What it said on standard error, once that matches. @throws when it ends before. */
  says(pattern: RegExp): Promise<string>
}

const OWN = /^(FOYER_|DATABASE_URL$|PORT$)/

/** Starts a command of `bin/`, with no setting but those given. */
export function begin(name: string, words: readonly string[], setting: Setting = {}): Running {
  const inherited = Object.entries(process.env).filter(([key]) => !OWN.test(key))
  const child = spawn(setting.path ?? join(root, 'bin', name), words, {
    cwd: setting.cwd ?? root,
    env: { ...Object.fromEntries(inherited), ...setting.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const heard = { stdout: '', stderr: '' }
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    heard.stdout += text
  })
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    heard.stderr += text
  })
  const ended = new Promise<Ended>((resolve) => child.once('close', (code) => resolve({ code, ...heard })))
  const says = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        if (pattern.test(heard.stderr)) resolve(heard.stderr)
      }
      child.stderr?.on('data', look)
      void ended.then(({ stderr }) => reject(new Error(`it ended and had said:\n${stderr}`)))
      look()
    })
  return { process: child, ended, says }
}

/** Runs a command of `bin/` to its end. */
export const run = (name: string, words: readonly string[], setting: Setting = {}): Promise<Ended> =>
  begin(name, words, setting).ended

/** A port that somebody else holds, and how to give it back. */
export async function takenPort(): Promise<{ port: number; free: () => Promise<void> }> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { port, free: () => new Promise((resolve) => server.close(() => resolve())) }
}
