import { say, voiceFor } from './parts/voice.ts'

/** Reads a page of the terminal aloud: headings, texts and choices, one after the other, and marks what is being read. */
const language = document.documentElement.lang
const start = document.querySelector<HTMLButtonElement>('#speak')
const stop = document.querySelector<HTMLButtonElement>('#speak-stop')
const READ = 'h1, h2, h3, p, li, legend, label, a.choice-link, a.button, button, dt, dd'
let reading = 0

/** What stands on the page to be read, in its order; a part inside another is read with it. */
function parts(): HTMLElement[] {
  const all = [...document.querySelectorAll<HTMLElement>(`main :is(${READ})`)]
  return all.filter(
    (part) => part.checkVisibility() && !part.closest('.kiosk-bar, dialog') && !part.querySelector(READ),
  )
}

async function read(): Promise<void> {
  reading += 1
  const mine = reading
  show(true)
  for (const part of parts()) {
    if (reading !== mine) return
    document.dispatchEvent(new CustomEvent('foyer:alive'))
    part.classList.add('being-read')
    part.scrollIntoView({ block: 'nearest' })
    await say(part.innerText, part.closest<HTMLElement>('[lang]')?.lang ?? language)
    part.classList.remove('being-read')
  }
  if (reading === mine) show(false)
}

function silence(): void {
  reading += 1
  speechSynthesis.cancel()
  show(false)
  start?.focus()
}

/** The one button stands where the other stood. */
function show(isReading: boolean): void {
  if (start) start.hidden = isReading
  if (stop) stop.hidden = !isReading
  if (isReading) stop?.focus()
}

/** Voices come some time after the page; without one the button never shows. */
function offer(): void {
  if (start && stop?.hidden) start.hidden = voiceFor(language) === undefined
}

if ('speechSynthesis' in window) {
  start?.addEventListener('click', () => void read())
  stop?.addEventListener('click', silence)
  speechSynthesis.addEventListener?.('voiceschanged', offer)
  addEventListener('pagehide', () => speechSynthesis.cancel())
  offer()
}
