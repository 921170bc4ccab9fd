import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, it, mock } from 'node:test'
import { sql } from 'kysely'
import { formOf, openWeb, type TestWeb } from '../../test/support/house.ts'
import { type Accounts, makeAccounts, makeSignIn } from './index.ts'

const EMAIL = 'samira@krefeld.example'
const PASSWORD = 'a password for tests'

let web: TestWeb
before(async () => {
  web = await openWeb()
  const account = { email: EMAIL, password: PASSWORD, name: 'Samira', role: 'clerk', staffId: 'samira' }
  await web.accounts.create(account)
})
after(() => web.close())

const signIn = (email: string, password: string): Promise<Response> =>
  web.fetch('/de/staff/sign-in', formOf({ email, password }))

/** The cookies an answer sets, as a browser sends them back. */
const cookiesOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

const staffPage = (cookie: string): Promise<Response> => web.fetch('/de/staff', { headers: { cookie } })

const isAtTheDoor = (response: Response): boolean => response.headers.get('location') === '/de/staff/sign-in'

describe('signing in', () => {
  it('with the right words leads to the pages of the staff', async () => {
    const response = await signIn(EMAIL, PASSWORD)
    assert.equal(response.status, 303)
    assert.equal(response.headers.get('location'), '/de/staff')
    assert.ok(!isAtTheDoor(await staffPage(cookiesOf(response))))
  })

  it('takes the e-mail in any case and with blanks around it', async () => {
    assert.equal((await signIn(` ${EMAIL.toUpperCase()} `, PASSWORD)).status, 303)
  })

  it('with a wrong word shows the same page again, keeps the e-mail, and does not say which of the two was wrong', async () => {
    const wrong = await signIn(EMAIL, 'something else')
    const unknown = await signIn('nobody@krefeld.example', PASSWORD)
    for (const response of [wrong, unknown]) {
      assert.equal(response.status, 422)
      assert.deepEqual(response.headers.getSetCookie(), [])
    }
    const [wrongPage, unknownPage] = [await wrong.text(), await unknown.text()]
    assert.ok(wrongPage.includes(`value="${EMAIL}"`))
    assert.ok(!wrongPage.includes('something else'))
    assert.equal(wrongPage.replaceAll(EMAIL, ''), unknownPage.replaceAll('nobody@krefeld.example', ''))
  })

  it('without words, or with what is no e-mail, is told and never breaks', async () => {
    for (const [email, password] of [
      ['', ''],
      [EMAIL, ''],
      ['samira', PASSWORD],
      ["' or 1=1 --", 'x'],
      ['x'.repeat(500), 'x'.repeat(500)],
    ] as const)
      assert.equal((await signIn(email, password)).status, 422, `${email} ${password}`.slice(0, 40))
  })

  it('sets a cookie that no script reads and no other site sends along', async () => {
    const cookies = (await signIn(EMAIL, PASSWORD)).headers.getSetCookie()
    assert.ok(cookies.length > 0)
    for (const cookie of cookies) {
      assert.match(cookie, /; HttpOnly/i)
      assert.match(cookie, /; SameSite=Lax/i)
      assert.match(cookie, /; Path=\/(;|$)/i)
    }
  })

  it('sets a cookie that travels only encrypted where the house has such an address', async () => {
    const secure = makeAccounts(web.office.database, {
      secret: 'a secret of the tests, long enough for all',
      baseUrl: 'https://hall.test',
      secure: true,
    })
    const headers = await secure.signIn(EMAIL, PASSWORD)
    const cookies = headers?.getSetCookie() ?? []
    assert.ok(cookies.length > 0)
    for (const cookie of cookies) assert.match(cookie, /; Secure/i)
    const cookie = cookies.map((one) => one.split(';')[0]).join('; ')
    assert.equal((await secure.of(new Headers({ cookie })))?.name, 'Samira')
  })

  it('tells the pages who it is: name, role and place among the staff', async () => {
    const cookie = cookiesOf(await signIn(EMAIL, PASSWORD))
    const account = await web.accounts.of(new Headers({ cookie }))
    assert.deepEqual([account?.name, account?.role, account?.staffId], ['Samira', 'clerk', 'samira'])
  })

  it('keeps no address and no browser of anybody', async () => {
    await signIn(EMAIL, PASSWORD)
    const { rows } = await sql<{ ipAddress: string | null; userAgent: string | null }>`
      select "ipAddress", "userAgent" from session`.execute(web.office.database.kysely)
    assert.ok(rows.length > 0)
    for (const row of rows) assert.ok(!row.ipAddress && !row.userAgent, JSON.stringify(row))
  })
})

describe('who is not signed in', () => {
  it('is led to the door, also with a cookie that was made up or tampered with', async () => {
    const cookie = cookiesOf(await signIn(EMAIL, PASSWORD))
    for (const wrong of [
      '',
      'foyer.session_token=x.y',
      cookie.replace(/.$/, '!'),
      cookie.replace(/=./, '=!'),
    ])
      assert.ok(isAtTheDoor(await staffPage(wrong)), wrong)
  })
})

describe('signing out', () => {
  it('ends the session at once, for whoever kept its cookie too', async () => {
    const cookie = cookiesOf(await signIn(EMAIL, PASSWORD))
    assert.ok(!isAtTheDoor(await staffPage(cookie)))
    const form = formOf({})
    const response = await web.fetch('/de/staff/sign-out', { ...form, headers: { ...form.headers, cookie } })
    assert.ok(isAtTheDoor(response))
    assert.ok(response.headers.getSetCookie().some((one) => /Max-Age=0/i.test(one)))
    assert.ok(isAtTheDoor(await staffPage(cookie)))
  })

  it('of one leaves a second sign-in of the same account alone', async () => {
    const [here, there] = [cookiesOf(await signIn(EMAIL, PASSWORD)), cookiesOf(await signIn(EMAIL, PASSWORD))]
    const form = formOf({})
    await web.fetch('/de/staff/sign-out', { ...form, headers: { ...form.headers, cookie: here } })
    assert.ok(isAtTheDoor(await staffPage(here)))
    assert.ok(!isAtTheDoor(await staffPage(there)))
  })
})

describe('an account', () => {
  const accounts: Pick<Accounts, 'signIn'> = {
    signIn: async (_, password) => (password === PASSWORD ? new Headers() : null),
  }
  const door = () => makeSignIn(accounts as Accounts)
  type Door = ReturnType<typeof door>

  const outcome = async (tried: ReturnType<Door>) => {
    const result = await tried
    return 'refused' in result ? result.refused : 'in'
  }
  const fail = async (at: Door, email: string, times: number) => {
    for (let i = 0; i < times; i++) assert.equal(await outcome(at(email, 'wrong')), 'wrong')
  }

  beforeEach(() => mock.timers.enable({ apis: ['Date', 'setTimeout'] }))
  afterEach(() => mock.timers.reset())

  it('rests for a minute after five wrong tries, even for who knows the word', async () => {
    const at = door()
    await fail(at, EMAIL, 5)
    assert.equal(await outcome(at(EMAIL, PASSWORD)), 'too_many')
    mock.timers.tick(59_000)
    assert.equal(await outcome(at(EMAIL, PASSWORD)), 'too_many')
    mock.timers.tick(1_500)
    assert.equal(await outcome(at(EMAIL, PASSWORD)), 'in')
  })

  it('rests a whole minute from the fifth wrong try, however slowly they came', async () => {
    const at = door()
    for (let i = 0; i < 5; i++) {
      assert.equal(await outcome(at(EMAIL, 'wrong')), 'wrong')
      if (i < 4) mock.timers.tick(14_000)
    }
    mock.timers.tick(50_000)
    assert.equal(await outcome(at(EMAIL, PASSWORD)), 'too_many')
  })

  it('rests alone: its neighbours behind the same address sign in as ever', async () => {
    const at = door()
    await fail(at, EMAIL, 5)
    for (let i = 0; i < 50; i++) assert.equal(await outcome(at(`clerk${i}@krefeld.example`, PASSWORD)), 'in')
    assert.equal(await outcome(at(EMAIL, PASSWORD)), 'too_many')
  })

  it('rests under every way to write its e-mail', async () => {
    const at = door()
    await fail(at, EMAIL, 3)
    await fail(at, EMAIL.toUpperCase(), 2)
    assert.equal(await outcome(at(` ${EMAIL}`, PASSWORD)), 'too_many')
  })

  it('starts anew with a right word', async () => {
    const at = door()
    for (let round = 0; round < 3; round++) {
      await fail(at, EMAIL, 4)
      assert.equal(await outcome(at(EMAIL, PASSWORD)), 'in')
    }
  })

  it('counts tries that are sent all at once one by one', async () => {
    const at = door()
    const tries = await Promise.all(Array.from({ length: 40 }, () => outcome(at(EMAIL, 'wrong'))))
    assert.equal(tries.filter((one) => one === 'wrong').length, 5)
    assert.equal(tries.filter((one) => one === 'too_many').length, 35)
  })
})
