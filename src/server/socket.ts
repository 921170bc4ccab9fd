import { chmodSync, rmSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'

export type CommandLine = { readonly command: string; readonly args: readonly string[] }
/** What a command came to. `note`: said beside the answer, to the person who asked. */
export type CommandAnswer = { readonly answer: string; readonly note?: string } | { readonly error: string }
export type Run = (line: CommandLine) => Promise<CommandAnswer>

const LONGEST_LINE = 64 * 1024

/** Listens for commands of `bin/foyer`, one JSON line each way. Carries commands, never SQL. */
export async function serveCommands(path: string, run: Run): Promise<() => void> {
  rmSync(path, { force: true })
  const server = createServer((socket) => hear(socket, run))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, resolve)
  })
  chmodSync(path, 0o600)
  return () => {
    server.close()
    rmSync(path, { force: true })
  }
}

/** Takes the first line of a caller and answers it; what comes after it is not read. */
function hear(socket: Socket, run: Run): void {
  let text = ''
  const answer = (given: CommandAnswer) => socket.end(`${JSON.stringify(given)}\n`)
  socket.setEncoding('utf8')
  socket.on('error', () => socket.destroy())
  const take = async (chunk: string) => {
    text += chunk
    const end = text.indexOf('\n')
    const tooLong = text.length > LONGEST_LINE
    if (end < 0 && !tooLong) return
    socket.off('data', take)
    socket.resume()
    answer(tooLong ? { error: 'The command is too long.' } : await answerLine(text.slice(0, end), run))
  }
  socket.on('data', take)
}

async function answerLine(text: string, run: Run): Promise<CommandAnswer> {
  const line = readLine(text)
  if (!line) return { error: 'This is not a command: {"command": "…", "args": ["…"]} is.' }
  try {
    return await run(line)
  } catch (error) {
    return { error: error instanceof Error ? error.message : 'The command failed.' }
  }
}

function readLine(text: string): CommandLine | null {
  const { command, args } = (readJson(text) ?? {}) as Partial<CommandLine>
  const isLine =
    typeof command === 'string' && Array.isArray(args) && args.every((one) => typeof one === 'string')
  return isLine ? { command, args } : null
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Asks the running server; null when none listens, or it went away before it answered. */
export const askServer = (path: string, line: CommandLine): Promise<CommandAnswer | null> =>
  new Promise((resolve) => {
    const socket = connect(path)
    let text = ''
    socket.setEncoding('utf8')
    socket.once('connect', () => socket.write(`${JSON.stringify(line)}\n`))
    socket.on('data', (chunk: string) => {
      text += chunk
    })
    // An error is always followed by `close`; what counts is what was heard until then.
    socket.on('error', () => {})
    socket.once('close', () => resolve(readJson(text) as CommandAnswer | null))
  })
