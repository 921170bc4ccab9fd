import { serve } from '@hono/node-server'
import { openWeb, type TestWeb } from './house.ts'

export type ServedHouse = TestWeb & {
  readonly origin: string
  /** Ends the server and every connection, as when the machine goes off; the house behind it stays. */
  readonly stop: () => Promise<void>
}

/** The whole house behind a real port of this machine, on a clock that the test moves; for browsers. */
export async function openServed(setting: Parameters<typeof openWeb>[0] = {}): Promise<ServedHouse> {
  const house = await openWeb(setting)
  const server = serve({ fetch: house.app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const stop = async () => {
    const closed = new Promise((resolve) => server.close(resolve))
    if ('closeAllConnections' in server) server.closeAllConnections()
    await closed
  }
  return {
    ...house,
    origin: `http://127.0.0.1:${port}`,
    stop,
    close: async () => {
      await stop()
      await house.close()
    },
  }
}
