import type { JSX } from 'preact'
import { spoken, strokes } from './icon.tsx'

/**
 * What is drawn for each sign. Left out on purpose: moon, star, hands, dog and pig (they mean something somewhere),
 * plane, boat, anchor, tent, suitcase (they remind people here of flight and deportation), clock, bell, key and house
 * (they mean something in this hall).
 */
const DRAWINGS = {
  fish: 'fish',
  tree: 'tree-deciduous',
  bird: 'bird',
  sun: 'sun',
  cloud: 'cloudy',
  umbrella: 'umbrella',
  apple: 'apple',
  cup: 'coffee',
  car: 'car',
  bicycle: 'bike',
  flower: 'flower-2',
  leaf: 'leaf',
  ball: 'volleyball',
  book: 'book-open',
  scissors: 'scissors',
  lamp: 'lamp-desk',
  cat: 'cat',
  snail: 'snail',
  turtle: 'turtle',
  rabbit: 'rabbit',
  carrot: 'carrot',
  banana: 'banana',
  shirt: 'shirt',
  guitar: 'guitar',
  glasses: 'glasses',
  mountain: 'mountain',
  gift: 'gift',
  snowflake: 'snowflake',
  camera: 'camera',
  armchair: 'armchair',
} as const

export type SignName = keyof typeof DRAWINGS

/** The signs of tickets, for people who cannot read the number. Text keys and stored values: names never change. */
export const SIGNS: readonly string[] = Object.keys(DRAWINGS)

type Cloth = {
  readonly fill: string
  readonly ink: string
  readonly shape: string
  readonly stitch: string
  /** How large the drawing may stand inside the shape. */
  readonly scale: number
}

/** Each colour has its own cut and its own stitch, so that it is never told by colour alone. */
const CLOTHS = {
  blue: {
    fill: '#1a4a9c',
    ink: '#fff',
    shape: 'M32 1a31 31 0 0 1 0 62a31 31 0 0 1 0-62z',
    stitch: '',
    scale: 1.6,
  },
  yellow: {
    fill: '#ffcc33',
    ink: '#1d2b2c',
    shape:
      'M28.5 2.4Q32-1 35.5 2.4L61.6 28.5Q65 32 61.6 35.5L35.5 61.6Q32 65 28.5 61.6L2.4 35.5Q-1 32 2.4 28.5Z',
    stitch: '7 4',
    scale: 1.45,
  },
  red: {
    fill: '#b8321a',
    ink: '#fff',
    shape:
      'M20 3h24q4 0 6 3.5l11.5 22.5q1.5 3 0 6l-11.5 22.5q-2 3.5-6 3.5h-24q-4 0-6-3.5l-11.5-22.5q-1.5-3 0-6l11.5-22.5q2-3.5 6-3.5z',
    stitch: '0 5',
    scale: 1.5,
  },
  green: {
    fill: '#8fd9b6',
    ink: '#10302a',
    shape: 'M15 3h34a12 12 0 0 1 12 12v34a12 12 0 0 1-12 12h-34a12 12 0 0 1-12-12v-34a12 12 0 0 1 12-12z',
    stitch: '9 3 2 3',
    scale: 1.65,
  },
  white: {
    fill: '#fff',
    ink: '#1d2b2c',
    shape: scallops(),
    stitch: '3 3',
    scale: 1.45,
  },
} as const satisfies Record<string, Cloth>

export type ColourName = keyof typeof CLOTHS

/** The five colours of signs, told apart by colour-blind eyes too. Stored values: names never change. */
export const COLOURS: readonly string[] = Object.keys(CLOTHS)

/** The fill of a colour, for checks of how far colours stand apart. */
export const fillOf = (colour: string): string => clothOf(colour).fill

/** A flower-like edge of eight lobes on a field of 64. */
function scallops(): string {
  const points = Array.from({ length: 8 }, (_, index) => {
    const angle = ((index - 0.5) * Math.PI) / 4
    return `${(32 + 25.5 * Math.cos(angle)).toFixed(1)} ${(32 + 25.5 * Math.sin(angle)).toFixed(1)}`
  })
  const arcs = [...points.slice(1), points[0]].map((point) => `A10 10 0 0 1 ${point}`)
  return `M${points[0]}${arcs.join('')}Z`
}

const clothOf = (colour: string): Cloth => CLOTHS[colour as ColourName] ?? CLOTHS.white
const drawingOf = (sign: string): string => DRAWINGS[sign as SignName] ?? 'circle'

/** A patch of cloth with a stitched edge and the sign in one line. */
function patch(sign: string, colour: string): string {
  const { fill, ink, shape, stitch, scale } = clothOf(colour)
  const dash = stitch ? ` stroke-dasharray="${stitch}"` : ''
  const edge = `<path d="${shape}" fill="${fill}" stroke="#1d2b2c" stroke-width="2"/>`
  const seam = `<path d="${shape}" transform="translate(32 32) scale(.86) translate(-32 -32)" fill="none" stroke="${ink}" stroke-width="2.2" stroke-linecap="round"${dash}/>`
  const place = `translate(32 32) scale(${scale}) translate(-12 -12)`
  const line = 'stroke-width="1.9" stroke-linecap="round" stroke-linejoin="round"'
  return `${edge}${seam}<g transform="${place}" fill="none" stroke="${ink}" ${line}>${strokes(drawingOf(sign))}</g>`
}

export type SignProps = {
  readonly sign: string
  readonly colour: string
  readonly size?: 'small' | 'medium' | 'large' | undefined
  /** "fish, blue"; without it the sign is silent, because its name stands beside it. */
  readonly label?: string | undefined
}

/** The drawn sign of a ticket. */
export const Sign = ({ sign, colour, size = 'medium', label }: SignProps): JSX.Element => (
  <svg
    class={`sign ${size}`}
    viewBox="-1 -1 66 66"
    width="66"
    height="66"
    {...spoken(label)}
    dangerouslySetInnerHTML={{ __html: patch(sign, colour) }}
  />
)

/** The same sign as one SVG document, for printers and machines. */
export const signSvg = (sign: string, colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 -1 66 66" width="66" height="66">${patch(sign, colour)}</svg>`
