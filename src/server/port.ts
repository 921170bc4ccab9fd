import { createServer, type Server } from 'node:net'

/** Whether the port can be had, before anything that takes long begins. @throws with one clear sentence. */
export async function probePort(port: number): Promise<void> {
  const probe = createServer()
  const opened = listening(probe, port)
  probe.listen(port)
  await opened
  await new Promise((resolve) => probe.close(resolve))
}

/** Waits until a server listens and tells its port. @throws with one clear sentence when it does not come to that. */
export const listening = (server: Pick<Server, 'once' | 'address'>, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('listening', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
    server.once('error', (error) => reject(new Error(sentenceOf(error, port))))
  })

function sentenceOf(error: Error & { code?: string }, port: number): string {
  if (error.code === 'EADDRINUSE') return `Port ${port} is taken: choose another PORT.`
  if (error.code === 'EACCES') return `Port ${port} may not be used by this account: choose another PORT.`
  return `Port ${port} cannot be used: ${error.message}`
}
