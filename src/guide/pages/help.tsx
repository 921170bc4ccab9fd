import { z } from 'zod'
import { isRefusal } from '../../kernel/index.ts'
import { IntakeNotice, issueTicket, oneKey } from '../../reception/index.ts'
import { type Asking, type Page, post, redirect, type View } from '../../web/index.ts'
import { Button, HiddenFields, Icon, Notice } from '../../web/look/index.ts'
import { HELP, type HelpKind, isHelpKind } from '../rules.ts'
import { type AtDoor, framed, inside, knownKiosk } from './door.ts'
import { lost } from './lost.tsx'

/** A person at once: one button, no question. */
export const helpPage = (at: AtDoor): Page => ({
  path: `${at.door.prefix}/help/:kind`,
  access: 'everyone',
  get: (asking) => view(at, asking, null),
  post: post({
    fields: z.object({ key: oneKey }),
    run: async (asking, { key }) => {
      const kind = asking.params.kind ?? ''
      if (!isHelpKind(kind) || !knownKiosk(at, asking)) return lost(asking)
      const issued = await issueTicket(at.office, {
        concerns: [at.office.city().orientation],
        arrival: at.door.arrival,
        partySize: 1,
        readingLanguage: asking.language.code,
        spokenLanguage: spokenLike(at, asking.language.code),
        needs: HELP[kind].needs,
        scope: `door:${at.door.arrival}`,
        key,
      })
      if (isRefusal(issued)) return view(at, asking, issued.key as 'error.intake_stopped')
      return redirect(ticketAddress(at, asking, issued.visit.secret))
    },
    again: async (asking) => view(at, asking, 'error.form_old'),
  }),
})

const spokenLike = (at: AtDoor, language: string): string =>
  at.office.city().spokenLanguages.some((spoken) => spoken.code === language) ? language : 'de'

/** Where a new number leads: the own page on a phone, the slip at a terminal. */
export const ticketAddress = (at: AtDoor, asking: Asking, secret: string): string =>
  at.door.arrival === 'kiosk'
    ? (inside(at, asking, `/slip/${secret}`).split('?')[0] ?? '')
    : asking.href(`/ticket/${secret}`)

function view(at: AtDoor, asking: Asking, error: 'error.form_old' | 'error.intake_stopped' | null): View {
  const { t } = asking
  const kind = asking.params.kind ?? ''
  if (!isHelpKind(kind) || !knownKiosk(at, asking)) return lost(asking)
  const title = t(`help.${kind}.title` satisfies `help.${HelpKind}.title`)
  const body = (
    <div class="stack">
      <div class="emblem">
        <Icon name={HELP[kind].icon} />
      </div>
      <h1>{title}</h1>
      {error && (
        <Notice tone="alarm">
          <p>{t(error)}</p>
        </Notice>
      )}
      <IntakeNotice office={at.office} t={t} />
      <p class="lead">{t(`help.${kind}.text`)}</p>
      <form method="post">
        <HiddenFields values={{ key: asking.formKey() }} />
        <Button large wide icon="hand-heart">
          {t('help.button')}
        </Button>
      </form>
      <p>
        <a href={inside(at, asking, '/')}>{t('common.start_again')}</a>
      </p>
    </div>
  )
  return framed(at, asking, { title, body, status: error ? 422 : 200, discreet: kind === 'alone' })
}
