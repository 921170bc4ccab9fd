// A real browser for the journeys.
import { type Browser, chromium, type Page } from 'playwright-core'
import { chromiumFiles, missingLibraries } from './chromium-files.ts'

// Only what runs as root in a container needs, and what keeps the browser from calling home: web security stays on.
const FLAGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  '--disable-gpu',
]

/** Starts the browser. @throws naming each system library that is missing, when that is why it does not start. */
export async function openBrowser(): Promise<Browser> {
  const files = chromiumFiles()
  const { executable: executablePath, env } = files
  try {
    return await chromium.launch({ executablePath, env, args: FLAGS, headless: true, chromiumSandbox: false })
  } catch (error) {
    const missing = missingLibraries(files)
    if (missing.length === 0) throw error
    throw new Error(`The browser needs system libraries that this machine lacks: ${missing.join(', ')}`, {
      cause: error,
    })
  }
}

/** Opens a browser for `work` and closes it afterwards, whatever happens. */
export async function withBrowser<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await openBrowser()
  try {
    return await work(browser)
  } finally {
    await browser.close()
  }
}

export type Visitor = {
  /** Size of the screen in CSS pixels. */
  readonly width: number
  readonly height: number
  /** What the browser asks for: a language tag such as `de` or `ar`. */
  readonly lang: string
  readonly javaScript: boolean
  readonly dark?: boolean
}

/** A page of a visitor's own: no cookie or cache shared with another. `page.context().close()` ends it. */
export async function newPage(browser: Browser, visitor: Visitor): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: visitor.width, height: visitor.height },
    locale: visitor.lang,
    timezoneId: 'Europe/Berlin',
    javaScriptEnabled: visitor.javaScript,
    colorScheme: visitor.dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  })
  return context.newPage()
}
