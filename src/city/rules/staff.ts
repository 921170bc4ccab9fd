/** What people of the house are, as the pack names it; accounts bear the same. */
export const STAFF_ROLES = [
  'clerk',
  'reception',
  'lead',
  'coordinator',
  'head',
  'partner',
  'security',
] as const
export type StaffRole = (typeof STAFF_ROLES)[number]

/** The silent alarm of a desk: it adds to the alarm of the house and never replaces it. */
export type AlarmPolicy = {
  /** Who is called to help: roles of the staff, or desks whoever sits there. */
  readonly responders: readonly string[]
  /** What else to do in danger, in the city's words. */
  readonly note: string
  /** The key of the keyboard that raises it, pressed three times quickly. */
  readonly key: string
}
