import type { Office } from '../reception/index.ts'
import type { Page } from '../web/index.ts'
import { concernPage } from './pages/concern.tsx'
import { type AtDoor, HOTLINE, KIOSK, PHONE } from './pages/door.ts'
import { findPage } from './pages/find.tsx'
import { helpPage } from './pages/help.tsx'
import { numberPage } from './pages/number.tsx'
import { startPage } from './pages/start.tsx'
import { groupPage, topicPage } from './pages/topic.tsx'

/** The guide behind its doors: on the own phone, at a terminal, and for a clerk who reads it to a caller. */
export const guidePages = (office: Office, publicUrl: string | null): Page[] =>
  [PHONE, KIOSK, HOTLINE].flatMap((door) => {
    const at: AtDoor = { office, door, publicUrl }
    const questions = [startPage(at), findPage(at), topicPage(at), groupPage(at), concernPage(at)]
    return door.gives ? [...questions, helpPage(at), numberPage(at)] : questions
  })
