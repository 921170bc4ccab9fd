import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { after, before, beforeEach, describe, it } from 'node:test'
import { SYSTEM, transact } from '../../src/db/index.ts'
import { openDesk, type Visit } from '../../src/reception/index.ts'
import { entriesOfVisit } from '../../src/reception/store.ts'
import { signedIn } from '../support/every-page.ts'
import { arrive, call, desk, openWeb, root, step, type TestWeb } from '../support/house.ts'

let house: TestWeb
let clerk: string
before(async () => {
  house = await openWeb()
  clerk = await signedIn(house, 'samira')
})
beforeEach(() => house.empty())
after(() => house.close())

const open = (name: string) =>
  openDesk(house.office, desk(name), { account: name, languages: null, skills: null })
const read = async (path: string, cookie = '') => {
  const answer = await house.fetch(path, { headers: { cookie } })
  assert.equal(answer.status, 200)
  return (await answer.text())
    .replace(/<[^>]+>/g, ' ')
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
}
const now = ({ id }: Visit) => house.office.memory.hall.visits.get(id)

describe('somebody who is passed on', () => {
  it('reception 5: waits there under the same number and arrival, and the desk that sent her sees until when she must be taken', async () => {
    for (const name of ['platz-2', 'zimmer-9']) await open(name)
    const visit = await arrive(house, 'isc-registration')
    house.clock.pass(7)
    await step(house, visit, { do: 'call', desk: desk('platz-2') })
    await step(house, visit, { do: 'start', desk: desk('platz-2') })
    await step(house, visit, { do: 'pass', desk: desk('platz-2'), to: 'C-EA' as never })
    const { state, unit, number, arrivedAt, pass } = now(visit) ?? visit
    assert.deepEqual([state, unit, number, arrivedAt], ['waiting', 'C-EA', visit.number, visit.arrivedAt])
    assert.equal(pass?.from, 'X-ISC')
    const page = '/de/staff/desk/platz-2'
    assert.match(
      await read(page, clerk),
      new RegExp(`${visit.number} .*an Wirtschaftliche Hilfen, bis 10:27 Uhr`),
    )
    assert.equal(await call(house, 'platz-2'), null, 'nobody else calls her')
    house.clock.pass(21)
    assert.match(await read(page, clerk), /seit 10:27 Uhr überfällig/, 'late, she stays in sight')
    const taken = await call(house, 'zimmer-9')
    assert.ok(taken && typeof taken !== 'string')
    assert.deepEqual([taken.id, taken.number, taken.pass], [visit.id, visit.number, null])
    assert.doesNotMatch(await read(page, clerk), /10:27/)
  })
})

describe('somebody who was overtaken', () => {
  it('reception 15: reads why on her page in a neutral sentence, and the journal holds the reason', async () => {
    await open('platz-1')
    const first = await arrive(house, 'isc-eat-pickup')
    house.clock.pass(2)
    const later = await arrive(house, 'isc-eat-pickup', { needs: ['standing'] })
    assert.doesNotMatch(await read(`/de/ticket/${first.secret}`), /früher gerufen|vor Ihnen gerufen/)
    const called = await call(house, 'platz-1')
    assert.ok(called && typeof called !== 'string' && called.id === later.id)
    const page = await read(`/de/ticket/${first.secret}`)
    assert.match(page, /konnte nicht lange warten/)
    assert.ok(!page.includes(`Nummer ${later.number}`), 'not who it was')
    const entries = await transact(house.office.database, SYSTEM, (tx) => entriesOfVisit(tx, later.id))
    assert.equal(entries.find((entry) => entry.step === 'called')?.detail.why, 'need')
  })
})

describe('the scenarios of running city systems', () => {
  it('have each a test that names its number', () => {
    const scenarios = readFileSync(`${root}/test/oracles/reception.md`, 'utf8').match(/^\d+(?=\. )/gm) ?? []
    assert.equal(scenarios.length, 15)
    const tests = globSync('{src,test}/**/*.test.ts', { cwd: root }).map((file) =>
      readFileSync(`${root}/${file}`, 'utf8'),
    )
    const named = (number: string) =>
      tests.some(
        (text) => text.includes(`('reception ${number}: `) || text.includes(`(\`reception ${number}: `),
      )
    assert.deepEqual(
      scenarios.filter((number) => !named(number)),
      [],
    )
  })
})
