import { deskById } from '../../city/index.ts'
import { LANGUAGES, type Language, languageOf, matchLanguage, type Translate } from '../../i18n/index.ts'
import { id } from '../../kernel/index.ts'
import type { Asking, Page, View } from '../../web/index.ts'
import { LinkButton } from '../../web/look/index.ts'
import { freshHall, type Office } from '../actions/office.ts'
import type { Visit } from '../rules/visit.ts'
import { unknownTicket } from './unknown.tsx'

/** Texts of the house in any language: a phrase stands in two. */
export type Tongues = { readonly texts: (language: Language) => Translate }

/** Hard moments at a desk, in the order of a talk. Each is a text `phrase.<name>`. */
export const PHRASES = [
  'welcome',
  'time',
  'not_understood',
  'interpreter',
  'wait',
  'missing',
  'come_again',
  'not_mine',
  'bad_news',
  'sorry',
  'calm',
  'pause',
  'thanks',
  'goodbye',
] as const
export type Phrase = (typeof PHRASES)[number]

/** Plain sentences to show on a screen that is turned to the visitor: German and her language, nothing of the case. */
export const phrasesPage = (office: Office, tongues: Tongues): Page => ({
  path: '/staff/desk/:desk/phrases',
  access: 'staff',
  get: async (asking) => {
    const desk = deskById(office.city(), asking.params.desk ?? '')
    if (!desk) return { ...unknownTicket(asking), frame: 'staff' }
    const hall = await freshHall(office)
    const language =
      languageOf(asking.url.searchParams.get('in') ?? '') ?? tongueFor(hall.atDesk.get(desk.id))
    const said = PHRASES.find((one) => one === asking.url.searchParams.get('say')) ?? null
    return phrases({ asking, desk: id<'desk'>(desk.id), language, said, tongues })
  },
})

/** What whoever is at the desk speaks, else what she reads; without anybody German. */
function tongueFor(visit: Visit | undefined): Language {
  const german = languageOf('de') as Language
  if (!visit) return german
  return matchLanguage(visit.spokenLanguage) ?? languageOf(visit.readingLanguage) ?? german
}

type Shown = {
  readonly asking: Asking
  readonly desk: string
  readonly language: Language
  readonly said: Phrase | null
  readonly tongues: Tongues
}

function phrases(shown: Shown): View {
  const { asking, desk, said, language, tongues } = shown
  const { t, href } = asking
  const german = tongues.texts(languageOf('de') as Language)
  const hers = tongues.texts(language)
  const address = (phrase: Phrase | null, code: string) =>
    href(`/staff/desk/${desk}/phrases?in=${code}${phrase ? `&say=${phrase}` : ''}`)
  const body = (
    <div class="stack">
      {said ? (
        <Said german={german(`phrase.${said}`)} hers={hers(`phrase.${said}`)} language={language} />
      ) : (
        <h1>{t('phrases.title')}</h1>
      )}
      <p>
        <LinkButton kind="quiet" icon="armchair" shortcut="s" href={href(`/staff/desk/${desk}`)}>
          {t('phrases.back')}
        </LinkButton>
      </p>
      <ul class="phrases plain">
        {PHRASES.map((phrase) => (
          <li key={phrase}>
            <a href={address(phrase, language.code)} aria-current={phrase === said ? 'true' : undefined}>
              <span lang="de" dir="ltr">
                {german(`phrase.${phrase}`)}
              </span>
              {language.code !== 'de' && (
                <span class="quiet" lang={language.code} dir={language.direction}>
                  {hers(`phrase.${phrase}`)}
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
      <Languages label={t('phrases.language')} chosen={language} address={(code) => address(said, code)} />
    </div>
  )
  // No alarm stands here, whoever looks: this screen is turned to a visitor.
  return { title: t('phrases.title'), body, frame: 'staff', islands: ['keys'] }
}

type SaidProps = { readonly german: string; readonly hers: string; readonly language: Language }

/** One phrase, large enough to be read across the desk. */
const Said = ({ german, hers, language }: SaidProps) => (
  <section class="said stack" id="said">
    {language.code !== 'de' && (
      <p class="said-hers" lang={language.code} dir={language.direction}>
        {hers}
      </p>
    )}
    <h1 class={language.code === 'de' ? 'said-hers' : 'said-german'} lang="de" dir="ltr">
      {german}
    </h1>
  </section>
)

type LanguagesProps = {
  readonly label: string
  readonly chosen: Language
  readonly address: (code: string) => string
}

const Languages = ({ label, chosen, address }: LanguagesProps) => (
  <nav aria-label={label}>
    <ul class="row plain tongues-row">
      {LANGUAGES.map(({ code, name, direction }) => (
        <li key={code}>
          <a
            class="button quiet"
            lang={code}
            dir={direction}
            href={address(code)}
            aria-current={code === chosen.code ? 'true' : undefined}
          >
            {name}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
