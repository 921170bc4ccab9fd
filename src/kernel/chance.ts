/** A repeatable source of chance: numbers in [0, 1). Same seed, same numbers. */
export type Chance = () => number

/** The generator `sfc32` (Chris Doty-Humphrey, PractRand) seeded from one integer; 2^32 different streams. */
export function makeChance(seed: number): Chance {
  let a = 0x9e3779b9
  let b = 0x243f6a88
  let c = seed | 0
  let counter = 1
  const next = (): number => {
    const mixed = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + mixed
    return (mixed >>> 0) / 4_294_967_296
  }
  for (let i = 0; i < 12; i++) next()
  return next
}
