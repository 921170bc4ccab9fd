import type { Page } from '../web/index.ts'
import { accessibilityPages, type StatementHouse } from './pages/accessibility.tsx'
import { imprintPages } from './pages/imprint.tsx'
import { type PrivacyHouse, privacyPages } from './pages/privacy.tsx'

/** What the law asks a public body to say about its pages. */
export const noticePages = (house: StatementHouse & PrivacyHouse): Page[] => [
  ...accessibilityPages(house),
  ...privacyPages(house),
  ...imprintPages(house),
]
