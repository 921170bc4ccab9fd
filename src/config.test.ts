import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { ConfigError, callerFolder, readConfig } from './config.ts'

type Environment = Readonly<Record<string, string>>

const ROOT = '/srv/foyer'
const SECRET = 'a secret of thirty-two characters'
const CITY = { DATABASE_URL: 'postgres://foyer:secret@db.krefeld.de:5432/foyer', FOYER_SECRET: SECRET }

const read = (environment: Environment = {}, args: readonly string[] = []) =>
  readConfig(args, ROOT, environment)

/** The sentence with which a setting is refused. */
function refused(environment: Environment, args: readonly string[] = []): string {
  try {
    read(environment, args)
  } catch (error) {
    assert.ok(error instanceof ConfigError)
    return error.message
  }
  assert.fail(`not refused: ${JSON.stringify(environment)} ${args.join(' ')}`)
}

describe('without any setting', () => {
  it('the house is a demo on port 3000 with its data and pack in the project', () => {
    assert.deepEqual(read(), {
      port: 3000,
      data: '/srv/foyer/data',
      databaseUrl: null,
      pack: '/srv/foyer/packs/krefeld',
      clock: null,
      demo: true,
      publicUrl: null,
      secret: null,
      logLevel: 'warn',
    })
  })

  it('an empty setting counts as none', () => {
    const names = [
      'PORT',
      'FOYER_DATA',
      'DATABASE_URL',
      'FOYER_PACK',
      'FOYER_CLOCK',
      'FOYER_URL',
      'FOYER_SECRET',
    ]
    const empty = Object.fromEntries([...names, 'FOYER_LOG'].map((name) => [name, '']))
    assert.deepEqual(read(empty), read())
  })
})

describe('every setting, where it is right', () => {
  it('PORT is a number, and 0 lets the system choose', () => {
    for (const port of [0, 1, 3000, 65_535]) assert.equal(read({ PORT: String(port) }).port, port)
  })

  it('FOYER_DATA and FOYER_PACK are folders, meant from the project where they do not begin at the top', () => {
    assert.equal(read({ FOYER_DATA: '/var/lib/foyer' }).data, '/var/lib/foyer')
    assert.equal(read({ FOYER_DATA: 'trial' }).data, '/srv/foyer/trial')
    assert.equal(read({ FOYER_PACK: 'packs/other' }).pack, '/srv/foyer/packs/other')
  })

  it('DATABASE_URL is the address of a PostgreSQL, and with it the house is no demo', () => {
    for (const url of [CITY.DATABASE_URL, 'postgresql://localhost/foyer', 'postgres://%2Fvar%2Frun/foyer']) {
      const config = read({ ...CITY, DATABASE_URL: url })
      assert.equal(config.databaseUrl, url)
      assert.equal(config.demo, false)
    }
  })

  it('FOYER_CLOCK is a moment in any zone, with or without a speed', () => {
    const start = Date.parse('2026-11-23T09:00:00Z')
    assert.deepEqual(read({ FOYER_CLOCK: '2026-11-23T09:00:00Z' }).clock, { start, speed: 1 })
    assert.deepEqual(read({ FOYER_CLOCK: '2026-11-23T10:00:00+01:00' }).clock, { start, speed: 1 })
    assert.deepEqual(read({ FOYER_CLOCK: '2026-11-23T09:00Z,speed=60' }).clock, { start, speed: 60 })
    assert.deepEqual(read({ FOYER_CLOCK: '2026-11-23T09:00:00.000Z,speed=0.5' }).clock, { start, speed: 0.5 })
  })

  it('FOYER_URL is the address of the house, kept without a slash at its end', () => {
    assert.equal(read({ FOYER_URL: 'https://halle.krefeld.de/' }).publicUrl, 'https://halle.krefeld.de')
    assert.equal(read({ FOYER_URL: 'http://10.0.0.5:3000' }).publicUrl, 'http://10.0.0.5:3000')
  })

  it('FOYER_SECRET and FOYER_LOG are taken as they are', () => {
    assert.equal(read({ FOYER_SECRET: SECRET }).secret, SECRET)
    for (const level of ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
      assert.equal(read({ FOYER_LOG: level }).logLevel, level)
  })

  it('--empty opens without a demo, --demo opens one beside a city database', () => {
    assert.equal(read({}, ['--empty']).demo, false)
    assert.equal(read(CITY, ['--demo']).demo, true)
  })
})

describe('every setting, where it is wrong, is told in one sentence with what would be right', () => {
  const WRONG: readonly (readonly [Environment, readonly string[], string])[] = [
    [{ PORT: 'http' }, [], 'PORT must be a number from 0 to 65535, not "http".'],
    [{ PORT: '65536' }, [], 'PORT must be a number from 0 to 65535, not "65536".'],
    [{ PORT: '-1' }, [], 'PORT must be a number from 0 to 65535, not "-1".'],
    [{ PORT: '3000.5' }, [], 'PORT must be a number from 0 to 65535, not "3000.5".'],
    [{ PORT: ' ' }, [], 'PORT must be a number from 0 to 65535, not " ".'],
    [{ PORT: '0x50' }, [], 'PORT must be a number from 0 to 65535, not "0x50".'],
    [{ FOYER_SECRET: 'short' }, [], 'FOYER_SECRET must have at least 32 characters.'],
    [
      { DATABASE_URL: CITY.DATABASE_URL },
      [],
      'FOYER_SECRET is missing: with DATABASE_URL it must be set (32 characters or more).',
    ],
    [
      { FOYER_LOG: 'loud' },
      [],
      'FOYER_LOG must be one of trace, debug, info, warn, error, fatal, silent, not "loud".',
    ],
    [{}, ['--emtpy'], 'Unknown option "--emtpy": --empty and --demo exist.'],
    [{}, [''], 'Unknown option "": --empty and --demo exist.'],
    [{}, ['--empty', '--demo'], '--empty and --demo exclude each other: a house is either empty or a demo.'],
  ]
  for (const [environment, args, sentence] of WRONG)
    it(sentence, () => assert.equal(refused(environment, args), sentence))

  for (const clock of [
    'now',
    '2026-11-23',
    '2026-11-23T09:00:00',
    '2026-02-30T09:00:00Z',
    '2026-11-23T25:00:00Z',
    '2026-11-23T09:00:00Z,speed=0',
    '2026-11-23T09:00:00Z,speed=-1',
    '2026-11-23T09:00:00Z,speed=fast',
    '2026-11-23T09:00:00Z,60',
    '2026-11-23T09:00:00Z,speed=60,speed=2',
  ]) {
    it(`FOYER_CLOCK cannot be ${clock}`, () => {
      const right = '2026-11-23T09:00:00Z or 2026-11-23T09:00:00Z,speed=60'
      assert.equal(refused({ FOYER_CLOCK: clock }), `FOYER_CLOCK must look like ${right}, not "${clock}".`)
    })
  }

  for (const url of [
    'halle.krefeld.de',
    'ftp://halle',
    'https://halle/foyer',
    'https://a@halle',
    'https://',
    'https://a b',
  ]) {
    it(`FOYER_URL cannot be ${url}`, () => {
      const sentence = `FOYER_URL must be an address such as https://hall.example.org, not "${url}".`
      assert.equal(refused({ FOYER_URL: url }), sentence)
    })
  }

  for (const url of [
    'mysql://foyer:secret@db/foyer',
    'db.krefeld.de',
    'postgres:foyer',
    'postgres://foyer:secret@db:port/x',
  ]) {
    it(`DATABASE_URL cannot be ${url.replace('secret', '…')}, and its password is not repeated`, () => {
      const sentence = refused({ ...CITY, DATABASE_URL: url })
      assert.equal(sentence, 'DATABASE_URL must look like postgres://user:password@host:5432/database.')
    })
  }
})

describe('file arguments', () => {
  it('are meant from where the caller stands, which bin/ tells; else from the present folder', () => {
    assert.equal(callerFolder({ FOYER_CALLER_DIR: '/home/anna' }), '/home/anna')
    assert.equal(callerFolder({}), process.cwd())
  })
})
