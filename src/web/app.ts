import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { secureHeaders } from 'hono/secure-headers'
import type { Logger } from 'pino'
import type { Assets } from './look/index.ts'
import { problem } from './problem.ts'

export type Edge = {
  readonly log: Logger
  readonly assets: Assets
  /** Milliseconds of wall time, for how long an answer took. */
  readonly wall: () => number
  /** The page that says sorry, in the reader's language; it must not fail. */
  readonly sorry: (request: Request, status: 404 | 413 | 500) => Promise<Response> | Response
}

const BODY_BYTES = 64 * 1024

/** The outer skin of the house: headers, limits, files, and what happens when something breaks. */
export function makeApp(edge: Edge): Hono {
  const app = new Hono()
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
      },
      // Links of tickets are secrets: no other site may learn them.
      referrerPolicy: 'no-referrer',
      strictTransportSecurity: false,
      xFrameOptions: 'DENY',
      crossOriginEmbedderPolicy: false,
    }),
  )
  app.use(bodyLimit({ maxSize: BODY_BYTES, onError: (c) => sorry(edge, c.req.raw, 413) }))
  app.get('/assets/:file', (c) => asset(edge.assets, c.req.raw))
  app.notFound((c) => sorry(edge, c.req.raw, 404))
  app.onError((error, c) => {
    // The route's pattern, never the address: addresses hold secrets.
    edge.log.error({ err: error, method: c.req.method, route: c.req.routePath }, 'request failed')
    return sorry(edge, c.req.raw, 500)
  })
  return app
}

const PROBLEMS = { 404: 'not_found', 413: 'too_large', 500: 'internal' } as const
const SENTENCES = {
  404: 'There is nothing here.',
  413: 'That is too large.',
  500: 'Something went wrong here.',
} as const

/** Machines get a problem, people a page. */
const sorry = (edge: Edge, request: Request, status: 404 | 413 | 500): Promise<Response> | Response =>
  new URL(request.url).pathname.startsWith('/api/')
    ? problem(PROBLEMS[status], SENTENCES[status])
    : edge.sorry(request, status)

function asset(assets: Assets, request: Request): Response {
  const file = assets.file(new URL(request.url).pathname)
  if (!file) return new Response('Not found', { status: 404 })
  const accepts = request.headers.get('accept-encoding') ?? ''
  const headers = new Headers({
    'content-type': file.type,
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
  })
  const encoding =
    file.brotli && /\bbr\b/.test(accepts) ? 'br' : file.gzip && /\bgzip\b/.test(accepts) ? 'gzip' : null
  if (encoding) headers.set('content-encoding', encoding)
  const body = encoding === 'br' ? file.brotli : encoding === 'gzip' ? file.gzip : file.body
  return new Response(new Uint8Array(body ?? file.body), { headers })
}
