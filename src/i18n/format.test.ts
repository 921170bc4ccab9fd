import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type Instant, instant } from '../kernel/index.ts'
import { calendarDay, clockTime, LANGUAGES, type Language, languageOf } from './index.ts'

const BERLIN = 'Europe/Berlin'
const at = (text: string): Instant => instant(Date.parse(text))
const language = (code: string): Language => languageOf(code) as Language

/** The sign between weekday and date, as the script of the language writes it. */
const comma = (one: Language): string => (one.direction === 'rtl' ? '،' : ',')

const MORNING = at('2026-11-23T09:05:00Z')

describe('the time of day', () => {
  it('reads as clocks on German walls do, in the zone of the city', () => {
    assert.equal(clockTime(MORNING, BERLIN), '10:05')
    assert.equal(clockTime(at('2026-11-23T13:30:59Z'), BERLIN), '14:30')
    assert.equal(clockTime(MORNING, 'UTC'), '09:05')
  })

  it('at midnight is 00:00, never 24:00', () => {
    assert.equal(clockTime(at('2026-11-22T23:00:00Z'), BERLIN), '00:00')
    assert.equal(clockTime(at('2026-11-22T22:59:59Z'), BERLIN), '23:59')
  })

  it('jumps when the clocks change', () => {
    assert.equal(clockTime(at('2027-03-28T00:59:00Z'), BERLIN), '01:59')
    assert.equal(clockTime(at('2027-03-28T01:00:00Z'), BERLIN), '03:00')
    assert.equal(clockTime(at('2027-10-31T00:30:00Z'), BERLIN), '02:30')
    assert.equal(clockTime(at('2027-10-31T01:30:00Z'), BERLIN), '02:30')
  })
})

describe('a day', () => {
  const WEEKDAYS: Readonly<Record<string, string>> = {
    de: 'Montag',
    'de-simple': 'Montag',
    en: 'Monday',
    tr: 'Pazartesi',
    ar: 'الاثنين',
    pl: 'poniedziałek',
    uk: 'понеділок',
    ro: 'luni',
    bg: 'понеделник',
    ru: 'понедельник',
    fr: 'lundi',
    fa: 'دوشنبه',
    kmr: 'duşem',
  }

  for (const one of LANGUAGES)
    it(`stands with its weekday in ${one.name} and the date as on German papers`, () => {
      assert.equal(calendarDay(MORNING, BERLIN, one), `${WEEKDAYS[one.code]}${comma(one)} 23.11.2026`)
    })

  it('is that of the city, not of the machine', () => {
    const lateEvening = at('2026-11-23T23:30:00Z')
    assert.equal(calendarDay(lateEvening, BERLIN, language('de')), 'Dienstag, 24.11.2026')
    assert.equal(calendarDay(lateEvening, 'UTC', language('de')), 'Montag, 23.11.2026')
  })

  it('has digits that everybody at the desk can read, and the calendar of the house, in every language', () => {
    const moment = fc.integer({ min: at('2020-01-01T00:00Z'), max: at('2040-01-01T00:00Z') }).map(instant)
    fc.assert(
      fc.property(moment, fc.constantFrom(...LANGUAGES), (when, one) => {
        const date = Temporal.Instant.fromEpochMilliseconds(when).toZonedDateTimeISO(BERLIN).toPlainDate()
        const [year, month, day] = date.toString().split('-')
        assert.ok(calendarDay(when, BERLIN, one).endsWith(`${comma(one)} ${day}.${month}.${year}`))
        assert.match(clockTime(when, BERLIN), /^([01]\d|2[0-3]):[0-5]\d$/)
      }),
    )
  })
})
