import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { emptyFolder } from '../../test/support/folder.ts'
import { readConfig } from '../config.ts'
import { migrations } from '../db/index.ts'
import { openGround, sessionSecret } from './ground.ts'

const configOf = (data: string, more: Readonly<Record<string, string>> = {}) =>
  readConfig([], '/', { FOYER_DATA: data, ...more })

const quiet = () => {}

describe('the ground of a house', () => {
  it('is an embedded database in the data folder, brought to the newest state, and says so once', async () => {
    const config = configOf(join(emptyFolder(), 'data'))
    const said: string[] = []
    const first = await openGround(config, (text) => said.push(text))
    await first.release()
    assert.deepEqual(said, [
      'opening the database …',
      `database: ${migrations()
        .map(({ name }) => name)
        .join(', ')}`,
    ])
    said.length = 0
    const second = await openGround(config, (text) => said.push(text))
    await second.release()
    assert.deepEqual(said, ['opening the database …'])
  })

  it('belongs to one process', async () => {
    const config = configOf(emptyFolder())
    const ground = await openGround(config, quiet)
    await assert.rejects(openGround(config, quiet), /^Occupied: Another process \(\d+\) uses /)
    await ground.release()
  })
})

describe('a ground that cannot be had is told in one sentence, and nothing stays locked', () => {
  it('when the data folder cannot be made', async () => {
    const file = join(emptyFolder(), 'file')
    writeFileSync(file, '')
    const data = join(file, 'data')
    await assert.rejects(openGround(configOf(data), quiet), {
      message: `The data folder ${data} cannot be used (ENOTDIR): choose another FOYER_DATA.`,
    })
  })

  for (const folder of ['/sys/foyer', '/sys/kernel']) {
    it(`when nobody may write there: ${folder}`, async () => {
      const sentence = `^The data folder ${folder} cannot be used \\((EPERM|EACCES|EROFS)\\): choose another FOYER_DATA\\.$`
      await assert.rejects(openGround(configOf(folder), quiet), { message: new RegExp(sentence) })
    })
  }

  it('when the database in it is none', async () => {
    const data = emptyFolder()
    mkdirSync(join(data, 'database'))
    writeFileSync(join(data, 'database', 'PG_VERSION'), '9.6\n')
    for (let i = 0; i < 2; i++) {
      const opening = openGround(configOf(data), quiet)
      await assert.rejects(opening, (error: Error) => {
        assert.match(error.message, /^The embedded database in \S+ cannot be opened: [^\n]+$/)
        return true
      })
    }
  })

  it('when the city database does not answer', async () => {
    const more = { DATABASE_URL: 'postgres://foyer:sesame@127.0.0.1:1/foyer', FOYER_SECRET: 's'.repeat(32) }
    await assert.rejects(openGround(configOf(emptyFolder(), more), quiet), {
      message: 'The database of DATABASE_URL cannot be reached: connect ECONNREFUSED 127.0.0.1:1.',
    })
  })
})

describe('the secret that signs sessions', () => {
  it('is made once, long, and kept for this account alone', () => {
    const data = emptyFolder()
    const secret = sessionSecret(configOf(data))
    assert.ok(secret.length >= 32)
    assert.equal(sessionSecret(configOf(data)), secret)
    assert.equal(statSync(join(data, 'session.key')).mode & 0o777, 0o600)
    assert.equal(readFileSync(join(data, 'session.key'), 'utf8'), secret)
    assert.notEqual(sessionSecret(configOf(emptyFolder())), secret)
  })

  it('is the one a city sets', () => {
    const config = configOf(emptyFolder(), { FOYER_SECRET: 'a secret of thirty-two characters' })
    assert.equal(sessionSecret(config), 'a secret of thirty-two characters')
  })
})
