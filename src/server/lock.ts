import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, readlinkSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const LONGEST_SOCKET_PATH = 100

/** Where a server of this data folder listens for commands; a short name elsewhere when the folder's is too long. */
export function socketPath(folder: string): string {
  const path = join(folder, 'foyer.sock')
  if (Buffer.byteLength(path) <= LONGEST_SOCKET_PATH) return path
  return join(tmpdir(), `foyer-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}.sock`)
}

/** Whether a server answers on this socket. */
export const answers = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(path)
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })

export class Occupied extends Error {
  override name = 'Occupied'
}

const TRIES = 5

/**
 * Takes the data folder for this process alone: a second process would destroy the embedded database. A lock left by a
 * killed process is found by its silent socket and its missing process. @throws Occupied when somebody else runs there.
 */
export async function takeLock(folder: string): Promise<() => void> {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'server.lock')
  for (let tried = 0; tried < TRIES; tried++) {
    if (place(file, markOf(process.pid))) return () => rmSync(file, { force: true })
    const mark = readMark(file)
    if (mark === null) continue
    if (lives(mark) || (await answers(socketPath(folder)))) {
      throw new Occupied(
        `Another process (${pidOf(mark)}) uses ${folder}. Stop it first, or choose another FOYER_DATA.`,
      )
    }
    setAside(file, mark)
  }
  throw new Occupied(`The folder ${folder} could not be taken: several processes want it at once.`)
}

/** The lock is a symbolic link whose target names the holder: made and labelled in one step. False: there is one. */
function place(file: string, mark: string): boolean {
  try {
    symlinkSync(mark, file)
    return true
  } catch (error) {
    if ((error as { code?: string }).code === 'EEXIST') return false
    throw error
  }
}

/** Who holds the lock; empty when it does not say, null when it is gone. */
function readMark(file: string): string | null {
  try {
    return readlinkSync(file)
  } catch (error) {
    return (error as { code?: string }).code === 'ENOENT' ? null : ''
  }
}

/** Moved before it is removed: of several starts only one can break a lock, and only the one it looked at. */
function setAside(file: string, mark: string): void {
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return
    throw error
  }
  const moved = readMark(aside)
  if (moved !== mark && moved) place(file, moved)
  rmSync(aside, { force: true })
}

const markOf = (pid: number): string => `pid:${pid}:${statusOf(pid)?.birth ?? ''}`
const pidOf = (mark: string): number => Number(/^pid:(\d+):/.exec(mark)?.[1] ?? 0)

/** Whether the process that made this mark still runs: its number may belong to another one by now. */
function lives(mark: string): boolean {
  const pid = pidOf(mark)
  if (pid === 0 || !isRunning(pid)) return false
  const status = statusOf(pid)
  if (!status) return pid !== process.pid
  return !status.ended && mark === markOf(pid)
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM'
  }
}

/** When a process began and whether it only waits to be buried, as Linux tells; null where that cannot be read. */
function statusOf(pid: number): { birth: string; ended: boolean } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return { birth: fields[19] ?? '', ended: fields[0] === 'Z' || fields[0] === 'X' }
  } catch {
    return null
  }
}
