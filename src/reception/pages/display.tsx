import { deskById, deskName, packText } from '../../city/index.ts'
import { clockTime, SOURCE } from '../../i18n/index.ts'
import { type Instant, id, instant } from '../../kernel/index.ts'
import { streamAddress } from '../../live/index.ts'
import type { Asking, Page, View } from '../../web/index.ts'
import { Button, CallBoard, CallCard, EmptyState } from '../../web/look/index.ts'
import { counterRanges } from '../actions/counters.ts'
import { boardOf } from '../actions/look.ts'
import { freshHall, type Office } from '../actions/office.ts'
import type { Board } from '../rules/board.ts'
import type { Hall, RecentCall } from '../rules/hall.ts'
import { CalmCard, calmOf, Ranges } from './display-calm.tsx'
import { isHeard, sayingsOf } from './display-say.ts'
import type { SlipTools } from './slip.tsx'
import { unknownTicket } from './unknown.tsx'
import { WayPlan } from './way-plan.tsx'
import { signLook, signName } from './words.ts'

/** The newest call and four older ones leave room for the plan. */
const CALLS_BESIDE_PLAN = 5
/** So few leave room for something worth knowing as well. */
const CALLS_BESIDE_CALM = 3

/** A screen in the hall: who is called, where to. No names, no matter. */
export const displayPage = (office: Office, tools: SlipTools): Page => ({
  path: '/display/:display',
  access: 'everyone',
  get: async (asking) => {
    const display = id<'display'>(asking.params.display ?? '')
    const board = await boardOf(office, display, awaySince(asking))
    return board ? screen({ office, tools, asking, board }) : unknownTicket(asking)
  },
})

/** Since when this screen was without the house, as it says itself on its return. */
function awaySince({ url, now }: Asking): Instant | null {
  const since = Number(url.searchParams.get('away') ?? Number.NaN)
  return since > 0 && since <= now ? instant(since) : null
}

type Screen = {
  readonly office: Office
  readonly tools: SlipTools
  readonly asking: Asking
  readonly board: Board
}

async function screen({ office, tools, asking, board }: Screen): Promise<View> {
  const live = streamAddress(office.hub, asking.href(`/display/${asking.params.display}/live`))
  const { t } = asking
  const city = office.city()
  const hall = await freshHall(office)
  const [newest] = board.shown
  const roomy = newest !== undefined && board.shown.length <= CALLS_BESIDE_PLAN
  const calm = board.shown.length <= CALLS_BESIDE_CALM ? calmOf(city, asking) : null
  const changes = [board.nextChange, calm?.turn.until].filter((at) => at != null)
  const inMilliseconds = changes.length === 0 ? 0 : Math.max(1, Math.min(...changes) - asking.now)
  const ranges =
    roomy || !newest ? await counterRanges(office, id<'display'>(asking.params.display ?? '')) : []
  const body = (
    <div
      class={newest ? (roomy ? 'board-frame roomy' : 'board-frame') : 'board-frame quiet-hall'}
      data-next-change={String(inMilliseconds)}
      data-as-of={String(asking.now)}
    >
      {newest ? (
        <CallBoard>
          {board.shown.map((call) => (
            <Call
              key={call.visit}
              at={{ office, tools, asking, hall }}
              call={call}
              newest={call === newest}
            />
          ))}
        </CallBoard>
      ) : (
        <EmptyState icon="armchair" title={t('display.empty')} />
      )}
      {roomy && (
        <WayPlan
          city={city}
          language={asking.language.code}
          desk={newest.desk}
          label={t('plan.to', { desk: deskById(city, newest.desk)?.name ?? '' })}
        />
      )}
      {calm && <CalmCard calm={calm} />}
      <Ranges city={city} asking={asking} ranges={ranges} />
      <Away office={office} tools={tools} asking={asking} />
    </div>
  )
  return {
    title: t('display.title'),
    body,
    beside: <Beside office={office} asking={asking} waiting={hall.waiting.length} />,
    frame: 'display',
    refresh: 5,
    live,
    islands: ['gong', 'display'],
  }
}

function Beside({
  office,
  asking: { t, now },
  waiting,
}: Pick<Screen, 'office' | 'asking'> & { waiting: number }) {
  return (
    <>
      <p class="board-waiting">{t('display.waiting', { count: waiting })}</p>
      <Button id="sound" type="button" kind="quiet" icon="volume-2" hidden>
        {t('display.sound')}
      </Button>
      <p class="board-age" id="age" hidden>
        {t('ticket.updated', { time: clockTime(now, office.city().zone) })}
      </p>
    </>
  )
}

/** Lies ready for the time when the house cannot be reached: since when, in German and one more language. */
function Away({ office, tools, asking }: Pick<Screen, 'office' | 'tools' | 'asking'>) {
  const { language, now } = asking
  const tongues = [SOURCE, language.code === SOURCE ? 'en' : language.code].map(tools.tongue)
  const time = clockTime(now, office.city().zone)
  return (
    <div class="board-away" id="away" role="alert" hidden>
      {tongues.map((tongue) => (
        <p key={tongue.language.code} lang={tongue.language.code} dir={tongue.language.direction}>
          {tongue.t('display.away', { time })}
        </p>
      ))}
    </div>
  )
}

type CallProps = {
  readonly at: Pick<Screen, 'office' | 'tools' | 'asking'> & { readonly hall: Hall }
  readonly call: RecentCall
  readonly newest: boolean
}

function Call({ at: { office, tools, asking, hall }, call, newest }: CallProps) {
  const { t, language } = asking
  const city = office.city()
  const desk = deskById(city, call.desk)
  const way = desk && {
    icon: city.premises.ways[desk.way] ?? 'map-pin',
    text: packText(city, language.code, { section: 'ways', key: desk.way }),
  }
  const heard = isHeard(city, call)
  return (
    <CallCard
      id={`${call.number}-${call.at}`}
      number={call.number}
      {...signLook(call.number)}
      signLabel={signName(t, call.number)}
      desk={t('display.to', { desk: desk ? deskName(city, language.code, desk) : '' })}
      way={way}
      newest={newest}
      say={
        heard
          ? JSON.stringify(sayingsOf(city, tools, { call, visit: hall.visits.get(call.visit) }))
          : undefined
      }
    />
  )
}
