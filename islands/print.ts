/** A terminal prints its slip at once; elsewhere a button appears that prints. */
const button = document.querySelector<HTMLButtonElement>('#print')
if (button) {
  button.hidden = false
  button.addEventListener('click', () => print())
}
if (document.documentElement.classList.contains('kiosk')) {
  addEventListener('load', () => print(), { once: true })
}
