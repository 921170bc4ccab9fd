import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { arrive, call, desk, openHouse, step, type TestHouse } from '../../test/support/house.ts'
import type { Devices } from '../people/index.ts'
import { COMMANDS, runCommand, USAGE } from './commands.ts'
import { makeHouseDevices } from './house.tsx'
import type { CommandAnswer } from './socket.ts'

let house: TestHouse
let devices: Devices
let reloaded = { taken: true, mistakes: '' }

before(async () => {
  house = await openHouse()
  devices = makeHouseDevices(house.office, Date.now)
})
after(() => house.close())

/** Runs what somebody typed after `foyer`. */
function run(command: string, ...args: string[]): Promise<CommandAnswer> {
  return runCommand({ office: house.office, devices, reloadPack: async () => reloaded }, { command, args })
}

const answerOf = (given: CommandAnswer): string => {
  assert.ok('answer' in given, JSON.stringify(given))
  return given.answer
}

const errorOf = (given: CommandAnswer): string => {
  assert.ok('error' in given, JSON.stringify(given))
  return given.error
}

describe('foyer token create', () => {
  for (const role of ['desk', 'kiosk', 'display', 'reception'] as const) {
    it(`prints one line that opens the machine door for a ${role}`, async () => {
      const token = answerOf(await run('token create', '--role', role))
      assert.match(token, /^foyer_[\w-]{32}$/)
      assert.deepEqual(await devices.of(token).then((device) => [device?.role, device?.desk]), [role, null])
    })
  }

  it('ties a token to a desk that exists', async () => {
    const token = answerOf(await run('token create', '--role', 'desk', '--desk', 'platz-3'))
    assert.equal((await devices.of(token))?.desk, 'platz-3')
    const error = errorOf(await run('token create', '--role=desk', '--desk=platz-33'))
    assert.match(error, /^There is no desk "platz-33"\. Desks: info, platz-1, /)
  })

  it('says which roles there are when none or another is asked for', async () => {
    const sentence = '--role must be one of desk, kiosk, display, reception.'
    assert.equal(errorOf(await run('token create')), sentence)
    assert.equal(errorOf(await run('token create', '--role', 'head')), sentence)
  })

  it('says what is wrong with other words', async () => {
    assert.equal(
      errorOf(await run('token create', '--rôle', 'desk')),
      `Unknown option '--rôle': after this command goes --role, --desk.`,
    )
    assert.match(errorOf(await run('token create', 'desk')), /^Unexpected argument 'desk'/)
    assert.match(errorOf(await run('token create', '--role')), /argument missing/)
  })
})

describe('foyer token revoke', () => {
  it('ends a token at once', async () => {
    const token = answerOf(await run('token create', '--role', 'kiosk'))
    assert.ok(await devices.of(token))
    assert.equal(answerOf(await run('token revoke', token)), 'revoked')
    assert.equal(await devices.of(token), null)
  })

  it('takes the id of a token too', async () => {
    const token = answerOf(await run('token create', '--role', 'kiosk'))
    const device = await devices.of(token)
    assert.equal(answerOf(await run('token revoke', device?.id ?? '')), 'revoked')
    assert.equal(await devices.of(token), null)
  })

  it('says when there is none, none that still works, or too much', async () => {
    const token = answerOf(await run('token create', '--role', 'kiosk'))
    await run('token revoke', token)
    const sentence = 'There is no such token, or it was revoked before.'
    assert.equal(errorOf(await run('token revoke', token)), sentence)
    assert.equal(errorOf(await run('token revoke', 'foyer_nothing')), sentence)
    assert.equal(errorOf(await run('token revoke')), 'Which token? foyer token revoke TOKEN')
    assert.equal(errorOf(await run('token revoke', 'a', 'b')), 'Which token? foyer token revoke TOKEN')
  })
})

describe('foyer figures', () => {
  it('prints the figures of today, or of another day, as one JSON value', async () => {
    await house.empty()
    const visit = await arrive(house)
    await call(house, 'platz-1')
    await step(house, visit, { do: 'start', desk: desk('platz-1') })
    const today = JSON.parse(answerOf(await run('figures'))) as Record<string, unknown>
    assert.deepEqual([today.day, today.arrived], ['2026-11-23', 1])
    const other = JSON.parse(answerOf(await run('figures', '--day', '2026-11-20'))) as Record<string, unknown>
    assert.deepEqual([other.day, other.arrived], ['2026-11-20', 0])
  })

  for (const day of ['yesterday', '2026-02-30', '2026-13-01', '20261123', '2026-11-23T10:00', ''])
    it(`says that "${day}" is no day`, async () => {
      const sentence = `--day must be a day such as 2026-11-23, not "${day}".`
      assert.equal(errorOf(await run('figures', `--day=${day}`)), sentence)
    })
})

describe('foyer intake', () => {
  it('stops giving numbers and starts again, however often it is told', async () => {
    await house.empty()
    for (let i = 0; i < 2; i++) assert.equal(answerOf(await run('intake stop')), 'stopped')
    await assert.rejects(arrive(house), /error.intake_stopped/)
    for (let i = 0; i < 2; i++) assert.equal(answerOf(await run('intake resume')), 'open')
    await arrive(house)
  })

  it('takes no further words', async () => {
    assert.match(
      errorOf(await run('intake stop', 'now')),
      /^Unexpected argument 'now'.*: after this command goes nothing\.$/,
    )
    await arrive(house)
  })
})

describe('foyer pack reload', () => {
  it('says that the changed pack runs, and what is left out of it', async () => {
    reloaded = { taken: true, mistakes: '' }
    assert.deepEqual(await run('pack reload'), { answer: 'reloaded' })
    reloaded = { taken: true, mistakes: 'guide.yaml:3  …' }
    assert.deepEqual(await run('pack reload'), { answer: 'reloaded', note: 'guide.yaml:3  …' })
  })

  it('says why the old one stays', async () => {
    reloaded = { taken: false, mistakes: 'city.yaml:1  …' }
    assert.deepEqual(await run('pack reload'), { error: 'city.yaml:1  …' })
    assert.match(errorOf(await run('pack reload', 'now')), /^Unexpected argument/)
  })
})

describe('foyer texts', () => {
  it('prints for every language of the house how much of it somebody has checked, as one JSON value', async () => {
    const states = JSON.parse(answerOf(await run('texts'))) as { language: string; texts: number }[]
    assert.deepEqual(states.map(({ language }) => language).sort(), [...house.city.languages].sort())
    for (const { texts } of states) assert.ok(texts > 0)
    assert.match(errorOf(await run('texts', 'de')), /^Unexpected argument 'de'/)
  })
})

describe('foyer', () => {
  it('says what there is when it is asked for something else', async () => {
    for (const command of ['tocken create', 'token', '', 'toString', '__proto__'])
      assert.equal(errorOf(await run(command)), `There is no command "${command}".\n${USAGE}`)
  })

  it('names every command in its help', () => {
    for (const command of Object.keys(COMMANDS)) {
      const [noun, verb = ''] = command.split(' ')
      assert.match(USAGE, new RegExp(`^  ${noun} .*${verb}`, 'm'), command)
    }
  })
})
