/**
 * A terminal nobody touches asks whether more time is needed, counts down in words, and then begins anew for the next
 * person. Whoever is there gets as much time as she likes.
 */
const IDLE_MILLISECONDS = 60_000
const ASKING_SECONDS = 20

const dialog = document.querySelector<HTMLDialogElement>('#more-time')
const sentences = [...(dialog?.querySelectorAll<HTMLElement>('[data-left]') ?? [])]
const start = dialog?.dataset.start ?? '/'
let waiting: ReturnType<typeof setTimeout> | undefined
let counting: ReturnType<typeof setInterval> | undefined

const isStart = (): boolean => location.pathname + location.search === start

function begin(): void {
  clearTimeout(waiting)
  clearInterval(counting)
  waiting = setTimeout(ask, IDLE_MILLISECONDS)
}

function ask(): void {
  // The first page in the house's own language has nothing to clear away.
  if (!dialog || isStart()) {
    begin()
    return
  }
  let left = ASKING_SECONDS
  say(left)
  dialog.showModal()
  counting = setInterval(() => {
    left -= 1
    say(left)
    if (left > 0) return
    clearInterval(counting)
    location.replace(start)
  }, 1_000)
}

/** Shows the last sentence whose time has come: a count each second would drown a screen reader. */
function say(left: number): void {
  if (!sentences.some(({ dataset }) => Number(dataset.left) === left)) return
  for (const sentence of sentences) sentence.hidden = Number(sentence.dataset.left) !== left
}

document.querySelector('#more-time-yes')?.addEventListener('click', () => dialog?.close())
dialog?.addEventListener('close', begin)
for (const sign of ['pointerdown', 'keydown', 'input', 'scroll', 'foyer:alive'])
  document.addEventListener(sign, () => dialog?.open || begin(), { passive: true })
begin()
