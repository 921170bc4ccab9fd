import { z } from 'zod'
import { clockTime } from '../../i18n/index.ts'
import { id } from '../../kernel/index.ts'
import { type Asking, type Page, post, redirect } from '../../web/index.ts'
import { Button, HiddenFields, Notice } from '../../web/look/index.ts'
import type { Office } from '../actions/office.ts'
import { notePrinter, silentPrinters } from '../actions/printer.ts'

const PATH = '/staff/reception/printer'

/** The button of the staff after they have seen to a printer; it leads back to the hall. */
export const printerPage = (office: Office): Page => {
  const back = (asking: Asking) => redirect(asking.href('/staff/reception'))
  return {
    path: PATH,
    access: 'staff',
    get: back,
    post: post({
      fields: z.object({ kiosk: z.string().max(100) }),
      run: async (asking, { kiosk }) => {
        notePrinter(office, id<'kiosk'>(kiosk), true)
        return back(asking)
      },
      again: async (asking) => back(asking),
    }),
  }
}

/** Which terminals give no slip, for the page of the hall. */
export const Printers = ({ office, asking: { t, href } }: { office: Office; asking: Asking }) => (
  <>
    {silentPrinters(office).map(({ kiosk, name, since }) => (
      <Notice key={kiosk} tone="now" icon="printer">
        <form method="post" action={href(PATH)} class="row apart">
          <div>
            <p class="strong">
              {t('reception.printer', { kiosk: name, time: clockTime(since, office.city().zone) })}
            </p>
            <p>{t('reception.printer_text')}</p>
          </div>
          <HiddenFields values={{ kiosk }} />
          <Button kind="quiet">{t('reception.printer_fixed')}</Button>
        </form>
      </Notice>
    ))}
  </>
)
