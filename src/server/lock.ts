import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM'
  }
}

export class Occupied extends Error {
  override name = 'Occupied'
}

/**
 * Takes the data folder for this process alone: a second process would destroy the embedded database. A lock left by a
 * killed process is found by its silent socket and its missing process. @throws Occupied when somebody else runs there.
 */
export async function takeLock(folder: string): Promise<() => void> {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'server.lock')
  for (let tried = 0; tried < 3; tried++) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' })
      return () => rmSync(file, { force: true })
    } catch (error) {
      if ((error as { code?: string }).code !== 'EEXIST') throw error
      const pid = Number(readOwner(file))
      const held = pid > 0 && pid !== process.pid && isAlive(pid)
      if (held || (await answers(socketPath(folder)))) {
        throw new Occupied(
          `Another process (${pid}) uses ${folder}. Stop it first, or choose another FOYER_DATA.`,
        )
      }
      rmSync(file, { force: true })
    }
  }
  throw new Occupied(`The folder ${folder} could not be taken.`)
}

function readOwner(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
