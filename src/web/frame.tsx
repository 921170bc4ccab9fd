import type { ComponentChildren, JSX } from 'preact'
import { type City, houseName } from '../city/index.ts'
import { calendarDay, clockTime, inOrder, type Language } from '../i18n/index.ts'
import type { Clock } from '../kernel/index.ts'
import { Footer, type StaffLink } from './footer.tsx'
import { KIOSK_ISLANDS, kioskOf } from './kiosk.ts'
import {
  type Assets,
  Button,
  DisplayShell,
  Document,
  KioskShell,
  LanguageMenu,
  LeaveButton,
  PublicShell,
  SlipShell,
  StaffShell,
  toHtml,
} from './look/index.ts'
import type { Asking, View } from './page.ts'

type Around = Pick<Asking, 'language' | 't' | 'url' | 'account'>

export type Render = (view: View, asking: Around) => Response

export type House = {
  readonly assets: Assets
  readonly city: () => City
  readonly clock: Clock
  readonly demo: boolean
  /** Whether a language's texts still wait for somebody who checks them. */
  readonly isDraft: (language: Language) => boolean
  readonly staffLinks: readonly StaffLink[]
  /** Pages that some of the staff need now and then; they stand in the foot. */
  readonly staffTools: readonly StaffLink[]
}

/** Puts a view into its frame and makes the answer. */
export function makeRender(house: House): Render {
  return (view, asking) => {
    const html = toHtml(<Whole house={house} view={view} asking={asking} />)
    const headers = new Headers({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      ...view.headers,
    })
    return new Response(html, { status: view.status ?? 200, headers })
  }
}

type Framed = { readonly house: House; readonly view: View; readonly asking: Around }

const CSS = {
  public: 'public.css',
  kiosk: 'public.css',
  slip: 'public.css',
  staff: 'staff.css',
  display: 'display.css',
} as const

function Whole({ house, view, asking }: Framed): JSX.Element {
  const { language, url } = asking
  const frame = view.frame ?? 'public'
  const kiosk = frame === 'kiosk' ? kioskOf(house.city(), { view, asking }) : null
  const islands = [
    ...(view.live ? ['live'] : []),
    ...(view.discreet ? ['leave'] : []),
    ...(kiosk ? KIOSK_ISLANDS : []),
    ...(view.islands ?? []),
  ]
  const name = houseName(house.city(), language.code)
  return (
    <Document
      lang={language.code}
      dir={language.direction}
      title={view.discreet ? name : `${view.title} · ${name}`}
      css={house.assets.url(CSS[frame])}
      icon={house.assets.url('mark.svg')}
      islands={islands.map((name) => house.assets.url(`${name}.js`))}
      noindex
      refreshSeconds={url.searchParams.has('still') ? undefined : view.refresh}
      live={view.live}
      clears={kiosk?.clears}
      manifest={kiosk?.manifest}
      bodyClass={frame}
    >
      <Shell house={house} view={view} asking={asking} />
    </Document>
  )
}

function Shell(framed: Framed): JSX.Element {
  const { house, view, asking } = framed
  const name = houseName(house.city(), asking.language.code)
  if (view.frame === 'slip') {
    return (
      <SlipShell houseName={houseName(house.city(), 'de')} title={view.title} beside={view.beside}>
        {view.body}
      </SlipShell>
    )
  }
  if (view.frame === 'display') {
    const clock = clockTime(house.clock.now(), house.city().zone)
    return (
      <DisplayShell
        houseName={name}
        title={view.title}
        clock={clock}
        aside={view.beside}
        notice={demo(framed)}
      >
        {view.body}
      </DisplayShell>
    )
  }
  return <Walked framed={framed} name={name} />
}

/** The frames people walk through: visitors, the terminal, staff. */
function Walked({ framed, name }: { framed: Framed; name: string }): JSX.Element {
  const { house, view, asking } = framed
  const { language, t } = asking
  const shell = {
    houseName: name,
    homeHref: view.home ?? `/${language.code}/`,
    skipLabel: t('common.skip'),
    languageMenu: <Tongues house={house} asking={asking} open={view.tongues === 'open'} />,
    notice: demo(framed),
    leave: view.discreet ? <Leave framed={framed} /> : undefined,
  }
  const body: ComponentChildren = (
    <>
      {view.body}
      {view.refresh && <Refresh asking={asking} />}
    </>
  )
  const draft = house.isDraft(language)
  const footer = <Footer asking={asking} draft={draft} />
  if (view.frame === 'kiosk') {
    const { start, words } = kioskOf(house.city(), { view, asking })
    const open = view.tongues === 'open'
    return (
      <KioskShell
        {...shell}
        beside={view.beside}
        tonguesOpen={open}
        start={start}
        words={words}
        footer={footer}
      >
        {body}
      </KioskShell>
    )
  }
  if (view.frame === 'staff') {
    return (
      <StaffShell
        {...shell}
        homeHref={`/${language.code}/staff`}
        navLabel={t('staff.nav')}
        nav={navOf(house, asking)}
        signOut={<SignOut asking={asking} />}
        footer={<Footer asking={asking} draft={draft} tools={house.staffTools} />}
      >
        {body}
      </StaffShell>
    )
  }
  return (
    <PublicShell {...shell} footer={footer}>
      {body}
    </PublicShell>
  )
}

/** Leads away at once. A terminal belongs to nobody: there the first page is neutral enough. */
function Leave({ framed: { house, view, asking } }: { framed: Framed }) {
  const home = view.home ?? `/${asking.language.code}/`
  const href = view.frame === 'kiosk' ? home : (house.city().leave ?? home)
  return <LeaveButton href={href} label={asking.t('leave.button')} hint={asking.t('leave.hint')} />
}

function demo({ house, asking: { t, language } }: Framed): string | undefined {
  if (!house.demo) return undefined
  const { zone } = house.city()
  const now = house.clock.now()
  return t('common.demo', { day: calendarDay(now, zone, language), time: clockTime(now, zone) })
}

const navOf = (house: House, { t, language, url, account }: Around) =>
  account === null
    ? []
    : house.staffLinks.map(({ path, icon, key, below }) => {
        const href = `/${language.code}${path}`
        const inside = below !== undefined && url.pathname.startsWith(`/${language.code}${below}`)
        return { href, icon, label: t(key), current: url.pathname === href || inside }
      })

function SignOut({ asking: { t, language, account } }: { asking: Around }) {
  if (!account) return null
  return (
    <form method="post" action={`/${language.code}/staff/sign-out`}>
      <Button kind="quiet" icon="log-out">
        {t('staff.sign_out')} ({account.name})
      </Button>
    </form>
  )
}

/** Every language under its own name; leads to the same page. */
function Tongues({ house, asking, open }: { house: House; asking: Around; open: boolean }) {
  const { language, t, url } = asking
  const rest = url.pathname.replace(/^\/[^/]+/, '')
  const items = inOrder(house.city().languages).map(({ code, name }) => ({
    code,
    name,
    href: `/${code}${rest}${url.search}`,
  }))
  return <LanguageMenu label={t('common.language')} current={language.code} items={items} open={open} />
}

/** Pages that load themselves again say so where no script does it, and can be held still (WCAG 2.2, 2.2.2). */
function Refresh({ asking: { t, url } }: { asking: Around }) {
  const still = url.searchParams.has('still')
  const query = new URLSearchParams(url.search)
  if (still) query.delete('still')
  else query.set('still', '1')
  const search = query.size > 0 ? `?${query}` : ''
  return (
    <noscript>
      <div class="stack tight quiet">
        {!still && <p>{t('common.refresh_note')}</p>}
        <p class="row">
          <a href={`${url.pathname}${search}`}>{t(still ? 'common.refresh_start' : 'common.refresh_stop')}</a>
          <a href={`${url.pathname}${url.search}`}>{t('common.refresh_now')}</a>
        </p>
      </div>
    </noscript>
  )
}
