import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import pino from 'pino'
import { type City, readCity, serviceDay } from '../../src/city/index.ts'
import type { Database } from '../../src/db/index.ts'
import {
  type ConcernId,
  type DeskId,
  type Instant,
  id,
  instant,
  isRefusal,
  MINUTE,
  makeIds,
  SECOND,
} from '../../src/kernel/index.ts'
import { type Accounts, makeAccounts } from '../../src/people/index.ts'
import {
  callNext,
  changeVisit,
  issueTicket,
  loadHall,
  type Office,
  type Visit,
} from '../../src/reception/index.ts'
import { makeHouseDevices, makeOffice, makeWeb } from '../../src/server/house.tsx'
import { type Assets, buildAssets } from '../../src/web/look/index.ts'
import { freshDatabase } from './database.ts'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** Krefeld as the pack has it; read once for a test file. */
export function krefeld(): City {
  const { city } = readCity(`${root}/packs/krefeld`)
  if (!city) throw new Error('the pack of Krefeld cannot be read')
  return city
}

/** Monday, 23 November 2026, ten o'clock: the house is open until noon and from two to half past three. */
export const MONDAY_TEN = instant(Date.parse('2026-11-23T09:00:00Z'))

export type TestHouse = {
  readonly office: Office
  readonly city: City
  readonly clock: { at: Instant; pass(minutes: number): void; passSeconds(seconds: number): void }
  /** Takes everything out of the hall and starts the day again. */
  empty(): Promise<void>
  close(): Promise<void>
}

/** A house with an empty day on a clock that the test moves. */
export async function openHouse(
  setting: { city?: City; database?: Database; at?: Instant } = {},
): Promise<TestHouse> {
  const city = setting.city ?? krefeld()
  const database = setting.database ?? (await freshDatabase())
  const clock = {
    at: setting.at ?? MONDAY_TEN,
    now: () => clock.at,
    pass: (minutes: number) => {
      clock.at = instant(clock.at + minutes * MINUTE)
    },
    passSeconds: (seconds: number) => {
      clock.at = instant(clock.at + seconds * SECOND)
    },
  }
  const pack = { city: () => city }
  const office = makeOffice({ database, clock, ids: makeIds(randomBytes), pack })
  await loadHall(office, serviceDay(city, clock.at))
  const empty = async () => {
    await sql`truncate visit, journal, house_journal, alarm, desk_state, answered, intake_stop, service_day`.execute(
      database.kysely,
    )
    clock.at = setting.at ?? MONDAY_TEN
    office.memory.begun = null
    await loadHall(office, serviceDay(city, clock.at))
  }
  return { office, city, clock, empty, close: () => database.close() }
}

export const concern = (name: string): ConcernId => id<'concern'>(name)
export const desk = (name: string): DeskId => id<'desk'>(name)
const asker = { role: 'clerk', scope: 'test', key: null }

/** Somebody arrives with a concern. */
export async function arrive(
  house: TestHouse,
  concernName = 'isc-eat-pickup',
  more: { needs?: string[]; spoken?: string } = {},
): Promise<Visit> {
  const issued = await issueTicket(house.office, {
    concerns: [concern(concernName)],
    arrival: 'kiosk',
    partySize: 1,
    readingLanguage: 'de',
    spokenLanguage: more.spoken ?? 'de',
    needs: more.needs ?? [],
    scope: 'test',
    key: house.office.ids.next(),
  })
  if (isRefusal(issued)) throw new Error(issued.key)
  return issued.visit
}

/** The next one is called to a desk: her visit, null when nobody waits, or the key of the refusal. */
export async function call(house: TestHouse, deskName: string): Promise<Visit | string | null> {
  const called = await callNext(house.office, { desk: desk(deskName), asker })
  return isRefusal(called) ? called.key : (called?.visit ?? null)
}

type Step = Parameters<typeof changeVisit>[1]['command']

/** One step of a visit: the visit as it then is, or the key of the refusal. */
export async function step(
  house: TestHouse,
  visit: Pick<Visit, 'id'>,
  command: Step,
): Promise<Visit | string> {
  const changed = await changeVisit(house.office, { visit: visit.id, command, asker })
  return isRefusal(changed) ? changed.key : changed
}

let assets: Promise<Assets> | null = null

export type TestWeb = TestHouse & {
  readonly accounts: Accounts
  readonly app: ReturnType<typeof makeWeb>
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>
  readonly token: (role: 'desk' | 'kiosk' | 'display' | 'reception', deskName?: string) => Promise<string>
}

/** The whole house as it answers over HTTP, without a server. */
export async function openWeb(setting: Parameters<typeof openHouse>[0] = {}): Promise<TestWeb> {
  const house = await openHouse(setting)
  assets ??= buildAssets(root)
  const devices = makeHouseDevices(house.office, Date.now)
  const accounts = makeAccounts(house.office.database, {
    secret: 'a secret of the tests, long enough for all',
    baseUrl: 'http://hall.test',
    secure: false,
  })
  const app = makeWeb({
    office: house.office,
    devices,
    accounts,
    assets: await assets,
    log: pino({ level: 'silent' }),
    config: { demo: false, publicUrl: null },
    demo: null,
    wall: Date.now,
  })
  return {
    ...house,
    accounts,
    app,
    fetch: async (path, init) => app.request(`http://hall.test${path}`, init),
    token: (role, deskName) => devices.create(role, deskName ?? null),
  }
}

/** A form as a browser sends it. */
export const formOf = (fields: Readonly<Record<string, string | readonly string[]>>): RequestInit => {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one)
  return {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: 'http://hall.test',
      host: 'hall.test',
    },
  }
}

/** Equal but for a second of rounding. */
export function closeTo(actual: number, expected: number): void {
  if (Math.abs(actual - expected) > SECOND) throw new Error(`${actual} is not close to ${expected}`)
}
