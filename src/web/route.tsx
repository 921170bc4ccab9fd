import type { Context, Hono } from 'hono'
import type { z } from 'zod'
import { type Language, languageOf, matchLanguage, negotiate, type Translate } from '../i18n/index.ts'
import type { Clock, Ids } from '../kernel/index.ts'
import type { Render } from './frame.tsx'
import type { Account, Asking, FieldError, Page, Typed, View } from './page.ts'
import { redirect } from './page.ts'

export type Routing = {
  readonly clock: Clock
  readonly ids: Ids
  readonly texts: (language: Language) => Translate
  readonly render: Render
  readonly accountOf: (headers: Headers) => Promise<Account | null>
}

/** Adds a page to the house: language, account, form, errors, once for all pages. */
export function addPage(app: Hono, page: Page, routing: Routing): void {
  const path = `/:lang${page.path}`
  app.get(path, async (c) => {
    const asking = await ask(c, page, routing)
    if (asking instanceof Response) return asking
    return answer(await page.get(asking), asking, routing)
  })
  const { post } = page
  if (!post) return
  app.post(path, async (c) => {
    if (!sameOrigin(c.req.raw)) return c.text('Cross-site form refused', 403)
    const asking = await ask(c, page, routing)
    if (asking instanceof Response) return asking
    const typed = await readForm(c.req.raw)
    const fields: z.ZodType = typeof post.fields === 'function' ? post.fields() : post.fields
    const input = fields.safeParse(typed)
    const view = input.success
      ? await post.run(asking, input.data as never)
      : await post.again(asking, typed, errorsOf(input.error))
    return answer(view, asking, routing)
  })
}

/** A browser says where a form comes from; old ones that say nothing are let in where no session is at stake. */
function sameOrigin(request: Request): boolean {
  const site = request.headers.get('sec-fetch-site')
  if (site) return site === 'same-origin' || site === 'none'
  const origin = request.headers.get('origin')
  if (!origin || origin === 'null') return !request.headers.get('cookie')?.includes('session_token')
  return (
    URL.canParse(origin) &&
    new URL(origin).host === (request.headers.get('host') ?? new URL(request.url).host)
  )
}

async function ask(c: Context, page: Page, routing: Routing): Promise<Asking | Response> {
  const code = c.req.param('lang') ?? ''
  const language = languageOf(code)
  const url = new URL(c.req.url)
  if (!language) {
    const match = /^[a-z]{2,3}(-[a-z]{2,8})?$/i.test(code) ? matchLanguage(code) : undefined
    return match
      ? redirect(`/${match.code}${url.pathname.slice(code.length + 1)}${url.search}`, 302)
      : c.notFound()
  }
  const account = page.access === 'staff' ? await routing.accountOf(c.req.raw.headers) : null
  if (page.access === 'staff' && !account) return redirect(`/${language.code}/staff/sign-in`)
  return {
    language,
    t: routing.texts(language),
    url,
    params: c.req.param() as Record<string, string>,
    now: routing.clock.now(),
    account,
    href: (path) => `/${language.code}${path}`,
    formKey: () => routing.ids.next(),
    headers: c.req.raw.headers,
  }
}

async function answer(view: View | Response, asking: Asking, routing: Routing): Promise<Response> {
  return view instanceof Response ? view : routing.render(view, asking)
}

/** A form's values; a name that comes more than once is a list. Anything that is no form is an empty one. */
async function readForm(request: Request): Promise<Typed> {
  const typed: Record<string, string | string[]> = {}
  const form = await request.formData().catch(() => null)
  for (const [name, value] of form ?? []) {
    if (typeof value !== 'string') continue
    const before = typed[name]
    typed[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value]
  }
  return typed
}

const errorsOf = (error: z.ZodError): FieldError[] =>
  error.issues.map((issue) => ({ field: String(issue.path[0] ?? 'form'), key: issue.message }))

/** `/` leads to the visitor's language. */
export function addFrontDoor(app: Hono): void {
  app.get('/', (c) => {
    const response = redirect(`/${negotiate(c.req.header('accept-language')).code}/`, 302)
    response.headers.set('vary', 'accept-language')
    return response
  })
}
