/**
 * The silent alarm of a desk: three quick presses of its key send it, and so does its button, without leaving the page.
 * What it cannot send it says: `data-line="lost"` on the page shows the words for that.
 */
const QUICK = 1_500
const BEAT = 45_000
const root = document.documentElement

function line(stands: boolean): void {
  if (stands) delete root.dataset.line
  else root.dataset.line = 'lost'
}

let watch: ReturnType<typeof setTimeout> | undefined
/** A line that says nothing for a while is taken for lost, also when no error tells. */
function heard(): void {
  clearTimeout(watch)
  watch = setTimeout(() => line(false), BEAT)
  line(true)
}
document.addEventListener('foyer:line', (event) => {
  if ((event as CustomEvent<boolean>).detail) heard()
  else line(false)
})
watch = setTimeout(() => line(false), 5_000)

async function send(form: HTMLFormElement): Promise<void> {
  try {
    const body = new URLSearchParams()
    for (const [name, value] of new FormData(form)) body.append(name, String(value))
    const answer = await fetch(form.action, { method: 'POST', body, signal: AbortSignal.timeout(5_000) })
    // Whoever is signed out is led to the door: then nothing was sent.
    line(answer.ok && answer.url.includes('/desk/'))
  } catch {
    line(false)
  }
  document.dispatchEvent(new CustomEvent('foyer:fetch'))
}

const formOf = (): HTMLFormElement | null => document.querySelector('form[data-chord]')
document.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement
  if (form !== formOf()) return
  event.preventDefault()
  void send(form)
})

let presses: number[] = []
document.addEventListener(
  'keydown',
  (event) => {
    const form = formOf()
    if (!form || event.repeat || event.key !== form.dataset.chord) return
    event.preventDefault()
    const now = event.timeStamp
    presses = [...presses.filter((at) => now - at < QUICK), now]
    if (presses.length < Number(form.dataset.times)) return
    presses = []
    void send(form)
  },
  true,
)
