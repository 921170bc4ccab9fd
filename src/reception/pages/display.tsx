import { deskById, packText } from '../../city/index.ts'
import { clockTime } from '../../i18n/index.ts'
import { id } from '../../kernel/index.ts'
import type { Asking, Page, View } from '../../web/index.ts'
import { Sign } from '../../web/view/index.ts'
import { boardOf } from '../actions/look.ts'
import { freshHall, type Office } from '../actions/office.ts'
import type { Board } from '../rules/board.ts'
import type { RecentCall } from '../rules/hall.ts'
import { unknownTicket } from './unknown.tsx'
import { signLook, signName } from './words.ts'

/** A screen in the hall: who is called, where to. No names, no matter. */
export const displayPage = (office: Office): Page => ({
  path: '/display/:display',
  access: 'everyone',
  get: async (asking) => {
    const display = id<'display'>(asking.params.display ?? '')
    const board = await boardOf(office, display)
    return board ? screen(office, asking, board) : unknownTicket(asking)
  },
})

async function screen(office: Office, asking: Asking, board: Board): Promise<View> {
  const { t } = asking
  const hall = await freshHall(office)
  const inMilliseconds = board.nextChange === null ? 0 : Math.max(1, board.nextChange - asking.now)
  const body = (
    <>
      <h1 class="hidden-words">{t('display.title')}</h1>
      {board.shown.length === 0 ? (
        <p class="board-empty">{t('display.empty')}</p>
      ) : (
        <ol class="board" aria-live="polite">
          {board.shown.map((call, i) => (
            <Call key={call.visit} office={office} asking={asking} call={call} newest={i === 0} />
          ))}
        </ol>
      )}
      <p class="display-foot" data-next-change={String(inMilliseconds)}>
        <bdi>{clockTime(asking.now, office.city().zone)}</bdi> ·{' '}
        {t('display.waiting', { count: hall.waiting.length })}
      </p>
    </>
  )
  return {
    title: t('display.title'),
    body,
    frame: 'display',
    refresh: 5,
    live: asking.href(`/display/${asking.params.display}/live`),
    islands: ['gong'],
  }
}

type CallProps = { office: Office; asking: Asking; call: RecentCall; newest: boolean }

function Call({ office, asking: { t, language }, call, newest }: CallProps) {
  const city = office.city()
  const desk = deskById(city, call.desk)
  return (
    <li class={newest ? 'newest' : ''} data-call={`${call.number}-${call.at}`}>
      <Sign look={signLook(call.number)} label={signName(t, call.number)} />
      <span class="number">{call.number}</span>
      <span class="to">
        {t('display.to', { desk: desk?.name ?? '' })}
        <span class="way">{desk && packText(city, language.code, { section: 'ways', key: desk.way })}</span>
      </span>
    </li>
  )
}
