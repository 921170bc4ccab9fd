import { z } from 'zod'
import { id } from '../../kernel/index.ts'
import { type Asking, type Page, post, redirect, type View } from '../../web/index.ts'
import { Button, LinkButton } from '../../web/look/index.ts'
import { standingInLine, willBeToday } from '../actions/forecast.ts'
import { visitOfLink } from '../actions/look.ts'
import { freshHall, type Office } from '../actions/office.ts'
import { notePrinter } from '../actions/printer.ts'
import type { Visit } from '../rules/visit.ts'
import { doOwn, Instead, ownFields } from './instead.tsx'
import { codeOf, QrCode } from './qr-code.tsx'
import { linkOf, type SlipTools, slip } from './slip.tsx'
import { TicketNumber } from './ticket.tsx'
import { unknownTicket } from './unknown.tsx'

/** Without a script the page leaves by itself after this long: time enough to read and to answer. */
const CLEARS_SECONDS = 90

type At = {
  readonly office: Office
  readonly tools: SlipTools
  readonly asking: Asking
  readonly visit: Visit
}

/**
 * The slip at a terminal: it prints, asks whether the slip came out, and makes room for the next person. Where none came
 * out the number stands large on the screen, the reception hears of it, and the slip can be printed again; the number
 * exists once.
 */
export const kioskSlipPage = (office: Office, tools: SlipTools): Page => ({
  path: '/kiosk/:kiosk/slip/:link',
  access: 'everyone',
  get: (asking) =>
    known(office, asking, async (visit) => {
      const at = { office, tools, asking, visit }
      return asking.url.searchParams.has('photo') ? photo(at) : printing(at)
    }),
  post: post({
    fields: z.union([ownFields, z.object({ printed: z.enum(['yes', 'no']) })]),
    run: (asking, input) =>
      known(office, asking, async (visit) => {
        if ('do' in input) {
          await doOwn(office, visit, input)
          // What stands on the slip has changed: it is printed anew.
          return redirect(`${asking.url.pathname}?again=${tries(asking)}`)
        }
        const printed = input.printed === 'yes'
        notePrinter(office, id<'kiosk'>(asking.params.kiosk ?? ''), printed)
        return redirect(printed ? startOf(asking) : `${asking.url.pathname}?photo=${tries(asking)}`)
      }),
    again: (asking) => known(office, asking, (visit) => printing({ office, tools, asking, visit })),
  }),
})

const startOf = ({ href, params }: Asking): string =>
  href(`/kiosk/${encodeURIComponent(params.kiosk ?? '')}/`)

/** How often the slip was to be printed; a further try has an address of its own and prints anew. */
function tries({ url }: Asking): number {
  const said = Number(url.searchParams.get('photo') ?? url.searchParams.get('again') ?? 0)
  return Number.isInteger(said) && said >= 0 && said < 100 ? said + 1 : 1
}

async function known(
  office: Office,
  asking: Asking,
  then: (visit: Visit) => Promise<View | Response>,
): Promise<View | Response> {
  const kiosk = office.city().premises.kiosks.some(({ id: name }) => name === asking.params.kiosk)
  const visit = kiosk ? await visitOfLink(office, asking.params.link ?? '') : null
  return visit ? then(visit) : unknownTicket(asking)
}

const fitsToday = async (office: Office, visit: Visit): Promise<boolean> =>
  willBeToday(office, standingInLine(office, await freshHall(office), visit).wait)

async function printing({ office, tools, asking, visit }: At): Promise<View> {
  const { t } = asking
  const body = (
    <div class="stack centred" data-prints>
      <h1 class="no-print">{t('kiosk.take')}</h1>
      <div class="slip-paper laid">{await slip(office, tools, { asking, visit })}</div>
      <form method="post" class="stack no-print">
        <h2>{t('kiosk.printed')}</h2>
        <div class="row middle">
          <Button large name="printed" value="yes" icon="check">
            {t('common.yes')}
          </Button>
          <Button large kind="quiet" name="printed" value="no" icon="x">
            {t('common.no')}
          </Button>
        </div>
      </form>
      {visit.state === 'waiting' && visit.callableFrom === null && !(await fitsToday(office, visit)) && (
        <div class="no-print">
          <Instead office={office} asking={asking} />
        </div>
      )}
    </div>
  )
  return framed(asking, { title: t('kiosk.take'), body, islands: ['print'] })
}

/** No slip came out: number, sign and code large enough for a photograph. */
async function photo({ tools, asking, visit }: At): Promise<View> {
  const { t, url } = asking
  const code = await codeOf(linkOf(tools, asking, visit))
  const body = (
    <div class="stack centred">
      <h1>{t('kiosk.not_printed')}</h1>
      <TicketNumber asking={asking} visit={visit} />
      <QrCode svg={code} label={t('slip.scan')} large />
      <p class="lead">{t('kiosk.photo')}</p>
      <p>{t('kiosk.told')}</p>
      <div class="row middle">
        <LinkButton large href={startOf(asking)} icon="check">
          {t('kiosk.finish')}
        </LinkButton>
        <LinkButton large kind="quiet" icon="printer" href={`${url.pathname}?again=${tries(asking)}`}>
          {t('kiosk.print_again')}
        </LinkButton>
      </div>
    </div>
  )
  return framed(asking, { title: t('kiosk.not_printed'), body })
}

const framed = (asking: Asking, view: View): View => ({
  ...view,
  frame: 'kiosk',
  home: startOf(asking),
  clearsAfter: CLEARS_SECONDS,
})
