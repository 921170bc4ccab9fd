import { sql } from 'kysely'
import type { Tx } from '../../db/index.ts'
import type { Instant } from '../../kernel/index.ts'
import { asDate } from './rows.ts'

/** The answer given under this key, with the content it was given for; null when the key is new. */
export async function answered(
  tx: Tx,
  scope: string,
  key: string,
): Promise<{ content: string; answer: unknown } | null> {
  const row = await tx
    .selectFrom('answered')
    .select(['content', 'answer'])
    .where('scope', '=', scope)
    .where('key', '=', key)
    .executeTakeFirst()
  return row ?? null
}

/** Keeps an answer. False when the key was taken meanwhile. */
export async function keepAnswer(
  tx: Tx,
  kept: { scope: string; key: string; content: string; answer: unknown; at: Instant },
): Promise<boolean> {
  const { rows } = await sql<{ key: string }>`insert into answered (scope, key, content, answer, at)
    values (${kept.scope}, ${kept.key}, ${kept.content}, ${JSON.stringify(kept.answer)}::jsonb, ${asDate(kept.at)})
    on conflict do nothing returning key`.execute(tx)
  return rows.length === 1
}

/** Keys serve for a day; older answers go. */
export async function forgetAnswers(tx: Tx, before: Instant): Promise<void> {
  await tx.deleteFrom('answered').where('at', '<', asDate(before)).execute()
}
