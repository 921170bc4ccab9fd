import assert from 'node:assert/strict'
import { existsSync, lstatSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { emptyFolder } from '../../test/support/folder.ts'
import { answers, Occupied, socketPath, takeLock } from './lock.ts'

/** A number no process has: Linux gives none above four million. */
const NOBODY = 999_999_999

const isLocked = (folder: string): boolean =>
  lstatSync(join(folder, 'server.lock'), { throwIfNoEntry: false }) !== undefined

const leave = (folder: string, mark: string): void => symlinkSync(mark, join(folder, 'server.lock'))

const refused = (folder: string) => assert.rejects(takeLock(folder), Occupied)

describe('the lock of a data folder', () => {
  it('is given to one process; the second is told who has it and what to do', async () => {
    const folder = emptyFolder()
    const release = await takeLock(folder)
    await assert.rejects(takeLock(folder), {
      name: 'Occupied',
      message: `Another process (${process.pid}) uses ${folder}. Stop it first, or choose another FOYER_DATA.`,
    })
    release()
  })

  it('is free again once it is given back', async () => {
    const folder = emptyFolder()
    for (let i = 0; i < 3; i++) {
      const release = await takeLock(folder)
      assert.ok(isLocked(folder))
      release()
      assert.ok(!isLocked(folder))
    }
    assert.deepEqual(readdirSync(folder), [])
  })

  it('makes the folder when there is none', async () => {
    const folder = join(emptyFolder(), 'data', 'krefeld')
    const release = await takeLock(folder)
    assert.ok(existsSync(folder))
    release()
  })

  it('left by a process that was killed is taken over', async () => {
    const folder = emptyFolder()
    leave(folder, `pid:${NOBODY}:12345`)
    const release = await takeLock(folder)
    await refused(folder)
    release()
  })

  it('left by a process whose number another one has by now is taken over', async () => {
    const folder = emptyFolder()
    leave(folder, `pid:${process.ppid}:1`)
    const release = await takeLock(folder)
    release()
  })

  it('that does not say whose it is is taken over when nobody answers', async () => {
    const folder = emptyFolder()
    leave(folder, 'somebody')
    const release = await takeLock(folder)
    release()
  })

  it('is held by whoever answers on the socket, whatever it says', async () => {
    const folder = emptyFolder()
    leave(folder, `pid:${NOBODY}:12345`)
    const server = createServer().listen(socketPath(folder))
    await new Promise((resolve) => server.once('listening', resolve))
    await refused(folder)
    await new Promise((resolve) => server.close(resolve))
    const release = await takeLock(folder)
    release()
  })

  it('left behind goes to one of many that want it in the same instant', async () => {
    for (let round = 0; round < 30; round++) {
      const folder = emptyFolder()
      leave(folder, `pid:${NOBODY}:12345`)
      const tries = await Promise.allSettled(Array.from({ length: 8 }, () => takeLock(folder)))
      assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1)
      for (const one of tries) if (one.status === 'rejected') assert.ok(one.reason instanceof Occupied)
      assert.deepEqual(readdirSync(folder), ['server.lock'])
    }
  })
})

describe('the socket of a data folder', () => {
  const long = (name: string) => join(emptyFolder(), 'a-very-long-name-of-a-folder'.repeat(4), name)

  it('lies in the folder where its name is short enough', () => {
    assert.equal(socketPath('/srv/foyer/data'), '/srv/foyer/data/foyer.sock')
  })

  it('has a short name elsewhere where the folder has a long one, and each folder its own', () => {
    const [one, two] = [long('one'), long('two')]
    for (const folder of [one, two, `/srv/${'ü'.repeat(60)}`]) {
      const path = socketPath(folder)
      assert.ok(path.startsWith(join(tmpdir(), 'foyer-')))
      assert.ok(Buffer.byteLength(path) <= 107, 'what the system takes')
      assert.equal(path, socketPath(folder))
    }
    assert.notEqual(socketPath(one), socketPath(two))
  })

  it('can be listened to and answers, however long the name of the folder', async () => {
    const folder = long('data')
    mkdirSync(folder, { recursive: true })
    assert.equal(await answers(socketPath(folder)), false)
    const server = createServer().listen(socketPath(folder))
    await new Promise((resolve) => server.once('listening', resolve))
    assert.equal(await answers(socketPath(folder)), true)
    await new Promise((resolve) => server.close(resolve))
  })
})
