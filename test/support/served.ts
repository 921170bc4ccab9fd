import { serve } from '@hono/node-server'
import { openWeb, type TestWeb } from './house.ts'

export type ServedHouse = TestWeb & { readonly origin: string }

/** The whole house behind a real port of this machine, on a clock that the test moves; for browsers. */
export async function openServed(setting: Parameters<typeof openWeb>[0] = {}): Promise<ServedHouse> {
  const house = await openWeb(setting)
  const server = serve({ fetch: house.app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    ...house,
    origin: `http://127.0.0.1:${port}`,
    close: async () => {
      if ('closeAllConnections' in server) server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await house.close()
    },
  }
}
