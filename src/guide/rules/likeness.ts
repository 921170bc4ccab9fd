/** Which letters a word has, as bits; letters may share one. Words whose bits differ too much cannot be alike. */
export function lettersOf(word: string): number {
  let letters = 0
  for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) & 31)
  return letters
}

/** How many slips of the finger a word of this length may have. */
export const slipsIn = (length: number): number => (length < 4 ? 0 : length < 7 ? 1 : 2)

/**
 * How many letters to change, add, leave out or swap with their neighbour (optimal string alignment distance) until
 * `typed` is `word`, and until it is a beginning of `word`. Past `most` any larger number may come back.
 */
export function slipsBetween(
  typed: string,
  word: string,
  most: number,
): { whole: number; beginning: number } {
  const columns = Math.min(word.length, typed.length + most)
  let before: number[] = []
  let last = Array.from({ length: columns + 1 }, (_, column) => column)
  for (let row = 1; row <= typed.length; row++) {
    const next = [row]
    let least = row
    for (let column = 1; column <= columns; column++) {
      const same = typed[row - 1] === word[column - 1]
      let slips = Math.min(
        (last[column - 1] ?? 0) + (same ? 0 : 1),
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
      )
      const swapped =
        row > 1 && column > 1 && typed[row - 1] === word[column - 2] && typed[row - 2] === word[column - 1]
      if (swapped) slips = Math.min(slips, (before[column - 2] ?? 0) + 1)
      next.push(slips)
      least = Math.min(least, slips)
    }
    if (least > most) return { whole: least, beginning: least }
    before = last
    last = next
  }
  const beginning = Math.min(...last)
  return { whole: columns < word.length ? most + 1 : (last[columns] ?? 0), beginning }
}

const SHORTEST_PART = 4
const SHORTEST_STEM = 4
const STEM_SHARE = 0.65

/**
 * How much a typed word is like a word of the index, 0 to 1: the same, its beginning, a part of a German compound, the
 * same stem with another ending, or mistyped. `letters`: as `lettersOf` gives them.
 */
export function likeness(typed: Word, word: Word): number {
  const [a, b] = [typed.text, word.text]
  if (a === b) return 1
  if (a.length >= 2 && b.startsWith(a)) return 0.7 + (0.25 * a.length) / b.length
  const best = Math.max(mistyped(typed, word), sameStem(a, b))
  if (best > 0) return best
  if (a.length >= SHORTEST_PART && b.includes(a)) return 0.55
  return b.length > SHORTEST_PART && a.includes(b) ? 0.45 : 0
}

export type Word = { readonly text: string; readonly letters: number }

function mistyped(typed: Word, word: Word): number {
  const most = slipsIn(typed.text.length)
  if (most === 0 || word.text.length < typed.text.length - most) return 0
  if (bits(typed.letters & ~word.letters) > most) return 0
  const slips = slipsBetween(typed.text, word.text, most)
  if (slips.whole <= most) return 0.85 - 0.2 * slips.whole
  return slips.beginning <= most && typed.text.length > SHORTEST_PART ? 0.65 - 0.2 * slips.beginning : 0
}

function sameStem(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let shared = 0
  while (shared < most && a[shared] === b[shared]) shared++
  const share = shared / Math.max(a.length, b.length)
  return shared >= SHORTEST_STEM && share >= STEM_SHARE ? 0.25 + 0.5 * share : 0
}

function bits(number: number): number {
  let left = number
  let count = 0
  for (; left !== 0; left &= left - 1) count++
  return count
}
