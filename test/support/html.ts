import { HtmlValidate } from 'html-validate'

// What a reader never sees is left to the renderer: quotes, self-closing, order and spelling of markup.
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    'attr-quotes': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'doctype-style': 'off',
    // Several answers under one name are a list.
    'form-dup-name': 'off',
    'long-title': 'off',
    'no-implicit-input-type': 'off',
    'input-missing-label': 'error',
    // Live pages without JavaScript fetch themselves again every 30 s and offer a link that ends it.
    'meta-refresh': 'off',
    // A telephone number may break on a narrow phone; spelling it out is the texts' business.
    'tel-non-breaking': 'off',
    'valid-id': ['error', { relaxed: true }],
    'no-trailing-whitespace': 'off',
    'no-inline-style': 'error',
    'prefer-tbody': 'off',
    'require-sri': 'off',
    'void-style': 'off',
    // `role="list"` gives a list without bullets its meaning back in Safari.
    'no-redundant-role': 'off',
  },
})

/** Mistakes in a page as the server sends it, one line each: place, rule and what is wrong. */
export async function htmlMistakes(html: string): Promise<string[]> {
  const report = await validator.validateString(html)
  return report.results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`),
  )
}
