/** A soft gong for each new call, one after the other; never twice for the same call. */
const heard = new Set<string>()
let context: AudioContext | null = null
let free = 0

const calls = (): string[] =>
  [...document.querySelectorAll<HTMLElement>('[data-call]')].map((element) => element.dataset.call ?? '')

function tone(audio: AudioContext, at: number, frequency: number): void {
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
  context ??= new AudioContext()
  const at = Math.max(context.currentTime, free)
  tone(context, at, 523)
  tone(context, at + 0.35, 392)
  free = at + 2.2
}

for (const call of calls()) heard.add(call)
document.addEventListener('foyer:fresh', () => {
  for (const call of calls().reverse()) {
    if (heard.has(call)) continue
    heard.add(call)
    gong()
  }
})
