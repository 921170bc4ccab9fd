import { z } from 'zod'
import { OUTCOMES } from '../rules/visit.ts'

/** What goes in and out at the machine door; checked by the server and described at `/api/openapi.json`. */
export const concernOut = z.object({
  id: z.string(),
  title: z.string(),
  channel: z.enum(['counter', 'both', 'appointment', 'online']),
})
export const deskOut = z.object({ id: z.string(), name: z.string(), concerns: z.array(z.string()) })
export const ticketIn = z.object({
  concern: z.string().min(1).max(100),
  language: z.string().min(2).max(20).optional(),
  arrival: z.enum(['kiosk', 'phone', 'reception']).optional(),
})
export const ticketOut = z.object({
  visitId: z.string(),
  number: z.int(),
  sign: z.string(),
  colour: z.string(),
  link: z.url(),
  today: z.boolean(),
  wait: z.object({ from: z.int(), to: z.int() }),
})
export const callOut = z.object({
  visitId: z.string(),
  number: z.int(),
  sign: z.string(),
  concern: z.string(),
  why: z.object({ code: z.string(), text: z.string() }),
})
export const finishIn = z.object({
  outcome: z.enum(OUTCOMES),
  concerns: z.array(z.string().max(100)).max(20).optional(),
})
export const bringBackIn = z.object({ desk: z.string().min(1).max(100) })
export const stepOut = z.object({ visitId: z.string(), state: z.string() })
export const displayOut = z.object({
  id: z.string(),
  calls: z.array(
    z.object({
      number: z.int(),
      sign: z.string(),
      colour: z.string(),
      desk: z.string(),
      way: z.string(),
      at: z.string(),
    }),
  ),
})
export const problemOut = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
})
