import assert from 'node:assert/strict'
import { after, afterEach, before, beforeEach, describe, it } from 'node:test'
import pg from 'pg'
import { bridge, type Hub, makeHub, type Topic } from '../../src/live/index.ts'
import { freshDatabase, type Postgres, start } from '../support/postgres.ts'

let postgres: Postgres
let url: string
before(async () => {
  postgres = await start({ fsync: false })
})
beforeEach(async () => {
  url = await freshDatabase(postgres.url)
})
after(() => postgres.stop())

/** Processes that run when a test is over; stopping one twice does no harm. */
const processes: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const stop of processes.splice(0)) await stop()
})

type Process = { readonly hub: Hub; readonly stop: () => Promise<void> }

/** One of several processes of a house. `lastLine` is how far its journal has come. */
async function open(lastLine: () => Promise<number> = async () => 0): Promise<Process> {
  const hub = makeHub()
  const stop = await bridge(hub, { url, lastLine, every: 20 })
  processes.push(stop)
  return { hub, stop }
}

/** Resolves when a process hears of all of these topics. */
function hears(hub: Hub, topics: readonly Topic[]): Promise<Topic[]> {
  const heard: Topic[] = []
  return new Promise((resolve) => {
    const stop = hub.listen(topics, (topic) => {
      heard.push(topic)
      if (!topics.every((one) => heard.includes(one))) return
      stop()
      resolve(heard)
    })
  })
}

const everyTopic = (hub: Hub): Topic[] => {
  const heard: Topic[] = []
  hub.tap((topics) => heard.push(...topics))
  return heard
}

describe('two processes of one house', { timeout: 60_000 }, () => {
  it('hear of each other', async () => {
    const [one, two] = [await open(), await open()]
    const there = hears(two.hub, ['hall', 'visit:kXw0'])
    one.hub.publish(['hall', 'visit:kXw0'])
    await there
    const back = hears(one.hub, ['desk:platz-1'])
    two.hub.publish(['desk:platz-1'])
    await back
  })

  it('send nothing back that they only heard, and hear nothing of themselves', async () => {
    const [one, two] = [await open(), await open()]
    const [atOne, atTwo] = [everyTopic(one.hub), everyTopic(two.hub)]
    for (const topic of ['first', 'second', 'third']) {
      const there = hears(two.hub, [topic])
      one.hub.publish([topic])
      await there
      const back = hears(one.hub, [`${topic} back`.replace(' ', '-')])
      two.hub.publish([`${topic}-back`])
      await back
    }
    const expected = ['first', 'first-back', 'second', 'second-back', 'third', 'third-back']
    assert.deepEqual(atOne, expected)
    assert.deepEqual(atTwo, expected)
  })

  it('bundle what happens at once, and say only that the hall changed when it is too much to tell', async () => {
    const [one, two] = [await open(), await open()]
    const atTwo = everyTopic(two.hub)
    const there = hears(two.hub, ['hall', 'board'])
    one.hub.publish(Array.from({ length: 1_000 }, (_, i) => `visit:${String(i).padStart(22, '0')}`))
    await there
    assert.deepEqual(atTwo, ['hall', 'board', 'alarm'])
  })

  it('hear no more once they stopped', async () => {
    const [one, two] = [await open(), await open()]
    await two.stop()
    const atTwo = everyTopic(two.hub)
    const third = await open()
    const there = hears(third.hub, ['hall'])
    one.hub.publish(['hall'])
    await there
    assert.deepEqual(atTwo, [])
  })
})

describe('a notice that got lost', { timeout: 60_000 }, () => {
  it('is made up for: a journal that grew is looked at again', async () => {
    let line = 7
    const one = await open(async () => line)
    const there = hears(one.hub, ['hall', 'board'])
    // The first looks only learn where the journal stands.
    const grows = setInterval(() => {
      line += 1
    }, 5)
    await there
    clearInterval(grows)
  })

  it('says nothing while the journal stands, and goes on when it cannot be read', async () => {
    let looks = 0
    let looked = () => {}
    const enough = new Promise<void>((resolve) => {
      looked = resolve
    })
    const one = await open(async () => {
      looks += 1
      if (looks === 10) looked()
      if (looks % 3 === 0) throw new Error('no connection')
      return 7
    })
    const heard = everyTopic(one.hub)
    await enough
    assert.deepEqual(heard, [])
  })

  it('because the connection broke is made up for by a new one', async () => {
    const [one, two] = [await open(), await open()]
    const told = [hears(one.hub, ['hall', 'board']), hears(two.hub, ['hall', 'board'])]
    const admin = new pg.Client({ connectionString: url })
    await admin.connect()
    await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`)
    await admin.end()
    await Promise.all(told)
    const there = hears(two.hub, ['visit:kXw0'])
    one.hub.publish(['visit:kXw0'])
    await there
  })
})
