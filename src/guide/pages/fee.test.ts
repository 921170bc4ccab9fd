import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { signedIn } from '../../../test/support/every-page.ts'
import { arrive, desk, openWeb, step, type TestWeb } from '../../../test/support/house.ts'
import { openDesk } from '../../reception/index.ts'

let house: TestWeb
before(async () => {
  house = await openWeb()
})
after(() => house.close())

const read = async (path: string, cookie = ''): Promise<string> =>
  (await (await house.fetch(path, { headers: { cookie } })).text())
    .replace(/[\u2066\u2069]/g, '')
    .replaceAll('\u00a0', ' ')

const asked = (html: string): string[] =>
  [...html.matchAll(/<input[^>]*name="(?:is|age|kind)"[^>]*value="([\w-]+)"/g)].map(([, value = '']) => value)

describe('the fee on the answer page', () => {
  it('is one sentence with its paragraph, and below it only what can change it', async () => {
    const html = await read('/de/concern/isc-cert')
    assert.match(html, /Das kostet 18,00 €\./)
    assert.match(html, /§ 47 Abs\. 1 Nr\. 9 AufenthV/)
    assert.deepEqual(asked(html), ['adult', 'under_18', 'benefits', 'turkish'])
    assert.match(html, /Was Sie hier ankreuzen, wird nicht gespeichert\./)
  })

  it('asks nothing where a concern costs nothing', async () => {
    const html = await read('/de/concern/isc-registration?answer=from-outside')
    assert.match(html, /Das kostet nichts\./)
    assert.deepEqual(asked(html), [])
  })

  it('says where only the desk can tell, and when the desk may lower it', async () => {
    assert.match(await read('/de/concern/isc-eat-pin'), /Was es kostet, sagen wir Ihnen am Platz\./)
    assert.match(
      await read('/de/concern/isc-eat-loss?is=benefits'),
      /Am Platz kann die Gebühr gesenkt werden\./,
    )
  })

  it('takes from the address only what it asked', async () => {
    const html = await read('/de/concern/isc-cert?age=12&is=refugee&is=%3Cb%3E&kind=permit')
    assert.match(html, /Das kostet 18,00 €\./)
    assert.doesNotMatch(html, /<b>|checked[^>]*value="refugee"/)
  })
})

describe('a photo among the papers', () => {
  it('says what it costs in the house, on the answer and on the ticket', async () => {
    assert.match(await read('/de/concern/rn-extend'), /Digitales Passfoto \(geht auch hier, 6,00 €\)/)
    const { secret } = await arrive(house, 'rn-extend')
    assert.match(await read(`/ar/ticket/${secret}`), /6,00 €/)
  })
})

describe('the case at a desk', () => {
  it('shows the position of the fee with its paragraph', async () => {
    await house.empty()
    await openDesk(house.office, desk('platz-1'), { account: 'a', languages: null, skills: null })
    const visit = await arrive(house, 'isc-fiktion')
    await step(house, visit, { do: 'call', desk: desk('platz-1') })
    const html = await read('/de/staff/desk/platz-1', await signedIn(house, 'samira'))
    assert.match(html, /Was es kostet: 13,00 € \(§ 47 Abs\. 1 Nr\. 8 AufenthV\)/)
  })
})
