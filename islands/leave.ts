/** Leaves a discreet page at once: by its button or by three times Escape. The page then stands no more in the history. */
const TIMES = 3
const TOGETHER_MILLISECONDS = 3000

const link = document.querySelector<HTMLAnchorElement>('[data-leave]')
if (link) {
  const leave = () => {
    // What was to be read is gone before the other page has come.
    document.body.hidden = true
    document.title = ''
    location.replace(link.href)
  }
  link.addEventListener('click', (event) => {
    event.preventDefault()
    leave()
  })
  let pressed: number[] = []
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    pressed = [...pressed, event.timeStamp].filter((at) => event.timeStamp - at < TOGETHER_MILLISECONDS)
    if (pressed.length >= TIMES) leave()
  })
  const hint = document.querySelector<HTMLElement>('[data-leave-hint]')
  if (hint && matchMedia('(hover: hover)').matches) hint.hidden = false
}
