import assert from 'node:assert/strict'
import { existsSync, statSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { emptyFolder } from '../../test/support/folder.ts'
import { askServer, type CommandLine, serveCommands } from './socket.ts'

const path = join(emptyFolder(), 'foyer.sock')
const asked: CommandLine[] = []
let stop: () => void

before(async () => {
  stop = await serveCommands(path, async (line) => {
    asked.push(line)
    if (line.command === 'fail') throw new Error('the printer is on fire')
    return { answer: `${line.command} ${line.args.join(' ')}`, note: 'by the way' }
  })
})
after(() => stop())

/** What comes back for a raw text sent in pieces. */
function send(...pieces: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(path)
    let heard = ''
    socket.setEncoding('utf8')
    socket.on('data', (text: string) => {
      heard += text
    })
    socket.once('error', reject)
    socket.once('close', () => resolve(heard))
    const [first = '', ...rest] = pieces
    socket.write(first, () => {
      for (const piece of rest) socket.write(piece)
    })
  })
}

describe('a command through the socket', () => {
  it('is answered, with what is said beside the answer', async () => {
    const line = { command: 'figures', args: ['--day', '2026-11-23'] }
    assert.deepEqual(await askServer(path, line), {
      answer: 'figures --day 2026-11-23',
      note: 'by the way',
    })
    assert.deepEqual(asked.at(-1), line)
  })

  it('that fails is answered with the sentence of the failure', async () => {
    assert.deepEqual(await askServer(path, { command: 'fail', args: [] }), {
      error: 'the printer is on fire',
    })
  })

  it('may come in pieces, and what comes after its line is not read', async () => {
    const text = JSON.stringify({ command: 'intake', args: ['stop ö'] })
    const before = asked.length
    const heard = await send(text.slice(0, 12), text.slice(12), '\n', '{"command":"second","args":[]}\n')
    assert.equal(heard, '{"answer":"intake stop ö","note":"by the way"}\n')
    assert.equal(asked.length, before + 1)
  })

  for (const broken of [
    'select 1',
    '',
    'null',
    '42',
    '[]',
    '{}',
    '{"command":1,"args":[]}',
    '{"command":"x","args":[1]}',
  ]) {
    it(`that is none is refused and not run: ${broken || 'an empty line'}`, async () => {
      const before = asked.length
      assert.equal(
        await send(`${broken}\n`),
        `${JSON.stringify({ error: 'This is not a command: {"command": "…", "args": ["…"]} is.' })}\n`,
      )
      assert.equal(asked.length, before)
    })
  }

  it('that is too long is refused before its end is there', async () => {
    const before = asked.length
    assert.equal(await send('x'.repeat(70_000)), '{"error":"The command is too long."}\n')
    assert.deepEqual(await askServer(path, { command: 'x', args: ['y'.repeat(70_000)] }), {
      error: 'The command is too long.',
    })
    assert.equal(asked.length, before)
  })

  it('leaves the server well when its sender goes away in the middle', async () => {
    await new Promise<void>((resolve) => {
      const socket = connect(path, () => {
        socket.write('{"comm', () => socket.destroy())
      })
      socket.once('close', () => resolve())
    })
    assert.ok(await askServer(path, { command: 'still', args: ['here'] }))
  })
})

describe('the socket', () => {
  it('is open to the account of the house alone', () => {
    assert.equal(statSync(path).mode & 0o777, 0o600)
  })

  it('takes the place of one that a killed server left, and is gone after a stop', async () => {
    const left = join(emptyFolder(), 'foyer.sock')
    const first = await serveCommands(left, async () => ({ answer: 'first' }))
    const second = await serveCommands(left, async () => ({ answer: 'second' }))
    assert.deepEqual(await askServer(left, { command: 'who', args: [] }), { answer: 'second' })
    first()
    second()
    assert.equal(existsSync(left), false)
  })
})

describe('nobody answers', () => {
  it('where no server listens', async () => {
    assert.equal(await askServer(join(emptyFolder(), 'foyer.sock'), { command: 'x', args: [] }), null)
  })

  it('where the server goes away before it answered, or says half a word', async () => {
    for (const words of ['', '{"answ']) {
      const half = join(emptyFolder(), 'foyer.sock')
      const server = createServer((socket) => socket.resume().end(words)).listen(half)
      await new Promise((resolve) => server.once('listening', resolve))
      assert.equal(await askServer(half, { command: 'x', args: [] }), null)
      await new Promise((resolve) => server.close(resolve))
    }
  })
})
