import { z } from 'zod'

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
  privacy: z.string(),
  legal_basis: z.array(z.string()).default([]),
  fee: z
    .strictObject({ eur: z.number().min(0).nullable(), note: z.string().nullable() })
    .default({ eur: null, note: null }),
  partners: z.array(z.string()).default([]),
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
})

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

export const partnerShape = z.strictObject({
  name: z.string(),
  about: z.string(),
  example: z.boolean().default(false),
  presence: z.array(z.strictObject({ ...span, desk: z.string() }).refine(rises, RISES)),
})

export const staffShape = z.strictObject({
  first_name: z.string(),
  role: z.enum(['clerk', 'reception', 'lead', 'coordinator', 'head', 'partner']),
  units: z.array(z.string()).min(1),
  skills: z.array(z.string()).default([]),
  languages: z.array(z.string()).min(1),
})

export const placeShape = z.strictObject({
  address: z.string().nullable(),
  phone: z.string().nullable(),
  url: z.url('a full address such as https://…').nullable(),
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
  ways: section,
  desks: section,
  units: section,
  landmarks: section,
  calm: section,
})
export const placeTextShape = z.strictObject({ name: z.string(), why: z.string() })
