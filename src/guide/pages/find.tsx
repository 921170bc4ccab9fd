import { type City, concernById } from '../../city/index.ts'
import type { Asking, Page, View } from '../../web/index.ts'
import { Button, ChoiceLinks, EmptyState, Field, HiddenFields } from '../../web/look/index.ts'
import { found } from '../actions.ts'
import { type AtDoor, answerAddress, concernTitle, framed, inside, knownKiosk } from './door.ts'
import { lost } from './lost.tsx'
import { nothingFits } from './nothing-fits.ts'
import { HelperCard } from './places.tsx'

/** What somebody looks for in her own words. Nothing typed is kept; it stands in the address and in no log. */
export const findPage = (at: AtDoor): Page => ({
  path: `${at.door.prefix}/find`,
  access: at.door.access,
  get: (asking) => (knownKiosk(at, asking) ? results(at, asking) : lost(asking)),
})

/** The field to type in, on the first page and above what was found. Works without JavaScript. */
export function FindField({ at, asking }: { at: AtDoor; asking: Asking }) {
  const { t, url } = asking
  return (
    <form class="find-row" method="get" action={inside(at, asking, '/find').split('?')[0]}>
      <HiddenFields values={{ c: url.searchParams.getAll('c') }} />
      <Field
        name="q"
        type="search"
        label={t('find.label')}
        hint={t('find.hint')}
        value={url.searchParams.get('q') ?? undefined}
        autocomplete="off"
        spellcheck={false}
      />
      <Button kind="quiet" icon="search">
        {t('find.button')}
      </Button>
    </form>
  )
}

function results(at: AtDoor, asking: Asking): View {
  const { t, language, url } = asking
  const city = at.office.city()
  const query = url.searchParams.get('q')?.trim() ?? ''
  const hits = query === '' ? [] : found(city, language.code, query)
  const concerns = idsOf(hits, 'concern')
  const body = (
    <div class="stack">
      <h1>{t('find.title')}</h1>
      <FindField at={at} asking={asking} />
      {query !== '' && hits.length === 0 && <EmptyState title={t('find.none')} text={t('find.none_text')} />}
      {concerns.length > 0 && <h2>{t('find.results')}</h2>}
      <ChoiceLinks
        items={[
          ...concerns.map((concern) => ({
            href: answerAddress(at, asking, concern),
            icon: iconOf(city, concern),
            label: concernTitle(city, asking, concern),
          })),
          ...(at.door.gives ? [nothingFits(at, asking)] : []),
        ]}
      />
      <Helpers city={city} asking={asking} helpers={idsOf(hits, 'partner').concat(idsOf(hits, 'place'))} />
      <p>
        <a href={inside(at, asking, '/')}>{t('common.start_again')}</a>
      </p>
    </div>
  )
  const discreet = concerns.some((concern) => concernById(city, concern)?.discreet)
  return framed(at, asking, { title: t('find.title'), body, discreet })
}

function Helpers({ city, asking, helpers }: { city: City; asking: Asking; helpers: readonly string[] }) {
  if (helpers.length === 0) return null
  return (
    <section class="stack tight">
      <h2>{asking.t('find.also')}</h2>
      {helpers.map((helper) => (
        <HelperCard key={helper} city={city} asking={asking} helper={helper} />
      ))}
    </section>
  )
}

const idsOf = (hits: readonly string[], kind: string): string[] =>
  hits.filter((hit) => hit.startsWith(`${kind}/`)).map((hit) => hit.slice(kind.length + 1))

const iconOf = (city: City, concern: string): string =>
  city.guide.find(({ groups }) => groups.some((group) => group.concerns.some((one) => one === concern)))
    ?.icon ?? 'circle-help'
