import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import type { Database } from '../db/index.ts'
import { guidePages } from '../guide/index.ts'
import { CATALOGUES, type Language, languageOf, loadTexts, negotiate, uncheckedKeys } from '../i18n/index.ts'
import type { Clock, Ids } from '../kernel/index.ts'
import { makeHub } from '../live/index.ts'
import { noticePages } from '../notices/index.ts'
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
  apiPage,
  emptyMemory,
  freshHall,
  type Office,
  receptionPages,
} from '../reception/index.ts'
import { textsPage } from '../texts/index.ts'
import { KEPT_DAYS, READERS, voicePages } from '../voice/index.ts'
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

const STAFF_TOOLS: readonly StaffLink[] = [
  { path: '/staff/texts', key: 'texts.title', icon: 'languages' },
  { path: '/staff/barriers', key: 'barriers.title', icon: 'accessibility', roles: READERS },
]

/** Everything that answers over HTTP, as one app that tests call without a server. */
export function makeWeb(web: Web): ReturnType<typeof makeApp> {
  const { office, accounts, config } = web
  const texts = loadTexts()
  const drafts = new Set(
    CATALOGUES.filter((one) => uncheckedKeys(one).length > 0).map(({ language }) => language.code),
  )
  const render = makeRender({
    assets: web.assets,
    city: office.city,
    clock: office.clock,
    demo: config.demo,
    isDraft: ({ code }) => drafts.has(code),
    staffLinks: STAFF_LINKS,
    staffTools: STAFF_TOOLS,
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
  const tongue = (code: string) => {
    const language = languageOf(code) ?? german
    return { language, t: texts(language) }
  }
  const tools = { german: tongue('de'), tongue, publicUrl: config.publicUrl, texts }
  app.get('/health', async () => {
    await freshHall(office)
    return json({ ok: true, time: new Date(office.clock.now()).toISOString() })
  })
  app.get('/api', () => apiPage(web.assets))
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
    ...noticePages({ city: office.city, anyDraft: drafts.size > 0, barrierDays: KEPT_DAYS }),
    ...voicePages({ database: office.database, clock: office.clock, zone: () => office.city().zone }),
    textsPage(office.city),
  ]) {
    addPage(app, page, routing)
  }
  return app
}
