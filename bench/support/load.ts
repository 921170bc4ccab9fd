import { fork } from 'node:child_process'
import { Agent, request } from 'node:http'
import { fileURLToPath } from 'node:url'

export type Server = { readonly port: number; readonly kiosk: string; readonly desk: string; stop(): void }

/** Starts one of the servers in a process of its own. */
export function startServer(kind: 'foyer' | 'bare', desks: number, databaseUrl?: string): Promise<Server> {
  const file = fileURLToPath(new URL('server.ts', import.meta.url))
  const env = { ...process.env, BENCH_DATABASE_URL: databaseUrl ?? '' }
  const child = fork(file, [kind, String(desks)], {
    execArgv: ['--import', 'tsx'],
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  return new Promise((resolve, reject) => {
    child.once('message', (message) =>
      resolve({ ...(message as Omit<Server, 'stop'>), stop: () => child.kill() }),
    )
    child.once('exit', (code) => reject(new Error(`server ${kind} ended with ${code}`)))
  })
}

export type Answer = { readonly status: number; readonly body: string; readonly milliseconds: number }
export type Send = (
  path: string,
  sent?: { body?: unknown; token?: string; key?: string; get?: boolean; cookie?: string },
) => Promise<Answer>

/** A client that keeps its connections open, as kiosks and desks do. */
export function makeClient(port: number, connections: number): Send {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  return (path, sent = {}) =>
    new Promise((resolve, reject) => {
      const began = performance.now()
      const text = sent.body === undefined ? '' : JSON.stringify(sent.body)
      const headers: Record<string, string> = { 'content-length': String(Buffer.byteLength(text)) }
      if (text) headers['content-type'] = 'application/json'
      if (sent.token) headers.authorization = `Bearer ${sent.token}`
      if (sent.key) headers['idempotency-key'] = sent.key
      if (sent.cookie) headers.cookie = sent.cookie
      const call = request({ port, path, method: sent.get ? 'GET' : 'POST', agent, headers }, (response) => {
        let body = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => {
          body += chunk
        })
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body, milliseconds: performance.now() - began }),
        )
      })
      call.once('error', reject)
      call.end(text)
    })
}

export type Measured = {
  readonly rate: number
  readonly p50: number
  readonly p99: number
  readonly count: number
}

/** `clients` loops of `one` until `total` were done: how many a second, and how long the slow ones took. */
export async function measure(
  clients: number,
  total: number,
  one: (client: number) => Promise<Answer>,
): Promise<Measured> {
  const times: number[] = []
  let left = total
  const began = performance.now()
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      while (left-- > 0) times.push((await one(client)).milliseconds)
    }),
  )
  const seconds = (performance.now() - began) / 1000
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { rate: times.length / seconds, p50: at(0.5), p99: at(0.99), count: times.length }
}
