import type { Office } from '../reception/index.ts'
import type { Page } from '../web/index.ts'
import { concernPage } from './pages/concern.tsx'
import { KIOSK, PHONE } from './pages/door.ts'
import { findPage } from './pages/find.tsx'
import { helpPage } from './pages/help.tsx'
import { numberPage } from './pages/number.tsx'
import { startPage } from './pages/start.tsx'
import { groupPage, topicPage } from './pages/topic.tsx'

/** The guide behind both doors: on the own phone and at a terminal. */
export const guidePages = (office: Office): Page[] =>
  [PHONE, KIOSK].flatMap((door) => {
    const at = { office, door }
    return [
      startPage(at),
      findPage(at),
      topicPage(at),
      groupPage(at),
      concernPage(at),
      helpPage(at),
      numberPage(at),
    ]
  })
