import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import { everyPage, type PageOf, sessions } from './support/every-page.ts'
import { formOf, openWeb, type TestWeb } from './support/house.ts'
import { htmlMistakes } from './support/html.ts'

const LANGUAGES = ['de', 'ar'] as const
/** The only pages that carry a script: they change by themselves, print, clear themselves, or must be left at once. */
const WITH_SCRIPT = /^(ticket-|display|kiosk|slip|poster|desk-|hall|help-alone)|-discreet$/

describe('every page of the house', () => {
  let house: TestWeb
  let pages: PageOf[]
  let cookieOf: (page: PageOf) => string
  before(async () => {
    house = await openWeb()
    cookieOf = await sessions(house)
    pages = await everyPage(house)
  })
  after(() => house.close())

  /** Every page in every language, asked for once: what is looked at is one and the same answer. */
  const answers = new Map<string, { response: Response; html: string }>()
  const fetchPage = async (page: PageOf, language: string) => {
    const name = `${page.name} ${language}`
    const known = answers.get(name) ?? (await ask(page, language))
    answers.set(name, known)
    return known
  }
  const ask = async (page: PageOf, language: string) => {
    const init = page.form ? formOf(page.form) : {}
    const headers = {
      ...(init.headers as Record<string, string>),
      cookie: cookieOf(page),
    }
    const response = await house.fetch(`/${language}${page.path}`, { ...init, headers })
    return { response, html: await response.text() }
  }
  const eachPage = async (check: (page: PageOf, language: string) => Promise<void>) => {
    for (const page of pages) for (const language of LANGUAGES) await check(page, language)
  }

  it('answers with the status that is meant, in the language and direction of its address', () =>
    eachPage(async (page, language) => {
      const { response, html } = await fetchPage(page, language)
      assert.equal(response.status, page.status ?? 200, page.name)
      assert.match(html, new RegExp(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"`))
    }))

  it('is sound HTML', () =>
    eachPage(async (page, language) => {
      const { html } = await fetchPage(page, language)
      assert.deepEqual(await htmlMistakes(html), [], `${page.name} ${language}`)
    }))

  it('forbids everything that does not come from the house, and keeps its secrets from other sites', () =>
    eachPage(async (page, language) => {
      const { headers } = (await fetchPage(page, language)).response
      assert.match(headers.get('content-security-policy') ?? '', /^default-src 'self'/)
      assert.doesNotMatch(headers.get('content-security-policy') ?? '', /unsafe/)
      assert.equal(headers.get('referrer-policy'), 'no-referrer')
      assert.equal(headers.get('cache-control'), 'no-store')
    }))

  it('carries no script where nothing changes by itself', () =>
    eachPage(async (page, language) => {
      const { html } = await fetchPage(page, language)
      assert.equal(html.includes('<script'), WITH_SCRIPT.test(page.name) && page.status !== 404, page.name)
    }))

  it('weighs at most 50 kB on a first visit, with its style, without the letters', () =>
    eachPage(async (page, language) => {
      const { html } = await fetchPage(page, language)
      const style = await house.fetch(/href="(\/assets\/[^"]+\.css)"/.exec(html)?.[1] ?? '', {
        headers: { 'accept-encoding': 'gzip' },
      })
      const bytes = gzipSync(html).length + (await style.arrayBuffer()).byteLength
      assert.ok(bytes <= 50_000, `${page.name}: ${bytes}`)
    }))

  it('brings at most 10 kB of script where it is live', async () => {
    for (const page of pages.filter(({ name }) => WITH_SCRIPT.test(name))) {
      const { html } = await fetchPage(page, 'de')
      let bytes = 0
      for (const [, source = ''] of html.matchAll(/<script[^>]* src="([^"]+)"/g)) {
        const script = await house.fetch(source, { headers: { 'accept-encoding': 'gzip' } })
        bytes += (await script.arrayBuffer()).byteLength
      }
      assert.ok(bytes <= 10_000, `${page.name}: ${bytes}`)
    }
  })

  it('never names the product to a visitor, nor a matter or a name on a screen in the hall', () =>
    eachPage(async (page, language) => {
      const { html } = await fetchPage(page, language)
      const words = html.replace(/<[^>]*>/g, ' ')
      assert.doesNotMatch(words, /foyer/i, page.name)
      if (page.name.startsWith('display')) assert.doesNotMatch(words, /Aufenthaltskarte|Fiktion|Samira/i)
    }))

  it('has no key that presses two buttons', () =>
    eachPage(async (page, language) => {
      const { html } = await fetchPage(page, language)
      const keys = [...html.matchAll(/ data-key="(\w)"/g)].map(([, key]) => key)
      assert.deepEqual(keys, [...new Set(keys)], page.name)
    }))

  it('shows no signed-out visitor a page of the staff', async () => {
    for (const page of pages.filter((one) => one.for === 'staff')) {
      const response = await house.fetch(`/de${page.path}`)
      assert.equal(response.status, 303, page.name)
      assert.equal(response.headers.get('location'), '/de/staff/sign-in')
    }
  })
})
