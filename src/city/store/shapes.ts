import { z } from 'zod'
import { STAFF_ROLES } from '../rules/staff.ts'

const TIME = 'a time such as "08:30"'
const WEEKDAY = '1 (Monday) to 7 (Sunday)'
const RISING = 'three rising numbers: least, usual, most'
const PLACE = 'two numbers such as [3.5, 11]'

const time = z.string(TIME).regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: TIME, abort: true })
const weekday = z.int(WEEKDAY).min(1, WEEKDAY).max(7, WEEKDAY)
const span = { weekday, from: time, to: time }
const rises = (value: { from: string; to: string }) => value.from < value.to
const RISES = { error: 'an end after the beginning', path: ['to'] }
const point = z.tuple([z.number(PLACE), z.number(PLACE)], PLACE)
const minutes = z.number(RISING).positive(RISING)
const address = z.url({ protocol: /^https$/, error: 'a full address such as https://…' })
const spread = z
  .tuple([minutes, minutes, minutes], RISING)
  .refine(([low, typical, high]) => low <= typical && typical <= high, RISING)

export const concernShape = z.strictObject({
  title: z.string().min(1),
  official: z.string().optional(),
  notes: z.string().optional(),
  unit: z.string(),
  channel: z.enum(['counter', 'both', 'appointment', 'online']),
  minutes: spread,
  documents: z.array(z.string()),
  interpreter: z.enum(['lay', 'professional', 'sworn']),
  complexity: z.enum(['simple', 'medium', 'complex', 'triage']),
  discreet: z.boolean().default(false),
  urgent: z.boolean().default(false),
  elsewhere: z.string().optional(),
  stations: z.array(z.string()).default([]),
  checks: z.array(z.string()).default([]),
  privacy: z.string(),
  legal_basis: z.array(z.string()).default([]),
  partners: z.array(z.string()).default([]),
  independent: z.array(z.string()).default([]),
  confidence: z.enum(['high', 'medium', 'low']),
  sources: z.array(z.string()).default([]),
})

export const cityShape = z.object({
  id: z.string(),
  name: z.string(),
  zone: z
    .string()
    .refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone), 'a zone such as Europe/Berlin'),
  department: z.string(),
  premises: z.string(),
  pillars: z.record(z.string(), z.unknown()),
  units: z.record(z.string(), z.unknown()),
  service_centre: z.string(),
  orientation: z.string(),
  hours: z.array(z.unknown()),
  holidays: z.object({ country: z.string(), state: z.string() }),
  closures: z.array(z.iso.date('a day of the calendar such as "2026-12-24"')).default([]),
  languages: z.array(z.string()).min(1),
  spoken_languages: z.record(z.string(), z.string()),
  leave: address.optional(),
  contact: z.unknown().optional(),
  sign_language_video: z.unknown().optional(),
  easy_language: z.unknown().optional(),
})

const maybe = z.string().min(1).nullable().default(null)

export const contactShape = z.strictObject({
  publisher: z.string().min(1),
  represented_by: maybe,
  address: z.string().min(1),
  phone: maybe,
  email: maybe,
  privacy_officer: maybe,
  privacy_authority: maybe,
  ombud: maybe,
  statement: z.iso.date('a day of the calendar such as "2026-12-24"').nullable().default(null),
  examples: z
    .array(z.enum(['publisher', 'represented_by', 'address', 'phone', 'email', 'privacy_officer']))
    .default([]),
})
export const linkShape = z
  .url({ protocol: /^https?$/, error: 'a full address such as https://…, or null' })
  .nullable()

export const pillarShape = z.strictObject({ name: z.string() })
export const unitShape = z.strictObject({
  name: z.string(),
  pillar: z.string(),
  discreet: z.boolean().default(false),
})
export const hoursShape = z.strictObject(span).refine(rises, RISES)

export const deskShape = z.strictObject({
  name: z.string(),
  label: z.union([z.string(), z.number()], 'a short text such as "3"').transform(String),
  kind: z.string().optional(),
  way: z.string(),
  units: z.array(z.string()).min(1),
  at: point,
  room: z.boolean().default(false),
  partner: z.string().optional(),
  stations: z.array(z.string()).default([]),
  only: z.array(z.string()).optional(),
  also: z.array(z.string()).default([]),
  not: z.array(z.string()).default([]),
  languages: z.array(z.string()).default(['de']),
})

export const premisesShape = z.object({
  name: z.string(),
  address: z.string(),
  example: z.boolean().default(false),
  size: point,
  seats: z.int().min(0),
  entrance: point,
  ways: z.record(z.string(), z.string()).default({}),
  desks: z.record(z.string(), z.unknown()),
  kiosks: z.record(z.string(), z.unknown()).default({}),
  displays: z.record(z.string(), z.unknown()).default({}),
  landmarks: z.record(z.string(), z.unknown()).default({}),
  calm: z.record(z.string(), z.unknown()).default({}),
})

export const kioskShape = z.strictObject({ name: z.string(), at: point })
export const displayShape = z.strictObject({
  name: z.string(),
  desks: z.union([z.literal('all'), z.array(z.string())], 'the word all, or a list of desks'),
})
export const calmShape = z.string('the name of a drawing of the collection Lucide')
export const landmarkShape = z.strictObject({ icon: z.string(), at: point })

export const policiesShape = z.object({
  longest_wait_minutes: z.number().positive(),
  promise_margin_minutes: z.number().min(0),
  repeat_calls: z.int().min(0),
  recall_pause_minutes: z.number().min(0),
  buffer_minutes: z.number().min(0),
  // Section 4 ArbZG: parts of a break are 15 minutes or longer, and nobody works more than six hours without one.
  break_minutes: z.number().min(15),
  break_after_minutes: z.number().positive().max(360),
  help_within_minutes: z.number().positive(),
  alarm: z.strictObject({
    responders: z.array(z.string()).min(1),
    note: z.string().min(1),
    key: z.string().regex(/^F([1-9]|1[0-2])$/, { error: 'a key such as F8' }),
  }),
  pass_deadline_minutes: z.number().positive(),
  undo_minutes: z.number().positive(),
  note_minutes: spread,
  quiet_hours: z.array(z.unknown()).default([]),
  head_start_minutes: z.record(z.string(), z.number().min(0)),
})

export const topicShape = z.strictObject({
  icon: z.string(),
  groups: z.record(z.string(), z.array(z.string())),
})

const pointer = { place: z.string().optional(), concern: z.string().optional() }
const holdsFrom = z.iso.date('a day of the calendar such as "2026-12-24"').optional()
const pointsOnce = (value: { place?: string | undefined; concern?: string | undefined }) =>
  value.place === undefined || value.concern === undefined
const POINTS_ONCE = 'a place or a concern, not both'
const answerShape = z
  .strictObject({ ...pointer, advice: z.array(z.string()).default([]) })
  .refine(pointsOnce, POINTS_ONCE)

export const trapsShape = z.object({ questions: z.unknown(), advice: z.unknown() })
export const questionShape = z.strictObject({
  at: z.array(z.string()).min(1),
  from: holdsFrom,
  answers: z.record(z.string(), answerShape),
})
export const adviceShape = z
  .strictObject({ ...pointer, at: z.array(z.string()).default([]), from: holdsFrom })
  .refine(pointsOnce, POINTS_ONCE)

export const partnerShape = z.strictObject({
  name: z.string(),
  about: z.string(),
  example: z.boolean().default(false),
  presence: z.array(z.strictObject({ ...span, desk: z.string() }).refine(rises, RISES)),
})

export const staffShape = z.strictObject({
  first_name: z.string(),
  role: z.enum(STAFF_ROLES),
  units: z.array(z.string()).min(1),
  skills: z.array(z.string()).default([]),
  languages: z.array(z.string()).min(1),
})

export const stationShape = z.strictObject({ icon: z.string(), minutes: spread })

export const placeShape = z.strictObject({
  address: z.string().nullable(),
  phone: z.string().nullable(),
  url: address.nullable(),
})

const section = z.record(z.string(), z.unknown()).default({})

export const textsShape = z.object({
  language: z.string(),
  state: z.enum(['source', 'draft', 'checked']).default('draft'),
  house_name: z.string(),
  concerns: section,
  documents: section,
  topics: section,
  groups: section,
  places: section,
  questions: section,
  answers: section,
  advice: section,
  partners: section,
  ways: section,
  desks: section,
  stations: section,
  checks: section,
  units: section,
  landmarks: section,
  calm: section,
  fees: section,
})
export const placeTextShape = z.strictObject({ name: z.string(), why: z.string() })
