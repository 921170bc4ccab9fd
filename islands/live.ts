import { Idiomorph } from 'idiomorph'

/**
 * Keeps a page up to date: hears that something changed, fetches the same page again and morphs it in place. A hidden
 * tab lets go of its stream; without this file the page reloads itself.
 */
const address = document.body.dataset.live
const MINUTE = 60_000
let stream: EventSource | null = null
let waiting = false
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

async function fetchAgain(): Promise<void> {
  if (busy) {
    waiting = true
    return
  }
  busy = true
  try {
    const response = await fetch(location.href, { headers: { accept: 'text/html' }, cache: 'no-store' })
    if (response.ok && !response.redirected) morph(await response.text())
  } catch {
    // The stream comes back by itself and then says so.
  } finally {
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
  stream.addEventListener('error', () => line(false))
  stream.addEventListener('changed', (event) => {
    // What concerns only this page comes at once, what concerns the whole hall spread out.
    const own = (event as MessageEvent<string>).data !== 'hall'
    setTimeout(fetchAgain, own ? 0 : Math.random() * 1500)
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
