import { makeTurns } from './parts/turns.ts'
import { say } from './parts/voice.ts'

/** What may be heard of a call, in each of its languages; `sounds`: recordings of the pack. */
type Said = { readonly lang: string; readonly text: string; readonly sounds?: readonly string[] }

/** For each new call a soft gong and the number, one after the other; never twice for the same call. */
const heard = new Set<string>()
const audio = new AudioContext()
const turns = makeTurns()
const GONG_MILLISECONDS = 1600

const calls = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-call]')]

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

function gong(): Promise<void> {
  tone(audio.currentTime, 523)
  tone(audio.currentTime + 0.35, 392)
  return new Promise((resolve) => setTimeout(resolve, GONG_MILLISECONDS))
}

/** Plays recordings in a row; false as soon as one of them cannot be played. */
async function play(sounds: readonly string[]): Promise<boolean> {
  for (const source of sounds) {
    const recording = new Audio(source)
    const ended = new Promise((resolve) => recording.addEventListener('ended', resolve))
    const failed = new Promise((_, reject) => recording.addEventListener('error', reject))
    try {
      await recording.play()
      await Promise.race([ended, failed])
    } catch {
      return false
    }
  }
  return sounds.length > 0
}

/** A call is always heard by its gong; then it is said as the pack recorded it, or by the device's voice. */
async function tell(said: readonly Said[]): Promise<void> {
  // A browser that still wants a tap would sound every missed call at once after it.
  if (audio.state !== 'running') return
  await gong()
  for (const { lang, text, sounds } of said) (await play(sounds ?? [])) || (await say(text, lang))
}

function hear(call: HTMLElement): void {
  const { call: name = '', say: said } = call.dataset
  if (heard.has(name)) return
  heard.add(name)
  // In the quiet hours a call says nothing of itself.
  if (said) void turns.take(() => tell(JSON.parse(said) as Said[]))
}

/** Browsers play nothing until somebody taps: the button shows as long as that is so. */
function askForTap(): void {
  const button = document.querySelector<HTMLButtonElement>('#sound')
  if (button) button.hidden = audio.state === 'running'
}

document.addEventListener('click', (event) => {
  if ((event.target as HTMLElement).closest('#sound')) void audio.resume().then(() => turns.take(gong))
})
audio.addEventListener('statechange', askForTap)
askForTap()
for (const { dataset } of calls()) heard.add(dataset.call ?? '')
document.addEventListener('foyer:fresh', () => {
  askForTap()
  for (const call of calls().reverse()) hear(call)
})
