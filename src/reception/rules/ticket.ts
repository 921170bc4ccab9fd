/** Which drawing and which colour a number bears; positions in the lists of the house. */
export type SignOf = { readonly sign: number; readonly colour: number }

/**
 * The drawn sign of a number. Neighbours differ in drawing and in colour, and every pair is used once before one comes
 * again, as long as the last drawing of a block and the first of the next do not meet in colour (24 and 5 do not).
 */
export function signOf(number: number, counts: { readonly signs: number; readonly colours: number }): SignOf {
  const sign = number % counts.signs
  return { sign, colour: (sign + Math.floor(number / counts.signs)) % counts.colours }
}
