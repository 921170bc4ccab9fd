import { ageOf } from './parts/age.ts'

/**
 * A screen that lost the house keeps what it shows and says how old that is. On its return it asks for the calls it
 * missed, for as long as a call has to be seen.
 */
const ASK_MILLISECONDS = 5_000
const CATCH_UP_MILLISECONDS = 30_000

const { documentElement: root } = document
const board = (): string | undefined => document.querySelector<HTMLElement>('[data-as-of]')?.dataset.asOf
let asOf = board()
let heardAt = performance.now()
let caughtUpAt = 0

function show(): void {
  const age = ageOf(performance.now() - heardAt)
  const mark = document.querySelector<HTMLElement>('#age')
  const sentence = document.querySelector<HTMLElement>('#away')
  if (mark) mark.hidden = age === 'fresh'
  if (sentence) sentence.hidden = age !== 'away'
  root.dataset.age = age
  if (age !== 'fresh') {
    // What it saw last stands in the address of every further try.
    root.dataset.away ??= asOf
    caughtUpAt = Number.POSITIVE_INFINITY
  } else if (root.dataset.away && performance.now() > caughtUpAt) {
    delete root.dataset.away
  }
}

document.addEventListener('foyer:fresh', () => {
  heardAt = performance.now()
  asOf = board()
  if (caughtUpAt === Number.POSITIVE_INFINITY) caughtUpAt = heardAt + CATCH_UP_MILLISECONDS
  show()
})
setInterval(show, 1_000)
setInterval(() => document.dispatchEvent(new CustomEvent('foyer:fetch')), ASK_MILLISECONDS)
