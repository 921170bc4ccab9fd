import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWeb, type TestWeb } from '../../../test/support/house.ts'
import { htmlMistakes } from '../../../test/support/html.ts'
import { describe as describeApi } from './api.ts'

describe('the page of the machine door', () => {
  let house: TestWeb
  let html: string
  before(async () => {
    house = await openWeb()
    html = await (await house.fetch('/api')).text()
  })
  after(() => house.close())

  it('shows every route of the description with its answers', () => {
    const paths = describeApi().paths as Record<
      string,
      Record<string, { summary: string; responses: object }>
    >
    const sections = html.split('<section').slice(1)
    assert.equal(sections.length, Object.values(paths).flatMap((one) => Object.keys(one)).length)
    for (const [path, operations] of Object.entries(paths)) {
      for (const [method, { summary, responses }] of Object.entries(operations)) {
        const name = `<code>${method.toUpperCase()} ${path}</code>`
        const section = sections.find((one) => one.includes(name)) ?? ''
        assert.ok(section.includes(`<p>${summary}</p>`), name)
        for (const status of Object.keys(responses))
          assert.ok(section.includes(`<strong>${status}</strong>`), name)
      }
    }
  })

  it('names what may be sent, and what must', () => {
    assert.match(html, /<code>concern<\/code>: string</)
    assert.match(html, /<code>Idempotency-Key<\/code> \(header, required\)/)
  })

  it('is sound HTML without a script, and the description stands beside it', async () => {
    assert.deepEqual(await htmlMistakes(html), [])
    assert.doesNotMatch(html, /<script/)
    assert.equal((await house.fetch('/api/openapi.json')).status, 200)
    assert.equal((await house.fetch('/api/nowhere')).status, 404)
  })
})
