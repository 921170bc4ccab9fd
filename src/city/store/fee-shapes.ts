import { z } from 'zod'
import { FEE_FACTS } from '../rules/fees.ts'

const EUROS = 'an amount in euros such as 93 or 27.60'
const euros = z.number(EUROS).min(0, EUROS).refine(hasWholeCents, EUROS)
const AMOUNT = `${EUROS}, a range such as [5, 51], or { eur: 46.00, under_24: 27.60 }`
const amount = z.union(
  [
    euros,
    z.tuple([euros, euros]).refine(([low, high]) => low <= high),
    z.strictObject({ eur: euros, under_24: euros }),
  ],
  AMOUNT,
)
const DAYS = 'days such as "2026-02-07"'
const isDay = (day: string): boolean => z.iso.date().safeParse(day).success
const FEE = 'the name of a fee, or a list such as [extension, extension-short]'

/** Half cents do not exist: 2.295 is a slip of the pen. */
function hasWholeCents(eur: number): boolean {
  return Math.abs(eur * 100 - Math.round(eur * 100)) < 1e-6
}

export const feesShape = z.object({
  positions: z.record(z.string(), z.unknown()).default({}),
  reliefs: z.record(z.string(), z.unknown()).default({}),
  concerns: z.record(z.string(), z.unknown()).default({}),
  free: z.array(z.string()).default([]),
  papers: z.record(z.string(), z.string()).default({}),
})

export const positionShape = z.strictObject({
  law: z.string().min(1),
  amounts: z
    .record(z.string(), amount)
    .refine((amounts) => Object.keys(amounts).every(isDay), DAYS)
    .optional(),
  like: z.string().optional(),
  half_on_application: z.boolean().default(false),
})

export const reliefShape = z.strictObject({
  who: z.enum(FEE_FACTS),
  law: z.string().min(1),
  pays: z.string(),
  for: z.array(z.string()),
})

export const concernFeeShape = z.strictObject({
  fee: z
    .union([z.string(), z.array(z.string()).min(1)], FEE)
    .transform((fee) => (typeof fee === 'string' ? [fee] : fee)),
  desk_decides: z.boolean().default(false),
  given: z.array(z.enum(FEE_FACTS)).default([]),
  express: z.boolean().default(false),
})
