import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { violations } from './axe.ts'
import { newPage, openBrowser } from './chromium.ts'
import { picture } from './pictures.ts'

const PHONE = { width: 390, height: 844, javaScript: true }
const SOUND =
  '<!DOCTYPE html><html lang="ar" dir="rtl"><title>القاعة</title><main><h1>القاعة</h1><p>رقمك 42</p></main>'
const POOR = '<!DOCTYPE html><html><title>x</title><main><h1>x</h1><img src="data:,"><input></main>'

let browser: Browser
let server: Server
let address: string
before(async () => {
  // The policy of every page of the house: a helper that injects a script tag would fail here.
  server = createServer((request, response) => {
    response.setHeader('Content-Security-Policy', "default-src 'self'; script-src 'self'")
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    if (request.url === '/language')
      return response.end(`<title>x</title>${request.headers['accept-language']}`)
    response.end(request.url === '/poor' ? POOR : SOUND)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const at = server.address()
  address = typeof at === 'object' && at ? `http://127.0.0.1:${at.port}` : ''
  browser = await openBrowser()
})
after(async () => {
  await browser.close()
  server.close()
})

test('the browser shows a page in Arabic from right to left', async () => {
  const page = await newPage(browser, { ...PHONE, lang: 'ar' })
  await page.goto(`${address}/`)
  assert.equal(await page.textContent('h1'), 'القاعة')
  const direction = await page.locator('p').evaluate((p) => getComputedStyle(p).direction)
  assert.equal(direction, 'rtl')
  await page.goto(`${address}/language`)
  assert.match((await page.textContent('body')) ?? '', /^ar/)
})

test('a visitor without JavaScript has none', async () => {
  const page = await newPage(browser, { ...PHONE, lang: 'de', javaScript: false })
  await page.setContent('<noscript><p>Ohne</p></noscript>')
  assert.equal(await page.locator('p').textContent(), 'Ohne')
})

test('a visitor who likes it dark gets it dark', async () => {
  const page = await newPage(browser, { ...PHONE, lang: 'de', dark: true })
  assert.equal(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches), true)
})

test('a page under the strict policy is examined, and a sound one has no violation', async () => {
  const page = await newPage(browser, { ...PHONE, lang: 'ar' })
  await page.goto(`${address}/`)
  assert.deepEqual(await violations(page), [])
})

test('a page without language, labels and descriptions is told so, rule by rule', async () => {
  const page = await newPage(browser, { ...PHONE, lang: 'de' })
  await page.goto(`${address}/poor`)
  const found = await violations(page)
  for (const rule of ['html-has-lang', 'image-alt', 'label']) {
    assert.ok(
      found.some((line) => line.startsWith(`${rule} at [`)),
      `${rule} is missing in\n${found.join('\n')}`,
    )
  }
})

test('no picture is taken unless asked for', async (t) => {
  const page = await newPage(browser, { ...PHONE, lang: 'de' })
  const asked = process.env.FOYER_PICTURES
  t.after(() => {
    if (asked !== undefined) process.env.FOYER_PICTURES = asked
  })
  delete process.env.FOYER_PICTURES
  assert.equal(await picture(page, { name: 'none', lang: 'de' }), null)
})
