import { z } from 'zod'
import { clockTime } from '../../i18n/index.ts'
import type { Outcome } from '../../kernel/index.ts'
import type { Asking } from '../../web/index.ts'
import { Button, HiddenFields, RadioCards } from '../../web/look/index.ts'
import { changeVisit } from '../actions/change.ts'
import { laterToday } from '../actions/forecast.ts'
import type { Office } from '../actions/office.ts'
import { type Command, type Visit, WISH_TIMES } from '../rules/visit.ts'

/** What a visitor may do with her own number, on her page or at the terminal. */
export const ownFields = z.discriminatedUnion('do', [
  z.object({ do: z.enum(['go_out', 'be_back', 'later']) }),
  z.object({ do: z.literal('wish'), times: z.enum(WISH_TIMES).default('any') }),
])

/** Does it. Sent twice it is refused as done already: the page then shows how it stands. */
export async function doOwn(
  office: Office,
  visit: Visit,
  input: z.infer<typeof ownFields>,
): Promise<Outcome<Visit> | null> {
  const command = commandOf(office, input)
  const asker = { role: 'visitor', scope: 'visitor', key: null }
  return command && changeVisit(office, { visit: visit.id, command, asker })
}

function commandOf(office: Office, input: z.infer<typeof ownFields>): Command | null {
  if (input.do === 'wish') return { do: 'wish', desk: null, times: input.times }
  if (input.do !== 'later') return { do: input.do, desk: null }
  const from = laterToday(office)
  return from === null ? null : { do: 'later', desk: null, from }
}

/** When today is not enough: a later time today if there is one, and a wish for an appointment always. */
export function Instead({ office, asking }: { office: Office; asking: Asking }) {
  const { t } = asking
  const later = laterToday(office)
  return (
    <section class="card stack tight">
      <h2>{t('instead.title')}</h2>
      {later !== null && (
        <form method="post">
          <HiddenFields values={{ do: 'later' }} />
          <Button wide icon="sunset">
            {t('instead.later', { time: clockTime(later, office.city().zone) })}
          </Button>
        </form>
      )}
      <form method="post" class="stack tight">
        <HiddenFields values={{ do: 'wish' }} />
        <RadioCards
          name="times"
          legend={t('instead.times')}
          value="any"
          options={WISH_TIMES.map((times) => ({ value: times, label: t(`instead.times.${times}`) }))}
        />
        <Button kind="quiet" wide icon="calendar-heart">
          {t('instead.wish')}
        </Button>
      </form>
    </section>
  )
}
