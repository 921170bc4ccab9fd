import { deskById, deskName, packText } from '../../city/index.ts'
import { id } from '../../kernel/index.ts'
import { streamAddress } from '../../live/index.ts'
import type { Asking, Page, View } from '../../web/index.ts'
import { Button, CallBoard, CallCard, EmptyState } from '../../web/look/index.ts'
import { boardOf } from '../actions/look.ts'
import { freshHall, type Office } from '../actions/office.ts'
import type { Board } from '../rules/board.ts'
import type { RecentCall } from '../rules/hall.ts'
import { unknownTicket } from './unknown.tsx'
import { WayPlan } from './way-plan.tsx'
import { signLook, signName } from './words.ts'

/** The newest call and four older ones leave room for the plan. */
const CALLS_BESIDE_PLAN = 5

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
  const live = streamAddress(office.hub, asking.href(`/display/${asking.params.display}/live`))
  const { t } = asking
  const hall = await freshHall(office)
  const [newest] = board.shown
  const roomy = newest !== undefined && board.shown.length <= CALLS_BESIDE_PLAN
  const inMilliseconds = board.nextChange === null ? 0 : Math.max(1, board.nextChange - asking.now)
  const body = (
    <div
      class={roomy ? 'board-frame roomy' : 'board-frame'}
      data-next-change={String(inMilliseconds)}
      aria-live="polite"
    >
      {newest ? (
        <CallBoard>
          {board.shown.map((call) => (
            <Call key={call.visit} office={office} asking={asking} call={call} newest={call === newest} />
          ))}
        </CallBoard>
      ) : (
        <EmptyState icon="armchair" title={t('display.empty')} />
      )}
      {roomy && (
        <WayPlan
          city={office.city()}
          language={asking.language.code}
          desk={newest.desk}
          label={t('plan.to', { desk: deskById(office.city(), newest.desk)?.name ?? '' })}
        />
      )}
    </div>
  )
  const beside = (
    <>
      <p class="board-waiting">{t('display.waiting', { count: hall.waiting.length })}</p>
      <Button id="sound" type="button" kind="quiet" icon="volume-2" hidden>
        {t('display.sound')}
      </Button>
    </>
  )
  return {
    title: t('display.title'),
    body,
    beside,
    frame: 'display',
    refresh: 5,
    live,
    islands: ['gong'],
  }
}

type CallProps = {
  readonly office: Office
  readonly asking: Asking
  readonly call: RecentCall
  readonly newest: boolean
}

function Call({ office, asking: { t, language }, call, newest }: CallProps) {
  const city = office.city()
  const desk = deskById(city, call.desk)
  const way = desk && {
    icon: city.premises.ways[desk.way] ?? 'map-pin',
    text: packText(city, language.code, { section: 'ways', key: desk.way }),
  }
  return (
    <CallCard
      id={`${call.number}-${call.at}`}
      number={call.number}
      {...signLook(call.number)}
      signLabel={signName(t, call.number)}
      desk={t('display.to', { desk: desk ? deskName(city, language.code, desk) : '' })}
      way={way}
      newest={newest}
    />
  )
}
