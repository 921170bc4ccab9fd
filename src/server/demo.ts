import { type City, deskById, isOpen, opensNext, serviceDay } from '../city/index.ts'
import { type Clock, HOUR, type Instant, id, instant, MINUTE, makeChance } from '../kernel/index.ts'
import { type Accounts, accountByEmail } from '../people/index.ts'
import {
  callNext,
  changeVisit,
  figuresOf,
  issueTicket,
  loadHall,
  type Office,
  openDesk,
} from '../reception/index.ts'

export const DEMO_PASSWORD = 'krefeld-demo'

type Seat = readonly [staff: string, desk: string | null]

const SEATS: readonly Seat[] = [
  ['samira', 'platz-2'],
  ['jonas', 'platz-1'],
  ['elif', 'platz-3'],
  ['oleh', 'platz-4'],
  ['dirk', 'platz-7'],
  ['karim', 'platz-8'],
  ['yasmin', 'zimmer-9'],
  ['rojda', 'zimmer-12'],
  ['meryem', 'platz-10'],
  ['lea', 'zimmer-13'],
  ['stefan', 'platz-14'],
  ['ute', 'platz-15'],
  ['petra', 'info'],
  ['claudia', null],
  ['helga', null],
  ['ralf', null],
]

/** Who may be tried out, and where each sits in the demo's day: the named ones, or those whom another pack has. */
export function seatsOf(city: City): readonly Seat[] {
  const known = SEATS.filter(([staff]) => city.staff.some((member) => member.id === staff))
  const seated = known.map(([staff, desk]): Seat => [staff, desk && deskById(city, desk) ? desk : null])
  return seated.some(([, desk]) => desk !== null) ? seated : everybodySeated(city)
}

/** Each at the first free desk of her own units, as long as there are desks. */
function everybodySeated(city: City): Seat[] {
  const free = city.premises.desks.filter((desk) => desk.partner === undefined)
  return city.staff.map((member) => {
    const place = free.findIndex((desk) => member.units.includes(desk.unit))
    const [desk] = place < 0 ? [] : free.splice(place, 1)
    return [member.id, desk?.id ?? null]
  })
}

export const demoEmail = (staff: string, city: City): string => `${staff}@${city.id}.example`
export const demoEmails = (city: City): string[] => seatsOf(city).map(([staff]) => demoEmail(staff, city))

const OPENING = 1.5 * HOUR
const DAYS_LOOKED_AT = 30

/** Ten o'clock of the present local day, or of the next one the house is open then; elsewhere some time after it opens. */
export function demoStart(city: City, wall: Instant): Instant {
  let day = Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO(city.zone).toPlainDate()
  for (let ahead = 0; ahead < DAYS_LOOKED_AT; ahead++) {
    const ten = instant(day.toZonedDateTime({ timeZone: city.zone, plainTime: '10:00' }).epochMilliseconds)
    if (isOpen(city, ten)) return ten
    day = day.add({ days: 1 })
  }
  return instant((opensNext(city, wall) ?? wall - OPENING) + OPENING)
}

/** Accounts to sign in with, and a morning in progress unless today has one already. */
export async function openDemo(
  office: Office,
  accounts: Accounts,
  say: (text: string) => void,
): Promise<void> {
  say('preparing the demo: accounts and a morning …')
  const ids = await createDemoAccounts(office, accounts)
  const now = office.clock.now()
  const today = serviceDay(office.city(), now)
  if ((await figuresOf(office, today)).arrived === 0) await seedDay(office, now, ids)
  await loadHall(office, today)
}

export async function createDemoAccounts(office: Office, accounts: Accounts): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const [staff] of seatsOf(office.city())) {
    const member = office.city().staff.find((one) => one.id === staff)
    if (!member) continue
    const email = demoEmail(staff, office.city())
    if (!(await accountByEmail(office.database, email))) {
      await accounts.create({
        email,
        password: DEMO_PASSWORD,
        name: member.firstName,
        role: member.role,
        staffId: staff,
      })
    }
    const account = await accountByEmail(office.database, email)
    if (account) ids.set(staff, account.id)
  }
  return ids
}

const ARRIVALS = 64

/**
 * A believable morning, played through the very actions of the hall on a stepped clock: from half past eight to `until`.
 * So the demo's journal is a real one. The same seed gives the same morning.
 */
export async function seedDay(
  real: Office,
  until: Instant,
  accounts: ReadonlyMap<string, string>,
): Promise<void> {
  const clock = { at: instant(until - OPENING) }
  const office: Office = { ...real, clock: { now: () => clock.at } satisfies Clock }
  const chance = makeChance(56)
  await loadHall(office, serviceDay(office.city(), clock.at))
  const seats = seatsOf(office.city())
  for (const [staff, desk] of seats) {
    const account = accounts.get(staff)
    if (!desk || !account) continue
    const languages = office.city().staff.find((one) => one.id === staff)?.languages ?? null
    const role = office.city().staff.find((one) => one.id === staff)?.role ?? 'clerk'
    await openDesk(office, id<'desk'>(desk), { account, languages, skills: null, role })
  }
  const arrivals = Array.from(
    { length: ARRIVALS },
    () => clock.at + Math.floor(chance() ** 1.3 * OPENING),
  ).sort((a, b) => a - b)
  for (let at: number = clock.at; at < until; at += MINUTE) {
    // Each comes at a moment of her own: who comes first does not hang on ids, which no two days share.
    for (let came = arrivals[0]; came !== undefined && came <= at; came = arrivals[0]) {
      arrivals.shift()
      clock.at = instant(came)
      await arrive(office, chance)
    }
    clock.at = instant(at)
    await work(office, seats, chance)
  }
}

const TONGUES = [
  'de',
  'tr',
  'ar',
  'ar',
  'pl',
  'uk',
  'uk',
  'ro',
  'bg',
  'ru',
  'fa',
  'kmr',
  'en',
  'fr',
  'de',
] as const

function tonguesOf(city: City): readonly string[] {
  const known = TONGUES.filter((tongue) => city.languages.includes(tongue))
  return known.length > 0 ? known : city.languages
}

async function arrive(office: Office, chance: () => number): Promise<void> {
  const city = office.city()
  const usual = city.concerns.filter((concern) => concern.unit === city.serviceCentre && !concern.urgent)
  const others = city.concerns.filter((concern) => concern.channel !== 'appointment' && !concern.discreet)
  const pool = chance() < 0.75 ? usual : others
  const concern = pool[Math.floor(chance() * pool.length)]
  const tongues = tonguesOf(city)
  const language = tongues[Math.floor(chance() * tongues.length)] ?? 'de'
  if (!concern) return
  await issueTicket(office, {
    concerns: [concern.id],
    arrival: chance() < 0.6 ? 'kiosk' : chance() < 0.6 ? 'phone' : 'reception',
    partySize: 1 + Math.floor(chance() ** 2 * 4),
    readingLanguage: language,
    spokenLanguage: language,
    needs: chance() < 0.2 ? ['child'] : chance() < 0.08 ? ['standing'] : [],
    scope: 'demo',
    key: office.ids.next(),
  })
}

/** One minute at every desk: who was called comes or does not, who is done goes, whoever is free calls. */
async function work(office: Office, seats: readonly Seat[], chance: () => number): Promise<void> {
  const asker = { role: 'clerk', scope: 'demo', key: null }
  for (const [, seat] of seats) {
    if (!seat) continue
    const desk = id<'desk'>(seat)
    const visit = office.memory.hall.atDesk.get(desk)
    const step = (command: Parameters<typeof changeVisit>[1]['command']) =>
      visit && changeVisit(office, { visit: visit.id, command, asker })
    if (visit?.state === 'called')
      await step(chance() < 0.93 ? { do: 'start', desk } : { do: 'not_here', desk })
    else if (visit && isDone(office, visit.since, chance)) {
      await step({
        do: 'finish',
        desk,
        outcome: chance() < 0.8 ? 'done' : 'come_back',
        concerns: visit.concerns,
      })
    } else if (!visit && chance() < 0.8) {
      await callNext(office, { desk, asker })
    }
  }
}

const isDone = (office: Office, since: Instant, chance: () => number): boolean =>
  office.clock.now() - since > (4 + chance() * 18) * MINUTE
