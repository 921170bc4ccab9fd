import type { ComponentChild } from 'preact'
import type { Office } from '../../reception/index.ts'
import type { Asking } from '../../web/index.ts'
import { LinkButton, Notice } from '../../web/look/index.ts'
import { Hours } from './hours.tsx'

type OnThePhoneProps = {
  readonly at: { readonly office: Office }
  readonly asking: Asking
  /** Where the next call begins. */
  readonly start: string
  readonly children: ComponentChild
}

/** Around a page of the guide that a clerk reads to a caller: what may be read out, and no field to note anything in. */
export const OnThePhone = ({ at, asking, start, children }: OnThePhoneProps) => (
  <div class="stack">
    <Notice icon="shield">
      <p>{asking.t('hotline.privacy')}</p>
    </Notice>
    <div class="row apart">
      <p class="strong">{asking.t('hotline.title')}</p>
      <LinkButton kind="quiet" icon="phone" href={start}>
        {asking.t('hotline.next')}
      </LinkButton>
    </div>
    <div class="card aloud">
      <p class="quiet">{asking.t('hotline.aloud')}</p>
      {children}
    </div>
    <Hours office={at.office} asking={asking} />
  </div>
)
