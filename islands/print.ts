/** A terminal prints its slip at once, and clears itself after that; elsewhere a button appears that prints. */
const CLEAR_MILLISECONDS = 10_000

const button = document.querySelector<HTMLButtonElement>('#print')
if (button) {
  button.hidden = false
  button.addEventListener('click', () => print())
}

/** Prints once for each address: whoever comes back to the page does not get a second slip. */
function printOnce(): void {
  const key = `printed ${location.pathname}${location.search}`
  if (sessionStorage.getItem(key)) return
  sessionStorage.setItem(key, 'yes')
  print()
}

/** The next person shall not find this number on the screen. Whoever touches it has time again. */
function clearSoon(): void {
  const start = document.querySelector<HTMLElement>('#more-time')?.dataset.start
  if (!start) return
  const timer = setTimeout(() => location.replace(start), CLEAR_MILLISECONDS)
  for (const sign of ['pointerdown', 'keydown'])
    document.addEventListener(sign, () => clearTimeout(timer), { once: true, passive: true })
}

if (document.querySelector('[data-prints]')) {
  addEventListener('afterprint', clearSoon, { once: true })
  addEventListener('load', printOnce, { once: true })
}
