/** The desk by keyboard: a letter presses its button, except while somebody types. */
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return
  const target = event.target as HTMLElement
  if (target.closest('input:not([type=radio]):not([type=checkbox]), select, textarea')) return
  const button = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`)
  if (!button) return
  event.preventDefault()
  button.click()
})
