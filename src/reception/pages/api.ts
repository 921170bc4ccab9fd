import type { Hono } from 'hono'
import { z } from 'zod'
import { json, problem, STATUS } from '../../web/problem.ts'
import { type ApiHouse, type ApiRoute, answerApi } from './api-door.ts'
import { API_ROUTES } from './api-routes.ts'
import { problemOut } from './api-shapes.ts'

/** The door for machines: kiosks, displays, desks, simulated days. */
export function addApi(app: Hono, house: ApiHouse): void {
  for (const apiRoute of API_ROUTES) {
    app.on(apiRoute.method, apiRoute.path.replaceAll(/\{(\w+)\}/g, ':$1'), (c) =>
      answerApi(house, apiRoute, c),
    )
  }
  const description = describe()
  app.get('/api/openapi.json', () => json(description))
  app.all('/api/*', () => problem('not_found', house.t('error.not_found.title')))
}

/** The description in OpenAPI 3.1, made from the very table that serves. */
export function describe(): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const apiRoute of API_ROUTES) {
    paths[apiRoute.path] = { ...paths[apiRoute.path], [apiRoute.method]: operation(apiRoute) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Foyer: the machine door',
      version: '1',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    security: [{ token: [] }],
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    paths,
  }
}

const content = (body: z.ZodType, type = 'application/json') => ({ [type]: { schema: z.toJSONSchema(body) } })

function operation(apiRoute: ApiRoute): Record<string, unknown> {
  const names = [...apiRoute.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '')
  const schema = { type: 'string' }
  const parameters: Record<string, unknown>[] = names.map((name) => ({
    name,
    in: 'path',
    required: true,
    schema,
  }))
  if (apiRoute.key)
    parameters.push({ name: 'Idempotency-Key', in: 'header', required: apiRoute.key === 'required', schema })
  const responses: Record<string, unknown> = {}
  for (const [status, { text, body }] of Object.entries(apiRoute.answers)) {
    const type = Number(status) >= 400 ? 'application/problem+json' : 'application/json'
    responses[status] = { description: text, ...(body ? { content: content(body, type) } : {}) }
  }
  for (const code of usualProblems(apiRoute)) {
    responses[STATUS[code]] ??= {
      description: code,
      content: content(problemOut, 'application/problem+json'),
    }
  }
  return {
    summary: apiRoute.summary,
    description: `Tokens: ${apiRoute.roles.join(', ')}`,
    parameters,
    ...(apiRoute.body ? { requestBody: { required: true, content: content(apiRoute.body) } } : {}),
    responses,
  }
}

const usualProblems = (apiRoute: ApiRoute): (keyof typeof STATUS)[] => [
  'unauthorized',
  'forbidden',
  ...(apiRoute.method === 'post' ? (['bad_request', 'too_large', 'invalid'] as const) : []),
]
