import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openWeb, type TestWeb } from '../../../test/support/house.ts'
import { concernAddress } from '../rules.ts'

let web: TestWeb
before(async () => {
  web = await openWeb()
})
after(() => web.close())

async function linksOf(path: string): Promise<string[]> {
  const response = await web.fetch(path)
  assert.equal(response.status, 200, path)
  const hrefs = [...(await response.text()).matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href)
  return hrefs.map((href) => (href.replaceAll('&amp;', '&').split('?')[0] ?? '').split('#')[0] ?? '')
}

/** The concerns one comes to by answering questions, each with how many it took. */
async function questionsTo(start: string): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  const seen = new Set([start])
  let pages = [start]
  for (let question = 1; pages.length > 0; question++) {
    const next: string[] = []
    for (const page of pages) {
      for (const link of await linksOf(page)) {
        const concern = link.startsWith(`${start}concern/`) ? link.slice(`${start}concern/`.length) : null
        if (concern !== null && !found.has(concern)) found.set(concern, question)
        if (!link.startsWith(`${start}topic/`) || seen.has(link)) continue
        seen.add(link)
        next.push(link)
      }
    }
    pages = next
  }
  return found
}

for (const [where, start] of Object.entries({
  'on the own phone': '/de/',
  'in Arabic': '/ar/',
  'at the terminal': '/de/kiosk/kiosk-1/',
})) {
  describe(`the guide ${where}`, () => {
    it('leads to every concern in at most three questions', async () => {
      const found = await questionsTo(start)
      const most = Math.max(...found.values())
      assert.ok(most <= 3, `${most} questions`)
      const missing = web.city.concerns
        .filter((concern) => !found.has(concernAddress(concern)))
        .map(({ id }) => id)
      assert.deepEqual(missing, [web.city.orientation], 'who does not know where to go needs no question')
    })

    it('leads to a person without any question', async () => {
      const links = await linksOf(start)
      for (const kind of ['person', 'minor', 'alone']) assert.ok(links.includes(`${start}help/${kind}`), kind)
    })

    it('has an outcome for every concern', async () => {
      for (const { id } of web.city.concerns) {
        const response = await web.fetch(`${start}concern/${id}`)
        assert.equal(response.status, 200, id)
      }
    })
  })
}
