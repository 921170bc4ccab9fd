import { Idiomorph } from 'idiomorph'

/**
 * Keeps a page up to date: hears that something changed, fetches the same page again and morphs it in place. A hidden
 * tab lets go of its stream; without this file the page reloads itself.
 */
const address = document.body.dataset.live
const MINUTE = 60_000
/** An answer that takes longer is none: the next try may do better. */
const PATIENCE = 10_000
/** Staff look at the hall all the time; for who waits it moves slowly, and there are hundreds of them. */
const SPREAD = document.documentElement.classList.contains('public') ? 6_000 : 1_500
let stream: EventSource | null = null
let waiting = false
let soon: ReturnType<typeof setTimeout> | undefined
let busy = false

/** Fields somebody has touched: what was chosen there stays until their form is gone. */
const touched = new WeakSet<EventTarget>()
document.addEventListener('input', ({ target }) => {
  if (target) touched.add(target)
  // One of several radio buttons changes them all.
  if (target instanceof HTMLInputElement && target.type === 'radio') {
    for (const other of document.getElementsByName(target.name)) touched.add(other)
  }
})

const callbacks = {
  beforeNodeMorphed: (old: Node) => !touched.has(old),
  // What was refused stays to be read until she does the next thing.
  beforeNodeRemoved: (old: Node) => !(old instanceof Element && old.id === 'errors'),
  // What the reader folded open or a script showed is hers; the server does not know of it.
  beforeAttributeUpdated: (name: string, node: Element) =>
    !(name === 'open' && node.nodeName === 'DETAILS') && !(name === 'hidden' && node.nodeName === 'BUTTON'),
}

/** This page's own address; a screen that was away says since when. */
function ownAddress(): string {
  const { away } = document.documentElement.dataset
  const address = new URL(location.href)
  if (away) address.searchParams.set('away', away)
  return address.href
}

async function fetchAgain(): Promise<void> {
  if (busy) {
    waiting = true
    return
  }
  clearTimeout(soon)
  soon = undefined
  busy = true
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), PATIENCE)
  try {
    const response = await fetch(ownAddress(), {
      headers: { accept: 'text/html' },
      cache: 'no-store',
      signal: patience.signal,
    })
    if (response.ok && !response.redirected) morph(await response.text())
  } catch {
    // The stream comes back by itself and then says so.
  } finally {
    clearTimeout(timer)
    busy = false
    if (waiting) {
      waiting = false
      void fetchAgain()
    }
  }
}

function morph(html: string): void {
  const page = new DOMParser().parseFromString(html, 'text/html')
  for (const part of ['main', 'header']) {
    const fresh = page.querySelector(part)
    const old = document.querySelector(part)
    if (fresh && old) Idiomorph.morph(old, fresh, { ignoreActiveValue: true, callbacks })
  }
  document.title = page.title
  document.dispatchEvent(new CustomEvent('foyer:fresh'))
}

function open(): void {
  if (!address || stream) return
  stream = new EventSource(address)
  stream.addEventListener('open', () => line(true))
  stream.addEventListener('beat', () => line(true))
  stream.addEventListener('changed', (event) => {
    // What concerns only this page comes at once, what concerns the whole hall spread out and bundled.
    if ((event as MessageEvent<string>).data !== 'hall') void fetchAgain()
    else soon ??= setTimeout(fetchAgain, Math.random() * SPREAD)
  })
  // A server that was away may have ended the stream for good.
  stream.addEventListener('error', () => {
    line(false)
    if (stream?.readyState !== EventSource.CLOSED) return
    stream = null
    setTimeout(() => document.hidden || open(), 3_000 + Math.random() * 4_000)
  })
}

/** Tells the page whether its line to the house stands. */
function line(stands: boolean): void {
  document.dispatchEvent(new CustomEvent('foyer:line', { detail: stands }))
}

function close(): void {
  stream?.close()
  stream = null
}

document.addEventListener('visibilitychange', () => {
  // Who must hear of an alarm hears it behind other tabs too.
  if (document.hidden && document.querySelector('[data-keep]')) return
  if (document.hidden) return close()
  open()
  void fetchAgain()
})
addEventListener('pagehide', close)

let dueTimer: ReturnType<typeof setTimeout> | undefined
/** A display also changes by itself, when a call had its time. */
function due(): void {
  clearTimeout(dueTimer)
  const at = Number(document.querySelector<HTMLElement>('[data-next-change]')?.dataset.nextChange)
  if (at > 0) dueTimer = setTimeout(fetchAgain, Math.min(at, MINUTE))
}
document.addEventListener('foyer:fresh', due)
document.addEventListener('foyer:fetch', () => void fetchAgain())
due()
// Minutes pass even when nothing happens.
setInterval(() => document.hidden || fetchAgain(), MINUTE / 2)
open()
