import { z } from 'zod'

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as "08:30"')
const weekday = z.int().min(1, '1 (Monday) to 7 (Sunday)').max(7, '1 (Monday) to 7 (Sunday)')
const span = z
  .object({ weekday, from: time, to: time })
  .refine((value) => value.from < value.to, 'an end after the beginning')
const point = z.tuple([z.number(), z.number()])
const spread = z
  .tuple([z.number().positive(), z.number().positive(), z.number().positive()])
  .refine(
    ([low, typical, high]) => low <= typical && typical <= high,
    'three rising numbers: least, usual, most',
  )
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/, 'a day such as "2026-12-24"')

export const concernShape = z.object({
  title: z.string().min(1),
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
    .object({ eur: z.number().min(0).nullable(), note: z.string().nullable() })
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
  pillars: z.record(z.string(), z.object({ name: z.string() })),
  units: z.record(z.string(), z.unknown()),
  service_centre: z.string(),
  hours: z.array(z.unknown()),
  holidays: z.object({ country: z.string(), state: z.string() }),
  closures: z.array(day).default([]),
  languages: z.array(z.string()).min(1),
  spoken_languages: z.record(z.string(), z.string()),
})

export const unitShape = z.object({
  name: z.string(),
  pillar: z.string(),
  discreet: z.boolean().default(false),
})
export const hoursShape = span

export const deskShape = z.object({
  name: z.string(),
  label: z.coerce.string(),
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
  kiosks: z.record(z.string(), z.object({ name: z.string(), at: point })),
  displays: z.record(
    z.string(),
    z.object({ name: z.string(), desks: z.union([z.literal('all'), z.array(z.string())]) }),
  ),
  landmarks: z.record(z.string(), z.object({ icon: z.string(), at: point })),
})

export const policiesShape = z.object({
  longest_wait_minutes: z.number().positive(),
  promise_margin_minutes: z.number().min(0),
  repeat_calls: z.int().min(0),
  recall_pause_minutes: z.number().min(0),
  buffer_minutes: z.number().min(0),
  pass_deadline_minutes: z.number().positive(),
  undo_minutes: z.number().positive(),
  note_minutes: spread,
  head_start_minutes: z.record(z.string(), z.number().min(0)),
})

export const topicShape = z.object({ icon: z.string(), groups: z.record(z.string(), z.array(z.string())) })

export const partnerShape = z.object({
  name: z.string(),
  about: z.string(),
  example: z.boolean().default(false),
  presence: z.array(span.and(z.object({ desk: z.string() }))),
})

export const staffShape = z.object({
  first_name: z.string(),
  role: z.enum(['clerk', 'reception', 'lead', 'coordinator', 'head', 'partner']),
  units: z.array(z.string()).min(1),
  skills: z.array(z.string()).default([]),
  languages: z.array(z.string()).min(1),
})

export const placeShape = z.object({
  address: z.string().nullable(),
  phone: z.string().nullable(),
  url: z.url('a full address such as https://…').nullable(),
})

const words = z.record(z.string(), z.string()).default({})

export const textsShape = z.object({
  language: z.string(),
  state: z.enum(['source', 'draft', 'checked']).default('draft'),
  house_name: z.string(),
  concerns: words,
  documents: words,
  topics: words,
  groups: words,
  places: z.record(z.string(), z.object({ name: z.string(), why: z.string() })).default({}),
  ways: words,
  desks: words,
  units: words,
  landmarks: words,
})
