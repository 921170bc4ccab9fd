import { Idiomorph } from 'idiomorph'

/**
 * Keeps a page up to date: hears that something changed, fetches the same page again and morphs it in place. A hidden
 * tab lets go of its stream; without this file the page reloads itself.
 */
const address = document.body.dataset.live
let stream: EventSource | null = null
let waiting = false
let busy = false

async function fetchAgain(): Promise<void> {
  if (busy) {
    waiting = true
    return
  }
  busy = true
  try {
    const response = await fetch(location.href, { headers: { accept: 'text/html' }, cache: 'no-store' })
    if (!response.ok || response.redirected) return
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    const fresh = page.querySelector('main')
    const old = document.querySelector('main')
    if (!fresh || !old) return
    Idiomorph.morph(old, fresh, { ignoreActiveValue: true })
    document.title = page.title
    document.dispatchEvent(new CustomEvent('foyer:fresh'))
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

function open(): void {
  if (!address || stream) return
  stream = new EventSource(address)
  let first = true
  stream.addEventListener('open', () => {
    if (!first) void fetchAgain()
    first = false
  })
  stream.addEventListener('changed', (event) => {
    // What concerns only this page comes at once, what concerns the whole hall spread out.
    const own = (event as MessageEvent<string>).data !== 'hall'
    setTimeout(fetchAgain, own ? 0 : Math.random() * 1500)
  })
}

function close(): void {
  stream?.close()
  stream = null
}

document.addEventListener('visibilitychange', () => {
  if (document.hidden) return close()
  open()
  void fetchAgain()
})
addEventListener('pagehide', close)

const due = (): void => {
  const at = Number(document.querySelector<HTMLElement>('[data-next-change]')?.dataset.nextChange)
  if (at > 0) setTimeout(fetchAgain, Math.min(at, 60_000))
}
document.addEventListener('foyer:fresh', due)
due()
// Minutes pass even when nothing happens.
setInterval(() => document.hidden || fetchAgain(), 30_000)
open()
