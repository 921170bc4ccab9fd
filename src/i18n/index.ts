export { type Catalogue, type Language, readCatalogues, SOURCE } from './catalogues.ts'
export { calendarDay, clockTime, weekdayName } from './format.ts'
export {
  CATALOGUES,
  inOrder,
  LANGUAGES,
  languageOf,
  makeTongues,
  matchLanguage,
  negotiate,
  type Tongues,
} from './languages.ts'
export { money } from './money.ts'
export { loadTexts, type TextArgs, type TextKey, type Translate, uncheckedKeys } from './texts.ts'
