/** Voices go by other names than the languages of the house. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  kmr: ['kmr', 'ku'],
  fa: ['fa', 'prs'],
}
/** Some devices never say that they have finished. */
const LONGEST_MILLISECONDS = 20_000

/** The device's voice for a language of the house; none where it would read in a foreign tongue. */
export function voiceFor(language: string): SpeechSynthesisVoice | undefined {
  if (!('speechSynthesis' in window)) return undefined
  const [base = language] = language.split('-')
  const names = NAMES[base] ?? [base]
  return speechSynthesis.getVoices().find(({ lang }) => {
    const [first = ''] = lang.toLowerCase().split(/[-_]/)
    return names.includes(first)
  })
}

/** Says a text in its language and ends when it is said; false where the device has no voice for it. */
export function say(text: string, language: string): Promise<boolean> {
  const voice = voiceFor(language)
  if (!voice) return Promise.resolve(false)
  return new Promise((resolve) => {
    const utterance = new SpeechSynthesisUtterance(text)
    utterance.voice = voice
    utterance.lang = voice.lang
    utterance.rate = 0.9
    const done = () => resolve(true)
    utterance.addEventListener('end', done)
    utterance.addEventListener('error', done)
    setTimeout(done, LONGEST_MILLISECONDS)
    speechSynthesis.speak(utterance)
  })
}
