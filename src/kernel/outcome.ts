/** Why something was not done. `code` decides the status, `key` names the sentence for the person (in `locales/`). */
export type Refusal = {
  readonly refused: true
  readonly code: 'invalid' | 'not_found' | 'wrong_state' | 'forbidden' | 'conflict'
  readonly key: string
  readonly args?: Readonly<Record<string, string | number>>
}

export type Outcome<T> = T | Refusal

export const refuse = (
  code: Refusal['code'],
  key: string,
  args?: Readonly<Record<string, string | number>>,
): Refusal => (args ? { refused: true, code, key, args } : { refused: true, code, key })

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && (value as { refused?: unknown }).refused === true
