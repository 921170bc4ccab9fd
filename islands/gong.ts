/** A soft gong for each new call, one after the other; never twice for the same call. */
const heard = new Set<string>()
const audio = new AudioContext()
let free = 0

const calls = (): string[] =>
  [...document.querySelectorAll<HTMLElement>('[data-call]')].map((element) => element.dataset.call ?? '')

function tone(at: number, frequency: number): void {
  const swing = audio.createOscillator()
  const volume = audio.createGain()
  swing.frequency.value = frequency
  volume.gain.setValueAtTime(0, at)
  volume.gain.linearRampToValueAtTime(0.25, at + 0.02)
  volume.gain.exponentialRampToValueAtTime(0.001, at + 1.4)
  swing.connect(volume).connect(audio.destination)
  swing.start(at)
  swing.stop(at + 1.5)
}

function gong(): void {
  // A browser that still wants a tap would sound every missed call at once after it.
  if (audio.state !== 'running') return
  const at = Math.max(audio.currentTime, free)
  tone(at, 523)
  tone(at + 0.35, 392)
  free = at + 2.2
}

/** Browsers play nothing until somebody taps: the button shows as long as that is so. */
function askForTap(): void {
  const button = document.querySelector<HTMLButtonElement>('#sound')
  if (button) button.hidden = audio.state === 'running'
}

document.addEventListener('click', (event) => {
  if ((event.target as HTMLElement).closest('#sound')) void audio.resume().then(gong)
})
audio.addEventListener('statechange', askForTap)
askForTap()
for (const call of calls()) heard.add(call)
document.addEventListener('foyer:fresh', () => {
  askForTap()
  for (const call of calls().reverse()) {
    if (heard.has(call)) continue
    heard.add(call)
    gong()
  }
})
