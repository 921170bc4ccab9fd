import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { signedIn } from '../../../test/support/every-page.ts'
import { arrive, call, desk, formOf, openWeb, type TestWeb } from '../../../test/support/house.ts'
import { LANGUAGES } from '../../i18n/index.ts'
import { raiseAlarmAt } from '../actions/alarm.ts'
import { deskStateOf } from '../actions/office.ts'

let house: TestWeb
const cookies: Record<string, string> = {}
before(async () => {
  house = await openWeb()
  cookies.clerk = await signedIn(house, 'samira')
  cookies.colleague = await signedIn(house, 'jonas')
  cookies.lead = await signedIn(house, 'claudia', 'lead')
  cookies.security = await signedIn(house, 'ralf', 'security')
})
beforeEach(() => house.empty())
after(() => house.close())

type Who = 'clerk' | 'colleague' | 'lead' | 'security'
const see = async (who: Who, path: string) => {
  const response = await house.fetch(path, { headers: { cookie: cookies[who] ?? '' } })
  return { status: response.status, html: await response.text() }
}
const send = async (who: Who, path: string, fields: Record<string, string>) => {
  const form = formOf({ key: house.office.ids.next(), ...fields })
  const headers = { ...(form.headers as Record<string, string>), cookie: cookies[who] ?? '' }
  const response = await house.fetch(path, { ...form, headers })
  return { status: response.status, html: await response.text() }
}
const words = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
const PAGE = '/de/staff/desk/platz-2'
const sitDown = () => send('clerk', '/de/staff', { desk: 'platz-2' })

describe('the own desk', () => {
  it('offers a break by one key, and while it lasts one way back to who takes it, and none to others', async () => {
    await sitDown()
    assert.match((await see('clerk', PAGE)).html, /Pause spätestens um 15:00 Uhr/)
    assert.match((await see('clerk', PAGE)).html, /data-key="m"/)
    assert.doesNotMatch((await see('colleague', PAGE)).html, /data-key="m"/)
    assert.equal((await send('clerk', PAGE, { do: 'take_break' })).status, 303)
    const own = (await see('clerk', PAGE)).html
    assert.match(own, /Pause bis 10:30 Uhr/)
    assert.match(own, /data-key="r"/)
    assert.doesNotMatch(own, /data-key="n"/)
    const others = (await see('colleague', PAGE)).html
    assert.match(others, /Pause bis 10:30 Uhr/)
    assert.doesNotMatch(others, /data-key="[rn]"/)
    assert.equal((await send('lead', PAGE, { do: 'come_back' })).status, 422)
    assert.equal((await send('lead', PAGE, { do: 'close' })).status, 422)
    assert.equal(deskStateOf(house.office, desk('platz-2')).work, 'break')
    assert.equal((await send('clerk', PAGE, { do: 'come_back' })).status, 303)
  })

  it('says when a break is overdue', async () => {
    await sitDown()
    house.clock.pass(301)
    assert.match(words((await see('clerk', PAGE)).html), /Ihre Pause war um 15:00 Uhr fällig/)
  })

  it('tells the own day only to who sits there, and only when she asks', async () => {
    await sitDown()
    assert.doesNotMatch(words((await see('clerk', PAGE)).html), /noch niemand/)
    assert.match(words((await see('clerk', `${PAGE}?pace=1`)).html), /Seit 10:00 Uhr noch niemand/)
    for (const who of ['colleague', 'lead'] as const)
      assert.doesNotMatch(words((await see(who, `${PAGE}?pace=1`)).html), /noch niemand|Nur Sie/)
  })

  it('asks the back office for help in words, with what somebody must be able to do and no name', async () => {
    await sitDown()
    await send('clerk', PAGE, { do: 'go_back' })
    await arrive(house, 'isc-eat-pickup', { needs: ['child'] })
    assert.doesNotMatch((await see('clerk', PAGE)).html, /Bitte helfen Sie vorne/)
    house.clock.pass(52)
    assert.match(
      words((await see('clerk', PAGE)).html),
      /Jemand wartet seit 52 Minuten und kommt sonst zu spät dran/,
    )
    assert.doesNotMatch((await see('lead', '/de/staff/desk/platz-3')).html, /Bitte helfen Sie vorne/)
    await send('clerk', PAGE, { do: 'come_back' })
    const page = words((await see('clerk', PAGE)).html)
    assert.doesNotMatch(page, /Bitte helfen Sie vorne/)
    assert.match(page, /Jemand mit einem kleinen Kind wartet seit 52 Minuten\./)
  })
})

describe('sentences for hard moments', () => {
  it('stand in German and the language of who is at the desk, right to left where it runs so', async () => {
    await sitDown()
    await arrive(house, 'isc-eat-pickup', { spoken: 'ar' })
    await call(house, 'platz-2')
    const { html } = await see('clerk', `${PAGE}/phrases?say=sorry`)
    assert.match(html, /<p class="said-hers" lang="ar" dir="rtl">يؤسفني/)
    assert.match(html, /lang="de" dir="ltr">Es tut mir leid/)
  })

  it('can be had in every language of the house, and show nothing of the case', async () => {
    await sitDown()
    const visit = await arrive(house)
    await call(house, 'platz-2')
    for (const { code } of LANGUAGES) {
      const { status, html } = await see('clerk', `${PAGE}/phrases?in=${code}&say=calm`)
      assert.equal(status, 200)
      assert.match(html, new RegExp(`class="said-hers" lang="${code}"`))
      assert.doesNotMatch(words(html), new RegExp(`\\b${visit.number}\\b(?! Jahr)|eAT|Aufenthaltstitel`))
    }
  })
})

describe('the silent alarm', () => {
  it('stands on the pages of responders at once, with desk and time, and on nobody else’s', async () => {
    await sitDown()
    await send('clerk', `${PAGE}/alarm`, {})
    for (const who of ['lead', 'security'] as const) {
      for (const path of ['/reception', '/desk/platz-1', '/figures', '/ticket', '?choose=1', '/alarm']) {
        const { html } = await see(who, `/de/staff${path}`)
        assert.match(words(html), /Alarm: Platz 2 · 10:00/, `${who} ${path}`)
        assert.match(html, /data-live="[^"]+live/, path)
      }
    }
    for (const path of ['/reception', '/desk/platz-1', '/figures', '/ticket'])
      assert.doesNotMatch(words((await see('colleague', `/de/staff${path}`)).html), /Platz 2 · 10:00/, path)
    for (const path of [`${PAGE}/phrases`, '/de/display/halle', '/de/', '/de/kiosk/kiosk-1/', '/de/door'])
      assert.doesNotMatch(words((await see('lead', path)).html), /alarm|Platz 2 ·/i, path)
  })

  it('shows the desk itself a quiet word, also when a responder looks at that desk', async () => {
    await sitDown()
    await send('clerk', `${PAGE}/alarm`, {})
    assert.match(words((await see('clerk', PAGE)).html), /Gesendet um 10:00 Uhr/)
    assert.doesNotMatch((await see('lead', PAGE)).html, /notice alarm/)
  })

  it('says that it adds to the house alarm, names its key, and says when nobody would hear it', async () => {
    await sitDown()
    const page = words((await see('clerk', PAGE)).html)
    assert.match(page, /Hausalarm dazu und ersetzt ihn nicht/)
    assert.match(page, /dreimal schnell die Taste F8/)
    assert.match(page, /gerade sieht niemand hin/)
    const stop = house.office.hub.listen(['alarm'], () => {})
    assert.doesNotMatch(words((await see('clerk', PAGE)).html), /gerade sieht niemand hin/)
    stop()
  })

  it('is heard by the live pages of responders alone', async () => {
    const live = async (who: Who, path: string) => {
      const leaving = new AbortController()
      const response = await house.fetch(path, {
        headers: { cookie: cookies[who] ?? '' },
        signal: leaving.signal,
      })
      const heard = house.office.hub.hears('alarm')
      leaving.abort()
      return { status: response.status, heard }
    }
    for (const path of ['/de/staff/reception/live', '/de/staff/desk/platz-2/live']) {
      assert.deepEqual(await live('clerk', path), { status: 200, heard: false }, path)
      assert.deepEqual(await live('lead', path), { status: 200, heard: true }, path)
    }
    assert.equal((await live('clerk', '/de/staff/alarm/live')).status, 403)
    assert.equal((await live('security', '/de/staff/alarm/live')).status, 200)
    for (const path of ['/de/display/halle/live']) assert.equal((await live('lead', path)).heard, false)
  })

  it('is answered by responders only, and a drill says that it is one', async () => {
    await raiseAlarmAt(house.office, { desk: desk('platz-2'), drill: true, role: 'clerk' })
    const page = (await see('security', '/de/staff/alarm')).html
    assert.match(words(page), /Probealarm: Platz 2/)
    const [, alarm = ''] = /name="alarm" value="([^"]+)"/.exec(page) ?? []
    assert.equal((await send('colleague', '/de/staff/alarm', { alarm, do: 'end' })).status, 403)
    assert.equal((await send('security', '/de/staff/alarm', { alarm, do: 'accept' })).status, 303)
    assert.match(words((await see('lead', '/de/staff/alarm')).html), /Hilfe ist unterwegs, seit 10:00 Uhr/)
    assert.match(words((await see('clerk', PAGE)).html), /Jemand kommt, seit 10:00 Uhr/)
    assert.equal((await send('security', '/de/staff/alarm', { alarm, do: 'end' })).status, 303)
    assert.doesNotMatch(words((await see('lead', '/de/staff/alarm')).html), /Platz 2/)
  })
})

describe('a stop of intake', () => {
  const HALL = '/de/staff/reception'
  it('is decided by a lead with a reason; others see it, and whom to ask', async () => {
    assert.doesNotMatch((await see('clerk', HALL)).html, /name="intake"/)
    assert.match(words((await see('clerk', HALL)).html), /Anhalten darf nur eine Leitung/)
    const refused = await send('clerk', HALL, { intake: 'full' })
    assert.equal(refused.status, 403)
    assert.match(words(refused.html), /Bitte sprechen Sie mit Ihrer Leitung/)
    assert.equal((await send('lead', HALL, { intake: 'technical' })).status, 303)
    assert.match(
      words((await see('clerk', HALL)).html),
      /angehalten, seit 10:00 Uhr\. Die Technik geht nicht/,
    )
    assert.equal((await send('clerk', HALL, { intake: 'resume' })).status, 403)
    assert.equal((await send('lead', HALL, { intake: 'resume' })).status, 303)
    assert.match(words((await see('clerk', HALL)).html), /Nummern werden ausgegeben/)
  })

  it('is told to visitors kindly, on the phone and at the terminal, before they answer any question', async () => {
    await send('lead', HALL, { intake: 'full' })
    for (const path of ['/', '/kiosk/kiosk-1/', '/number?c=isc-cert', '/help/person']) {
      const { html } = await see('clerk', `/de${path}`)
      assert.match(
        words(html),
        /Gerade geben wir keine Nummern aus.*Das tut uns leid.*nicht mit leeren Händen/,
        path,
      )
      assert.match((await see('clerk', `/ar${path}`)).html, /لا نعطي أرقامًا الآن/, path)
    }
    await send('lead', HALL, { intake: 'resume' })
    assert.doesNotMatch((await see('clerk', '/de/')).html, /keine Nummern/)
  })
})
