/** Why nobody may take a number; each has a sentence for staff and a kind one for visitors in `locales/`. */
export const INTAKE_REASONS = ['full', 'staff', 'technical', 'safety', 'other'] as const
export type IntakeReason = (typeof INTAKE_REASONS)[number]

/** Who decides on a stop of intake: whoever answers for the house, and its administrator at the command line. */
export const INTAKE_ROLES = ['lead', 'head', 'administrator'] as const

export const decidesIntake = (role: string): boolean => (INTAKE_ROLES as readonly string[]).includes(role)
