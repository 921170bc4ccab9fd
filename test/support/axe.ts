import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'

const SOURCE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

type Found = { id: string; help: string; nodes: { target: unknown; summary: string | undefined }[] }

/**
 * What stands in the way of people with disabilities on this page: rule, place and help, one line each.
 * Evaluated by the debugger, so a strict content security policy stays on; the page must allow JavaScript.
 */
export async function violations(page: Page): Promise<string[]> {
  // Once for a page, however often it is looked at: reading the rules takes longer than using them.
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(`${SOURCE};undefined`)
  const found = await page.evaluate<Found[], string[]>(async (rules) => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
    const results = await axe.run(document, {
      runOnly: { type: 'tag', values: rules },
      resultTypes: ['violations'],
      // Only rules that are not asked for read the style sheets again.
      preload: { assets: ['media'] },
    })
    return results.violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map(({ target, failureSummary }) => ({ target, summary: failureSummary })),
    }))
  }, RULES)
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, summary = '' }) => `${id} at ${JSON.stringify(target)}: ${help}. ${oneLine(summary)}`,
    ),
  )
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
