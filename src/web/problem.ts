import type { Refusal } from '../kernel/index.ts'

/** The one table of what goes wrong at the machine door. */
export const STATUS = {
  bad_request: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  wrong_state: 409,
  conflict: 409,
  too_large: 413,
  invalid: 422,
  internal: 500,
} as const
export type ProblemCode = keyof typeof STATUS

/** An answer that something went wrong (RFC 9457): a code for programs, a sentence for people. */
export const problem = (code: ProblemCode, detail: string): Response =>
  new Response(JSON.stringify({ type: 'about:blank', title: code, status: STATUS[code], detail }), {
    status: STATUS[code],
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  })

export const refusalStatus = (refusal: Refusal): ProblemCode => refusal.code

export const json = (value: unknown, status = 200): Response =>
  new Response(JSON.stringify(value), {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  })
