import { chmodSync, rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'

export type CommandLine = { readonly command: string; readonly args: readonly string[] }
export type CommandAnswer = { readonly answer: string } | { readonly error: string }

const LONGEST_LINE = 64 * 1024

/** Listens for commands of `bin/foyer`, one JSON line each way. Carries commands, never SQL. */
export async function serveCommands(
  path: string,
  run: (line: CommandLine) => Promise<CommandAnswer>,
): Promise<() => void> {
  rmSync(path, { force: true })
  const server = createServer((socket) => {
    let text = ''
    socket.setEncoding('utf8')
    socket.on('error', () => socket.destroy())
    socket.on('data', async (chunk: string) => {
      text += chunk
      if (text.length > LONGEST_LINE) return socket.destroy()
      const end = text.indexOf('\n')
      if (end < 0) return
      const answer = await answerLine(text.slice(0, end), run)
      socket.end(`${JSON.stringify(answer)}\n`)
    })
  })
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

async function answerLine(
  line: string,
  run: (line: CommandLine) => Promise<CommandAnswer>,
): Promise<CommandAnswer> {
  try {
    return await run(JSON.parse(line) as CommandLine)
  } catch (error) {
    return { error: error instanceof Error ? error.message : 'The command failed.' }
  }
}

/** Asks the running server; null when none listens. */
export const askServer = (path: string, line: CommandLine): Promise<CommandAnswer | null> =>
  new Promise((resolve) => {
    const socket = connect(path)
    let text = ''
    socket.setEncoding('utf8')
    socket.once('connect', () => socket.write(`${JSON.stringify(line)}\n`))
    socket.on('data', (chunk: string) => {
      text += chunk
    })
    socket.once('error', () => resolve(null))
    socket.once('end', () => resolve(text === '' ? null : (JSON.parse(text) as CommandAnswer)))
  })
