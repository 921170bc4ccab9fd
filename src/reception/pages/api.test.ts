import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, it } from 'node:test'
import { desk, openWeb, type TestWeb } from '../../../test/support/house.ts'
import { setIntake } from '../actions/desk.ts'

type Sent = { readonly token?: string; readonly key?: string; readonly body?: unknown; readonly raw?: string }

describe('the machine door', () => {
  let house: TestWeb
  let kiosk: string
  let anyDesk: string
  let deskOne: string
  let display: string
  before(async () => {
    house = await openWeb()
    kiosk = await house.token('kiosk')
    anyDesk = await house.token('desk')
    deskOne = await house.token('desk', 'platz-1')
    display = await house.token('display')
  })
  beforeEach(() => house.empty())
  after(() => house.close())

  let sent = 0
  const send = async (method: string, path: string, { token, key, body, raw }: Sent) => {
    const headers: Record<string, string> = {}
    if (token) headers.authorization = `Bearer ${token}`
    if (key) headers['idempotency-key'] = key
    const text = raw ?? (body === undefined ? undefined : JSON.stringify(body))
    const response = await house.fetch(`/api/v1${path}`, {
      method,
      headers,
      ...(text === undefined ? {} : { body: text }),
    })
    const answer = await response.text()
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      json: answer ? JSON.parse(answer) : null,
    }
  }
  const ticket = (body: unknown = { concern: 'isc-eat-pickup' }, key = `press-${sent++}`) =>
    send('POST', '/tickets', { token: kiosk, key, body })

  it('lists all 109 concerns and every desk with what it can serve', async () => {
    const concerns = await send('GET', '/concerns', { token: kiosk })
    assert.equal(concerns.json.length, 109)
    assert.deepEqual(Object.keys(concerns.json[0]), ['id', 'title', 'channel'])
    const desks = await send('GET', '/desks', { token: kiosk })
    const served = new Set(desks.json.flatMap((one: { concerns: string[] }) => one.concerns))
    assert.ok(concerns.json.every((one: { id: string }) => served.has(one.id)))
  })

  it('gives a number with sign, link and wait, and the same one for the same key', async () => {
    const first = await ticket({ concern: 'isc-fiktion', language: 'ar' }, 'one press')
    assert.equal(first.status, 201)
    assert.ok(Number.isInteger(first.json.number))
    assert.match(first.json.link, /^http:\/\/hall\.test\/ar\/ticket\/[\w-]{22}$/)
    assert.ok(first.json.wait.from < first.json.wait.to)
    assert.equal(first.json.today, true)
    assert.deepEqual((await ticket({ concern: 'isc-fiktion', language: 'ar' }, 'one press')).json, first.json)
    assert.equal((await ticket({ concern: 'isc-cert', language: 'ar' }, 'one press')).status, 422)
  })

  it('leads a visit through call, start, park, back and finish', async () => {
    const { json: given } = await ticket()
    const called = await send('POST', '/desks/platz-1/calls', { token: anyDesk })
    assert.equal(called.status, 201)
    assert.equal(called.json.visitId, given.visitId)
    assert.equal(called.json.why.code, 'first_come')
    assert.ok(called.json.why.text.length > 5)
    const step = (name: string, body?: unknown) =>
      send('POST', `/visits/${given.visitId}/${name}`, { token: anyDesk, ...(body ? { body } : {}) })
    assert.equal((await step('start')).json.state, 'serving')
    assert.equal((await step('park')).json.state, 'parked')
    assert.equal((await step('bring-back', { desk: 'platz-1' })).json.state, 'called')
    assert.equal((await step('start')).status, 200)
    assert.equal((await step('finish', { outcome: 'done', concerns: ['isc-eat-pickup'] })).json.state, 'done')
    assert.equal((await step('finish', { outcome: 'done' })).status, 409)
  })

  it('answers 204 when nobody waits whom the desk can serve, and 409 at a desk that is busy', async () => {
    assert.equal((await send('POST', '/desks/platz-1/calls', { token: anyDesk })).status, 204)
    await ticket()
    assert.equal((await send('POST', '/desks/platz-15/calls', { token: anyDesk })).status, 204)
    await ticket()
    await send('POST', '/desks/platz-1/calls', { token: anyDesk })
    assert.equal((await send('POST', '/desks/platz-1/calls', { token: anyDesk })).status, 409)
  })

  it('opens a closed desk by its call and ends its buffer', async () => {
    await ticket()
    await send('POST', '/desks/platz-3/calls', { token: anyDesk })
    assert.equal(house.office.memory.desks.get(desk('platz-3'))?.open, true)
  })

  it('shows a call on the display that is in charge of the desk', async () => {
    const { json: given } = await ticket()
    await send('POST', '/desks/platz-1/calls', { token: anyDesk })
    const hall = await send('GET', '/displays/halle', { token: display })
    assert.equal(hall.json.calls[0].number, given.number)
    const rooms = await send('GET', '/displays/zimmer', { token: display })
    assert.deepEqual(rooms.json.calls, [])
    assert.ok(!JSON.stringify(hall.json).includes('isc-eat-pickup'), 'no matter on a display')
  })

  it('keeps to the table of status codes', async () => {
    const cases: [number, string, string, Sent][] = [
      [401, 'GET', '/concerns', {}],
      [401, 'GET', '/concerns', { token: 'foyer_not-a-token' }],
      [403, 'POST', '/desks/platz-1/calls', { token: kiosk }],
      [403, 'POST', '/desks/platz-2/calls', { token: deskOne }],
      [403, 'POST', '/tickets', { token: display, key: 'k', body: { concern: 'isc-cert' } }],
      [404, 'POST', '/desks/nowhere/calls', { token: anyDesk }],
      [404, 'POST', '/visits/unknown/start', { token: anyDesk }],
      [404, 'GET', '/displays/none', { token: display }],
      [404, 'GET', '/nothing', { token: display }],
      [400, 'POST', '/tickets', { token: kiosk, body: { concern: 'isc-cert' } }],
      [400, 'POST', '/tickets', { token: kiosk, key: 'k', raw: '{"concern":' }],
      [422, 'POST', '/tickets', { token: kiosk, key: 'k', body: {} }],
      [422, 'POST', '/tickets', { token: kiosk, key: 'k', body: { concern: 'no-such-thing' } }],
      [422, 'POST', '/tickets', { token: kiosk, key: 'k', body: { concern: 'isc-cert', language: 'xx' } }],
      [
        413,
        'POST',
        '/tickets',
        { token: kiosk, key: 'k', raw: JSON.stringify({ concern: 'x'.repeat(70_000) }) },
      ],
    ]
    for (const [status, method, path, request] of cases) {
      const answer = await send(method, path, request)
      assert.equal(answer.status, status, `${method} ${path} ${JSON.stringify(request).slice(0, 80)}`)
      assert.equal(answer.type, 'application/problem+json')
      assert.ok(answer.json.detail.length > 10, 'a sentence')
    }
  })

  it('gives a number when the house is closed, and says that it will not be today', async () => {
    house.clock.pass(-5 * 60)
    const night = await ticket()
    assert.equal(night.status, 201)
    assert.equal(night.json.today, false)
    assert.equal((await send('POST', '/desks/platz-1/calls', { token: anyDesk })).status, 201)
  })

  it('refuses a number with 409 only while intake is stopped', async () => {
    await ticket({ concern: 'isc-cert' }, 'before the stop')
    await setIntake(house.office, 'full', 'lead')
    assert.equal((await ticket()).status, 409)
    assert.equal((await ticket({ concern: 'isc-cert' }, 'before the stop')).status, 201)
  })

  it('describes itself, and every path it serves', async () => {
    const response = await house.fetch('/api/openapi.json')
    const description = (await response.json()) as { openapi: string; paths: Record<string, unknown> }
    assert.equal(description.openapi, '3.1.0')
    for (const path of [
      '/api/v1/tickets',
      '/api/v1/desks/{deskId}/calls',
      '/api/v1/visits/{visitId}/no-show',
      '/api/v1/displays/{id}',
    ]) {
      assert.ok(description.paths[path], path)
    }
  })
})
