import type { Page } from 'playwright-core'

/**
 * Gives a page a device with such voices that writes down what it says, and a gong that writes down when it sounds. A
 * sentence takes three seconds of the page's time.
 */
export async function giveVoices(page: Page, voices: readonly string[]): Promise<void> {
  // The compiler of the tests calls this for the names of functions.
  await page.addInitScript({ content: 'globalThis.__name = (named) => named' })
  await page.addInitScript(listen, voices)
}

/** What was heard on it: `tone`, `begin de-DE …`, `end de-DE …`. */
export const heardOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as never as { log: string[] }).log)

function listen(names: readonly string[]): void {
  const log: string[] = []
  class Utterance extends EventTarget {
    lang = ''
    voice: unknown = null
    text: string
    constructor(text: string) {
      super()
      this.text = text
    }
  }
  const voices = names.map((lang) => ({ lang }))
  const speak = (said: Utterance) => {
    log.push(`begin ${said.lang} ${said.text}`)
    setTimeout(() => {
      log.push(`end ${said.lang} ${said.text}`)
      said.dispatchEvent(new Event('end'))
    }, 3_000)
  }
  const node = {
    connect: () => node,
    gain: { setValueAtTime() {}, linearRampToValueAtTime() {}, exponentialRampToValueAtTime() {} },
  }
  class Audio extends EventTarget {
    state = 'running'
    currentTime = 0
    destination = node
    createGain = () => node
    createOscillator = () => ({ ...node, frequency: { value: 0 }, start: () => log.push('tone'), stop() {} })
  }
  Object.assign(window, { log, AudioContext: Audio, SpeechSynthesisUtterance: Utterance })
  Object.defineProperty(window, 'speechSynthesis', {
    value: Object.assign(new EventTarget(), {
      getVoices: () => voices,
      speak,
      cancel: () => log.push('silence'),
    }),
  })
}
