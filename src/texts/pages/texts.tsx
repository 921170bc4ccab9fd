import type { City } from '../../city/index.ts'
import { CATALOGUES, inOrder } from '../../i18n/index.ts'
import type { Asking, Page, View } from '../../web/index.ts'
import { type TextState, textState } from '../rules.ts'

/** How many keys are named; the others are in the file. */
const NEWEST = 8

/** The state of every language: how much somebody has checked, who, and what came last. */
export const textsPage = (city: () => City): Page => ({
  path: '/staff/texts',
  access: 'staff',
  get: (asking) => view(city(), asking),
})

/** Every language in the order of the pack. */
export function textStates(city: City): TextState[] {
  const order = inOrder(city.languages).map(({ code }) => code)
  return CATALOGUES.map((catalogue) => textState(catalogue, city.texts)).sort(
    (a, b) => order.indexOf(a.language) - order.indexOf(b.language),
  )
}

function view(city: City, asking: Asking): View {
  const { t } = asking
  const body = (
    <div class="stack">
      <h1>{t('texts.title')}</h1>
      <p>{t('texts.lead')}</p>
      <ul class="tiles">
        {textStates(city).map((state) => (
          <li key={state.language} class="card stack tight">
            <Language asking={asking} state={state} />
          </li>
        ))}
      </ul>
    </div>
  )
  return { title: t('texts.title'), body, frame: 'staff' }
}

function Language({ asking: { t }, state }: { asking: Asking; state: TextState }) {
  const { language, name, checked, texts, by, unchecked, pack } = state
  return (
    <>
      <h2>
        <bdi lang={language}>{name}</bdi>
      </h2>
      <p>{t('texts.count', { checked, all: texts })}</p>
      {pack && <p class="quiet">{t('texts.pack', { state: t(`texts.state.${pack}`) })}</p>}
      {Object.entries(by).map(([who, count]) => (
        <p key={who} class="quiet">
          {t('texts.by', { who: `${who} (${count})` })}
        </p>
      ))}
      {unchecked.length > 0 && (
        <details>
          <summary>{t('texts.newest')}</summary>
          <ul class="bullets">
            {unchecked.slice(0, NEWEST).map((key) => (
              <li key={key}>
                <bdi lang="en">{key}</bdi>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
