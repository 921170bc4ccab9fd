import type { Context } from 'hono'
import type { z } from 'zod'
import type { Translate } from '../../i18n/index.ts'
import type { Refusal } from '../../kernel/index.ts'
import type { Devices, DeviceToken, TokenRole } from '../../people/index.ts'
import { problem } from '../../web/problem.ts'
import type { Office } from '../actions/office.ts'

export type ApiHouse = {
  readonly office: Office
  readonly devices: Devices
  /** Sentences in German, the language of the house's machines. */
  readonly t: Translate
  readonly publicUrl: string | null
}

/** One request through the machine door: the device that sent it, its body if it has one. */
export type Knock<Body = unknown> = {
  readonly c: Context
  readonly device: DeviceToken
  readonly body: Body
  /** The `Idempotency-Key`, or null. */
  readonly key: string | null
}

/** One thing a device may ask: the server and the description are made from it. */
export type ApiRoute = {
  readonly method: 'get' | 'post'
  readonly path: string
  readonly summary: string
  readonly roles: readonly TokenRole[]
  readonly body?: z.ZodType
  /** The key must be sent, or may be. */
  readonly key?: 'required' | 'optional'
  readonly answers: Readonly<Record<number, { readonly text: string; readonly body?: z.ZodType }>>
  readonly run: (house: ApiHouse, knock: Knock<never>) => Promise<Response> | Response
}

export const route = <Body>(
  definition: Omit<ApiRoute, 'run'> & {
    run: (house: ApiHouse, knock: Knock<Body>) => Promise<Response> | Response
  },
): ApiRoute => definition as unknown as ApiRoute

/** Lets a request in, or says why not: token, role, key, body, in this order. */
export async function answerApi(house: ApiHouse, apiRoute: ApiRoute, c: Context): Promise<Response> {
  const secret = /^Bearer (\S{8,200})$/.exec(c.req.header('authorization') ?? '')?.[1]
  const device = secret ? await house.devices.of(secret) : null
  if (!device) return problem('unauthorized', 'Send a valid token: Authorization: Bearer …')
  if (!apiRoute.roles.includes(device.role))
    return problem('forbidden', `A ${device.role} token may not do this.`)
  const key = c.req.header('idempotency-key') ?? null
  if (apiRoute.key === 'required' && !key) return problem('bad_request', 'Send an Idempotency-Key header.')
  if (key !== null && (key.length > 200 || key.length < 1))
    return problem('bad_request', 'The Idempotency-Key has 1 to 200 characters.')
  const body = apiRoute.body ? await readBody(apiRoute.body, c) : undefined
  if (body instanceof Response) return body
  return apiRoute.run(house, { c, device, body, key } as Knock<never>)
}

async function readBody(shape: z.ZodType, c: Context): Promise<unknown> {
  let value: unknown
  try {
    value = JSON.parse(await c.req.text())
  } catch {
    return problem('bad_request', 'The body is not valid JSON.')
  }
  const result = shape.safeParse(value)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  return problem('invalid', `${issue?.path.join('.') || 'The body'}: ${issue?.message ?? 'does not fit.'}`)
}

export const refused = (house: ApiHouse, refusal: Refusal): Response =>
  problem(refusal.code, house.t(refusal.key as 'error.concern', refusal.args))
