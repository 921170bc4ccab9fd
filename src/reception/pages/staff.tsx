import { createHash } from 'node:crypto'
import type { TextKey, Translate } from '../../i18n/index.ts'
import type { DeskId } from '../../kernel/index.ts'
import { isRefusal, type Outcome } from '../../kernel/index.ts'
import type { Account, Asking, View } from '../../web/index.ts'
import { LinkButton, Notice } from '../../web/look/index.ts'
import type { Asker } from '../actions/change.ts'
import type { Office } from '../actions/office.ts'

/** The signed-in account; staff pages are never shown without one. */
export function accountOf(asking: Asking): Account {
  if (!asking.account) throw new Error('a staff page was shown to nobody')
  return asking.account
}

/** Whom the journal names: the role, never the person. The key belongs to the account, which cannot be read from it. */
export const askerOf = (asking: Asking, key: string | null): Asker => ({
  role: accountOf(asking).role,
  scope: 'staff',
  key: key === null ? null : ownKey(asking, key),
})

/** The key of a form as one account sends it: two accounts never meet, and nobody can tell later which one it was. */
export const ownKey = (asking: Asking, key: string): string =>
  createHash('sha256')
    .update(`${accountOf(asking).id} ${key}`)
    .digest('base64url')

/** The desk where this account sits now, or null. */
export const ownDesk = (office: Office, asking: Asking): DeskId | null => deskOf(office, accountOf(asking))

export function deskOf(office: Office, account: Account): DeskId | null {
  for (const state of office.memory.desks.values())
    if (state.open && state.sitter === account.id) return state.id
  return null
}

/** The sentence of a refusal, or null when it was none. */
export const refusalKey = (outcome: Outcome<unknown>): TextKey | null =>
  isRefusal(outcome) ? (outcome.key as TextKey) : null

/** A page for others: says so in plain words, and whom to ask. */
export const notForYou = ({ t, href }: Asking, why: TextKey): View => ({
  title: t('staff.not_for_you'),
  frame: 'staff',
  status: 403,
  body: (
    <div class="stack">
      <h1>{t('staff.not_for_you')}</h1>
      <p class="lead">{t(why)}</p>
      <p>
        <LinkButton href={href('/staff/reception')}>{t('staff.nav.reception')}</LinkButton>
      </p>
    </div>
  ),
})

export function Refused({ t, problem }: { t: Translate; problem: TextKey | null }) {
  if (!problem) return null
  return (
    <div id="errors" tabIndex={-1} autofocus>
      <Notice tone="alarm">
        <p>{t(problem)}</p>
      </Notice>
    </div>
  )
}
