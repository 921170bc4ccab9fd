import { z } from 'zod'
import type { Desk } from '../../city/index.ts'
import type { ConcernId } from '../../kernel/index.ts'
import { id } from '../../kernel/index.ts'
import { type Command, OUTCOMES } from '../rules/visit.ts'
import { oneKey as key, list } from './ticket-form.tsx'

/** What who sits here asks for herself. */
export const WORK_WISHES = ['take_break', 'go_back', 'come_back'] as const
type WorkWish = (typeof WORK_WISHES)[number]

const visit = z.string('error.form_old').min(1, 'error.form_old').max(100, 'error.form_old')

/** Everything the desk's buttons may say; each button says one of these. */
export const deskFields = z.discriminatedUnion(
  'do',
  [
    z.object({ do: z.literal('next'), key }),
    z.object({ do: z.literal('close'), key }),
    z.object({ do: z.enum(WORK_WISHES), key }),
    z.object({
      do: z.enum([
        'call_again',
        'start',
        'not_here',
        'park',
        'bring_back',
        'take_back',
        'move_on',
        'undo',
        'leave',
      ]),
      key,
      visit,
    }),
    z.object({
      do: z.literal('pass'),
      key,
      visit,
      unit: z.string('error.form_old').min(1, 'desk.pass_choose'),
    }),
    z.object({
      do: z.literal('receipt'),
      key,
      visit,
      papers: list.refine((papers) => papers.length > 0, 'desk.receipt_choose'),
    }),
    z.object({
      do: z.literal('finish'),
      key,
      visit,
      outcome: z.enum(OUTCOMES, 'error.form_old'),
      concern: list,
      bring: list,
    }),
  ],
  { error: 'error.form_old' },
)
export type DeskInput = z.infer<typeof deskFields>
type VisitInput = Exclude<DeskInput, { do: 'next' | 'close' | WorkWish }>

export const isWish = (input: DeskInput): input is Extract<DeskInput, { do: WorkWish }> =>
  (WORK_WISHES as readonly string[]).includes(input.do)

/** The button as a command of the rules, pressed at this desk. */
export function commandOf(input: VisitInput, { id: desk, unit }: Pick<Desk, 'id' | 'unit'>): Command {
  switch (input.do) {
    case 'pass':
      return { do: 'pass', desk, to: id<'unit'>(input.unit) }
    case 'take_back':
      return { do: 'take_back', desk, unit }
    case 'receipt':
      return { do: 'receipt', desk, papers: input.papers }
    case 'finish':
      return {
        do: 'finish',
        desk,
        outcome: input.outcome,
        concerns: input.concern as ConcernId[],
        bring: input.bring,
      }
    default:
      return { do: input.do, desk }
  }
}
