export { calendarDay, clockTime, weekdayName } from './format.ts'
export { LANGUAGES, type Language, languageOf, matchLanguage, negotiate, SOURCE } from './languages.ts'
export { money } from './money.ts'
export {
  type Catalogue,
  isDraft,
  loadTexts,
  readCatalogue,
  type TextArgs,
  type TextKey,
  type Translate,
} from './texts.ts'
