import assert from 'node:assert/strict'
import { test } from 'node:test'
import { htmlMistakes } from './html.ts'
import { pictureFile } from './pictures.ts'

const page = (body: string) =>
  `<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>Halle</title></head><body>${body}</body></html>`

test('a sound page has no mistakes', async () => {
  const body =
    '<main><h1>Halle</h1><form><label for="n">Anzahl</label><input id="n" name="n"><button type="submit">Weiter</button></form></main>'
  assert.deepEqual(await htmlMistakes(page(body)), [])
})

test('a field without a label, a double id and a broken nesting are named with their place', async () => {
  const mistakes = await htmlMistakes(
    page('<h1 id="a">A</h1><input type="text" id="b" name="b"><p id="a"><div>x</div></p>'),
  )
  assert.ok(
    mistakes.some((line) => /^1:\d+ input-missing-label/.test(line)),
    mistakes.join('\n'),
  )
  assert.ok(
    mistakes.some((line) => line.includes('no-dup-id')),
    mistakes.join('\n'),
  )
  assert.ok(
    mistakes.some((line) => line.includes('close-order')),
    mistakes.join('\n'),
  )
})

test('an inline style, which the content security policy would drop, is a mistake', async () => {
  const mistakes = await htmlMistakes(page('<p style="color:red">x</p>'))
  assert.ok(
    mistakes.some((line) => line.includes('no-inline-style')),
    mistakes.join('\n'),
  )
})

test('a picture has the page, the language and the width in its name and stays in its folder', () => {
  assert.match(pictureFile({ name: 'ticket', lang: 'ar' }, 390), /docs\/pictures\/ticket-ar-390\.png$/)
  assert.throws(() => pictureFile({ name: '../x', lang: 'de' }, 390), /No name/)
})
