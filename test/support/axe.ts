import axe from 'axe-core'
import type { Page } from 'playwright-core'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

type Found = { id: string; help: string; nodes: { target: unknown; summary: string | undefined }[] }

/**
 * What stands in the way of people with disabilities on this page: rule, place and help, one line each.
 * Evaluated by the debugger, so a strict content security policy stays on; the page must allow JavaScript.
 */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(`${axe.source};undefined`)
  const found = await page.evaluate<Found[], string[]>(async (rules) => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
    const results = await axe.run(document, {
      runOnly: { type: 'tag', values: rules },
      resultTypes: ['violations'],
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
