import assert from 'node:assert/strict'
import { Writable } from 'node:stream'
import { after, before, describe, it } from 'node:test'
import pino from 'pino'
import { concernById } from '../src/city/index.ts'
import { concernAddress } from '../src/guide/rules.ts'
import { makeApp } from '../src/web/index.ts'
import { openWeb, type TestWeb } from './support/house.ts'

let house: TestWeb
before(async () => {
  house = await openWeb()
})
after(() => house.close())

const read = async (path: string) => (await house.fetch(path)).text()
const titleOf = (html: string) => /<title>([^<]*)</.exec(html)?.[1]
const discreet = () => house.city.concerns.filter((concern) => concern.discreet)

describe('a page about something discreet', () => {
  it('has a title that tells nothing, in every language', async () => {
    for (const language of house.city.languages.filter((code) => house.city.texts[code])) {
      for (const concern of discreet()) {
        const html = await read(`/${language}/concern/${concernAddress(concern)}`)
        assert.equal(titleOf(html), house.city.texts[language]?.house_name, concern.id)
      }
    }
  })

  it('can be left at once to a page of another house that hears nothing of it', async () => {
    for (const path of [
      '/concern/sw-violence',
      '/number?c=sw-violence',
      '/?c=sw-violence',
      '/find?q=Gewalt',
      '/help/alone',
    ]) {
      const html = await read(`/de${path}`)
      assert.match(
        html,
        /<a class="button alarm" href="https:\/\/www\.dwd\.de" rel="noreferrer" data-leave/,
        path,
      )
    }
    assert.doesNotMatch(await read('/de/concern/isc-cert'), /data-leave/)
  })

  it('leads back to the first page at a terminal, which must not wander off', async () => {
    assert.match(
      await read('/de/kiosk/kiosk-1/concern/sw-violence'),
      /href="\/de\/kiosk\/kiosk-1\/"[^>]*data-leave/,
    )
  })

  it('names independent help before the house', async () => {
    for (const concern of discreet()) {
      const html = await read(`/de/concern/${concern.id}`)
      const [independent, here] = ['Unabhängige Hilfe', 'Und das tun wir hier'].map((words) =>
        html.indexOf(words),
      )
      assert.ok(
        independent !== undefined && here !== undefined && independent > 0 && independent < here,
        concern.id,
      )
    }
    assert.match(await read('/ar/concern/sw-violence'), /href="tel:116016"/)
  })

  it('never has its concern in an address that the guide links to', async () => {
    const violence = concernById(house.city, 'sw-violence')
    assert.ok(violence)
    for (const path of [
      '/topic/advice/worry',
      '/topic/protection/journey',
      '/find?q=Gewalt',
      `/concern/${concernAddress(violence)}`,
    ])
      for (const { id } of discreet())
        assert.ok(!new RegExp(`href="[^"]*${id}`).test(await read(`/de${path}`)), `${path} ${id}`)
  })
})

describe('the search', () => {
  it('stands on the first page and asks by get, so that it works without JavaScript', async () => {
    const html = await read('/tr/')
    assert.match(html, /<form[^>]* method="get" action="\/tr\/find"/)
    assert.match(html, /<input[^>]* name="q"/)
  })

  it('keeps what was typed, and what was chosen before', async () => {
    const html = await read('/de/find?q=%3Cb%3EKarte&c=isc-cert')
    assert.match(html, /value="&lt;b>Karte"/)
    assert.match(html, /href="\/de\/concern\/isc-eat-loss\?c=isc-cert"/)
  })

  it('says kindly that it found nothing, and leads to a person', async () => {
    const html = await read('/de/find?q=xqzvw')
    assert.match(html, /Das macht nichts/)
    assert.match(html, /href="\/de\/help\/person"/)
  })

  it('says of a partner what it does and when it sits where', async () => {
    const html = await read('/de/find?q=Verbraucherzentrale')
    assert.match(html, /Verträge, Strom, Rechnungen/)
    assert.match(html, /Montag, 14:00 bis 15:30 Uhr: Platz 17/)
  })

  it('leaves nothing of what was typed in the log, not even when something breaks', async () => {
    const lines: string[] = []
    const stream = new Writable({
      write: (chunk, _, done) => {
        lines.push(String(chunk))
        done()
      },
    })
    const edge = {
      assets: { url: String, file: () => null },
      wall: () => 0,
      sorry: () => new Response('sorry'),
    }
    const app = makeApp({ ...edge, log: pino(stream) })
    app.get('/:lang/find', () => {
      throw new Error('broken')
    })
    await app.request('http://hall.test/de/find?q=Schlaege')
    assert.equal(lines.length, 1)
    assert.match(lines[0] ?? '', /"route":"\/:lang\/find"/)
    assert.doesNotMatch(lines.join(''), /Schlaege/)
  })
})
