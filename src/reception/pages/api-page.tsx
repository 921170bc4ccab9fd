import type { JSX } from 'preact'
import { type Assets, Document, PublicShell, toHtml } from '../../web/look/index.ts'
import { describe } from './api.ts'

type Schema = {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
}
type Content = Readonly<Record<string, { readonly schema: Schema }>>
type Operation = {
  readonly summary: string
  readonly description: string
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean }[]
  readonly requestBody?: { readonly content: Content }
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: Content }>>
}
type Description = {
  readonly info: { readonly title: string; readonly version: string }
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

/** The machine door for people who connect something to it: the very description machines read, as a page, in English. */
export function apiPage(assets: Assets): Response {
  const { info, paths } = describe() as unknown as Description
  const html = toHtml(
    <Document
      lang="en"
      dir="ltr"
      title={`${info.title}, version ${info.version}`}
      css={assets.url('public.css')}
      icon={assets.url('mark.svg')}
      noindex
      bodyClass="public"
    >
      <PublicShell houseName="Foyer" homeHref="/" skipLabel="To the content">
        <div class="stack">
          <h1>{info.title}</h1>
          <p>
            Terminals, displays and desks speak here in JSON. Every request carries a token:{' '}
            <code>Authorization: Bearer …</code>. What cannot be done is answered as a problem (RFC 9457).
            Machines read the same as <a href="/api/openapi.json">OpenAPI 3.1</a>.
          </p>
          {Object.entries(paths).flatMap(([path, operations]) =>
            Object.entries(operations).map(([method, operation]) => (
              <Route
                key={`${method} ${path}`}
                name={`${method.toUpperCase()} ${path}`}
                operation={operation}
              />
            )),
          )}
        </div>
      </PublicShell>
    </Document>,
  )
  return new Response(html, {
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  })
}

function Route({ name, operation }: { name: string; operation: Operation }): JSX.Element {
  const { summary, description, parameters, requestBody, responses } = operation
  const body = requestBody && schemaOf(requestBody.content)
  return (
    <section class="card stack tight">
      <h2 class="told">
        <code>{name}</code>
      </h2>
      <p>{summary}</p>
      <p class="quiet">{description}</p>
      {parameters.length > 0 && (
        <>
          <h3>Parameters</h3>
          <ul class="bullets">
            {parameters.map((one) => (
              <li key={one.name}>
                <code>{one.name}</code> ({one.in}
                {one.required ? ', required' : ''})
              </li>
            ))}
          </ul>
        </>
      )}
      {body && (
        <>
          <h3>Body</h3>
          <Fields schema={body} />
        </>
      )}
      <h3>Answers</h3>
      <ul class="bullets">
        {Object.entries(responses).map(([status, answer]) => (
          <li key={status}>
            <strong>{status}</strong> {answer.description}
            {Number(status) < 400 && answer.content && <Fields schema={schemaOf(answer.content)} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

const schemaOf = (content: Content): Schema => Object.values(content)[0]?.schema ?? {}

/** The fields of a body, those of its parts below them. */
function Fields({ schema }: { schema: Schema }): JSX.Element | null {
  const inner = schema.items ?? schema
  if (!inner.properties) return null
  return (
    <ul class="bullets">
      {Object.entries(inner.properties).map(([name, field]) => (
        <li key={name}>
          <code>{name}</code>: {typeOf(field)}
          {inner.required?.includes(name) ? '' : ' (optional)'}
          <Fields schema={field} />
        </li>
      ))}
    </ul>
  )
}

function typeOf({ type, enum: values, items, anyOf }: Schema): string {
  if (values) return values.map((value) => JSON.stringify(value)).join(' or ')
  if (anyOf) return anyOf.map(typeOf).join(' or ')
  return items ? `list of ${typeOf(items)}` : (type ?? 'anything')
}
