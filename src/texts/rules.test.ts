import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Catalogue } from '../i18n/index.ts'
import { textState } from './rules.ts'

const turkish: Catalogue = {
  language: { code: 'tr', name: 'Türkçe', direction: 'ltr', intl: 'tr' },
  aliases: [],
  state: 'draft',
  checked: { 'common.back': 'Sprachmittlung', 'common.no': 'Sprachmittlung' },
  texts: { 'common.back': 'Geri', 'common.yes': 'Evet', 'common.no': 'Hayır', 'common.skip': 'Geç' },
}

describe('the state of a language', () => {
  it('counts what somebody checked, by her role', () => {
    const { texts, checked, by } = textState(turkish, {})
    assert.deepEqual({ texts, checked, by }, { texts: 4, checked: 2, by: { Sprachmittlung: 2 } })
  })

  it('names what waits, the newest first', () =>
    assert.deepEqual(textState(turkish, {}).unchecked, ['common.skip', 'common.yes']))

  it('needs nobody for the source', () => {
    const { checked, unchecked } = textState({ ...turkish, state: 'source', checked: {} }, {})
    assert.deepEqual({ checked, unchecked }, { checked: 4, unchecked: [] })
  })

  it('knows whether the city has texts in it', () => {
    assert.equal(textState(turkish, {}).pack, null)
    assert.equal(textState(turkish, { tr: { state: 'draft' } as never }).pack, 'draft')
  })
})
