import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { pathToFileURL } from 'node:url'
import {
  calendarDay,
  inOrder,
  LANGUAGES,
  type Language,
  languageOf,
  loadTexts,
  makeTongues,
  matchLanguage,
  negotiate,
  readCatalogues,
  type Translate,
} from '../../src/i18n/index.ts'
import { krefeld, MONDAY_TEN, root } from '../support/house.ts'

const german = languageOf('de') as Language
const arabic = languageOf('ar') as Language
const farsi = languageOf('fa') as Language

describe('the choice of a language', () => {
  const chosen = (header: string) => negotiate(header).code
  it('follows what the browser asks for, in its order of preference', () => {
    assert.equal(chosen('ar-SY,ar;q=0.9,en;q=0.5'), 'ar')
    assert.equal(chosen('en;q=0.2, tr;q=0.8'), 'tr')
    assert.equal(chosen('xx, fr;q=0.1'), 'fr')
    assert.equal(chosen(''), 'de')
    assert.equal(chosen('de;q=0, en'), 'en')
  })

  it('leads ku and ku-TR to Kurmancî, Dari and Persian to Farsi, but never Sorani to Kurmancî', () => {
    for (const tag of ['ku', 'ku-TR', 'kmr']) assert.equal(matchLanguage(tag)?.code, 'kmr')
    for (const tag of ['prs', 'pes', 'fa-AF', 'fa']) assert.equal(matchLanguage(tag)?.code, 'fa')
    assert.equal(matchLanguage('ckb'), undefined)
  })

  it('never answers a Ukrainian in Russian', () => assert.equal(chosen('uk'), 'uk'))

  it('shows the languages in the order of the pack, and one it does not name at the end', () => {
    const order = krefeld().languages
    assert.deepEqual(
      inOrder(order).map(({ code }) => code),
      order,
    )
    const two = inOrder(order, [{ ...german, code: 'xx' }, german])
    assert.deepEqual(
      two.map(({ code }) => code),
      ['de', 'xx'],
    )
  })

  it('knows each by the name of its file: path, file and lang are alike, and none is named by Intl', () => {
    assert.deepEqual([...LANGUAGES.map(({ code }) => code)].sort(), [...krefeld().languages].sort())
    assert.ok(LANGUAGES.some(({ code }) => code === 'kmr') && !LANGUAGES.some(({ code }) => code === 'ku'))
    // BCP 47 knows `simple` as a variant, so de-simple is a tag screen readers read as German.
    for (const { code } of LANGUAGES) assert.equal(Intl.getCanonicalLocales(code).length, 1, code)
    assert.equal(new Intl.Locale('de-simple').language, 'de')
  })
})

describe('a fourteenth language', () => {
  let folder: string
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'locales-'))
    cpSync(join(root, 'locales'), folder, { recursive: true })
    const sq = { name: 'Shqip', direction: 'ltr', aliases: ['aln'], state: 'draft', checked: {} }
    writeFileSync(join(folder, 'sq.json'), JSON.stringify({ ...sq, texts: { 'common.back': 'Prapa' } }))
  })
  after(() => rmSync(folder, { recursive: true }))
  const catalogues = () => readCatalogues(pathToFileURL(`${folder}/`))

  it('is one file: it is chosen, read and spoken without a line of code', () => {
    const tongues = makeTongues(catalogues())
    assert.equal(tongues.languages.length, LANGUAGES.length + 1)
    const albanian = tongues.negotiate('aln, de;q=0.5')
    assert.deepEqual(albanian, tongues.languageOf('sq'))
    assert.equal(albanian.name, 'Shqip')
    const t = loadTexts(catalogues())(albanian)
    assert.equal(t('common.back'), 'Prapa')
    assert.equal(t('common.yes'), loadTexts()(german)('common.yes'), 'what is missing is read in German')
  })

  it('that lacks its name is told by file and field', () => {
    const text = readFileSync(join(folder, 'sq.json'), 'utf8')
    writeFileSync(join(folder, 'sq.json'), text.replace('"name":"Shqip",', ''))
    assert.throws(catalogues, /locales\/sq\.json cannot be used: name/)
  })
})

describe('a sentence from right to left', () => {
  const texts: (language: Language) => Translate = loadTexts()

  it('holds words that run the other way apart, so that they drag nothing along', () => {
    for (const language of [arabic, farsi])
      assert.match(texts(language)('ticket.called', { desk: 'Platz 2' }), /\u2068Platz 2\u2069/)
  })

  it('does so with times, and leaves the numbers that choose a plural alone', () => {
    assert.match(texts(arabic)('ticket.updated', { time: '10:05' }), /\u206810:05\u2069/)
    assert.match(texts(arabic)('reception.minutes', { minutes: 3 }), /3/)
  })

  it('is held apart itself where it stands in a German one', () => {
    assert.match(texts(german)('desk.speaks', { language: 'العربية' }), /\u2068العربية\u2069/)
    assert.doesNotMatch(texts(german)('desk.speaks', { language: 'Türkçe' }), /[\u2066-\u2069]/)
  })

  it('writes ranges in words with Latin digits', () => {
    const text = texts(arabic)('wait.range', { from: 15, to: 25 })
    assert.match(text, /15.*25/)
    assert.doesNotMatch(text, /[٠-٩–-]/)
  })

  it('dates as German papers do, of the same calendar, after the weekday', () => {
    for (const language of LANGUAGES) {
      const day = calendarDay(MONDAY_TEN, 'Europe/Berlin', language)
      assert.match(day, /^[\p{L}\p{M}\u200c ]+[,،] 23\.11\.2026$/u, language.code)
      assert.equal(day.includes('،'), language.direction === 'rtl')
    }
  })
})
