import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import type { Database } from '../db/index.ts'
import { guidePages } from '../guide/index.ts'
import { isDraft, LANGUAGES, type Language, languageOf, loadTexts, negotiate } from '../i18n/index.ts'
import type { Clock, Ids } from '../kernel/index.ts'
import { makeHub } from '../live/index.ts'
import {
  type Accounts,
  type DemoAccounts,
  type Devices,
  makeDevices,
  makeSignIn,
  signInPage,
  signOutPage,
} from '../people/index.ts'
import {
  addApi,
  addSounds,
  addStreams,
  emptyMemory,
  freshHall,
  type Office,
  receptionPages,
} from '../reception/index.ts'
import { addFrontDoor, addPage, makeApp, makeRender, type StaffLink } from '../web/index.ts'
import type { Assets } from '../web/look/index.ts'
import { json } from '../web/problem.ts'
import type { Pack } from './pack.ts'
import { SorryPage } from './sorry.tsx'

export type Parts = {
  readonly database: Database
  readonly clock: Clock
  readonly ids: Ids
  readonly pack: Pick<Pack, 'city'>
}

export function makeOffice({ database, clock, ids, pack }: Parts): Office {
  return { database, clock, ids, hub: makeHub(), city: pack.city, memory: emptyMemory(pack.city()) }
}

export const makeHouseDevices = (office: Office, wall: () => number): Devices =>
  makeDevices(office.database, { clock: office.clock, ids: office.ids, wall })

export type Web = {
  readonly office: Office
  readonly devices: Devices
  readonly accounts: Accounts
  readonly assets: Assets
  readonly log: Logger
  readonly config: Pick<Config, 'demo' | 'publicUrl'>
  readonly demo: DemoAccounts
  readonly wall: () => number
}

const STAFF_LINKS: readonly StaffLink[] = [
  { path: '/staff', key: 'staff.nav.desk', icon: 'armchair', below: '/staff/desk/' },
  { path: '/staff/reception', key: 'staff.nav.reception', icon: 'users-round' },
  { path: '/staff/ticket', key: 'staff.nav.ticket', icon: 'ticket' },
  { path: '/staff/hotline', key: 'staff.nav.hotline', icon: 'phone', below: '/staff/hotline/' },
  { path: '/staff/figures', key: 'staff.nav.figures', icon: 'chart-no-axes-column' },
]

/** Everything that answers over HTTP, as one app that tests call without a server. */
export function makeWeb(web: Web): ReturnType<typeof makeApp> {
  const { office, accounts, config } = web
  const texts = loadTexts()
  const drafts = new Set(LANGUAGES.filter(isDraft))
  const render = makeRender({
    assets: web.assets,
    city: office.city,
    clock: office.clock,
    demo: config.demo,
    isDraft: (language) => drafts.has(language),
    staffLinks: STAFF_LINKS,
  })
  const sorry = (request: Request, status: 404 | 413 | 500) => {
    const url = new URL(request.url)
    const language =
      languageOf(url.pathname.split('/')[1] ?? '') ??
      negotiate(request.headers.get('accept-language') ?? undefined)
    const t = texts(language)
    const view = SorryPage({ t, status, home: `/${language.code}/` })
    return render(view, { language, t, url, account: null })
  }
  const app = makeApp({ log: web.log, assets: web.assets, wall: web.wall, sorry })
  const accountOf = (headers: Headers) => accounts.of(headers)
  const german = languageOf('de') as Language
  const tools = { german: { language: german, t: texts(german) }, texts, publicUrl: config.publicUrl }
  app.get('/health', async () => {
    await freshHall(office)
    return json({ ok: true, time: new Date(office.clock.now()).toISOString() })
  })
  addApi(app, { office, devices: web.devices, t: texts(german), publicUrl: config.publicUrl })
  addFrontDoor(app)
  addStreams(app, office, accountOf)
  addSounds(app, office)
  const routing = { clock: office.clock, ids: office.ids, texts, render, accountOf }
  const signIn = signInPage({ signIn: makeSignIn(accounts), demo: web.demo })
  for (const page of [
    signIn,
    signOutPage(accounts),
    ...receptionPages(office, tools),
    ...guidePages(office, config.publicUrl),
  ]) {
    addPage(app, page, routing)
  }
  return app
}
