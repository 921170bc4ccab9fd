import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { krefeld } from '../../test/support/house.ts'
import { HOUR, type Instant, instant, MINUTE } from '../kernel/index.ts'
import { type City, closingTime, dayBegin, isOpen, openSpansOn, opensNext, serviceDay } from './index.ts'

const city = krefeld()

/** A local time in Krefeld, as a clock on its wall shows it. */
const local = (text: string): Instant =>
  instant(Temporal.ZonedDateTime.from(`${text}[Europe/Berlin]`).epochMilliseconds)

const hoursOn = (day: string, of: City = city): string[] =>
  openSpansOn(of, local(`${day}T12:00`)).map(({ from, to }) => `${wall(from)}-${wall(to)}`)

const wall = (at: Instant): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO('Europe/Berlin')
    .toPlainTime()
    .toString({ smallestUnit: 'minute' })

describe('the opening hours of Krefeld', () => {
  it('are those the city publishes, with no Wednesday', () => {
    const week = [
      '2026-11-23',
      '2026-11-24',
      '2026-11-25',
      '2026-11-26',
      '2026-11-27',
      '2026-11-28',
      '2026-11-29',
    ]
    assert.deepEqual(
      week.map((day) => hoursOn(day).join(' ')),
      ['08:30-12:00 14:00-15:30', '08:30-12:00', '', '08:30-12:00 14:00-17:00', '08:30-12:00', '', ''],
    )
  })

  it('begin with the first minute and end before the last', () => {
    assert.equal(isOpen(city, local('2026-11-23T08:29:59')), false)
    assert.equal(isOpen(city, local('2026-11-23T08:30')), true)
    assert.equal(isOpen(city, local('2026-11-23T11:59:59')), true)
    assert.equal(isOpen(city, local('2026-11-23T12:00')), false)
  })

  it('close for the day when the last hours of the day are over', () => {
    assert.equal(closingTime(city, local('2026-11-23T09:00')), local('2026-11-23T15:30'))
    assert.equal(closingTime(city, local('2026-11-23T13:00')), local('2026-11-23T15:30'))
    assert.equal(closingTime(city, local('2026-11-23T15:30')), null)
    assert.equal(closingTime(city, local('2026-11-25T09:00')), null)
  })
})

describe('a holiday of North Rhine-Westphalia', () => {
  const HOLIDAYS = {
    Neujahr: '2027-01-01',
    Karfreitag: '2027-03-26',
    Ostermontag: '2027-03-29',
    Christi_Himmelfahrt: '2027-05-06',
    Pfingstmontag: '2027-05-17',
    Fronleichnam: '2027-05-27',
    Allerheiligen: '2027-11-01',
    Allerheiligen_on_a_Tuesday: '2022-11-01',
    Deutsche_Einheit_on_a_Tuesday: '2028-10-03',
    Tag_der_Arbeit: '2028-05-01',
    zweiter_Weihnachtstag: '2028-12-26',
    erster_Weihnachtstag: '2028-12-25',
  }
  for (const [name, day] of Object.entries(HOLIDAYS))
    it(`is closed: ${name.replaceAll('_', ' ')}, ${day}`, () => assert.deepEqual(hoursOn(day), []))

  it('of another state is a day of work here: Epiphany, Reformation Day', () => {
    assert.deepEqual(hoursOn('2028-01-06'), ['08:30-12:00', '14:00-17:00'])
    assert.deepEqual(hoursOn('2028-10-31'), ['08:30-12:00'])
  })

  it('is not needed to close the day before Christmas and the last of the year: the pack says so', () => {
    assert.deepEqual(hoursOn('2026-12-24'), [])
    assert.deepEqual(hoursOn('2026-12-31'), [])
  })
})

describe('the house opens next', () => {
  const next = (from: string) => {
    const at = opensNext(city, local(from))
    return at && `${serviceDay(city, at)} ${wall(at)}`
  }

  it('in the afternoon of the same day, the next morning, or after the weekend', () => {
    assert.equal(next('2026-11-23T07:00'), '2026-11-23 08:30')
    assert.equal(next('2026-11-23T12:30'), '2026-11-23 14:00')
    assert.equal(next('2026-11-23T16:00'), '2026-11-24 08:30')
    assert.equal(next('2026-11-24T12:00'), '2026-11-26 08:30')
    assert.equal(next('2026-11-27T12:00'), '2026-11-30 08:30')
  })

  it('after the whole of Christmas', () => assert.equal(next('2026-12-22T13:00'), '2026-12-28 08:30'))

  it('never, when it is closed for three weeks', () => {
    assert.equal(opensNext({ ...city, hours: [] }, local('2026-11-23T09:00')), null)
  })
})

describe('when the clocks change', () => {
  it('in spring the Monday after opens at half past eight by the new time', () => {
    assert.equal(opensNext(city, local('2027-03-27T12:00')), local('2027-03-30T08:30'), 'Monday is Easter')
    assert.equal(local('2027-03-30T08:30') - local('2027-03-25T08:30'), (5 * 24 - 1) * HOUR)
  })

  it('in autumn the house opens at the same time on the clock', () => {
    assert.equal(
      opensNext(city, local('2027-10-29T12:00')),
      local('2027-11-02T08:30'),
      'Monday is All Saints',
    )
    assert.equal(local('2027-11-02T08:30') - local('2027-10-26T08:30'), (7 * 24 + 1) * HOUR)
  })

  const sundays = { ...city, hours: [{ weekday: 7, from: '01:30', to: '04:00' }] }

  it('hours that span the change are an hour shorter in spring and an hour longer in autumn', () => {
    const length = (day: string) => {
      const [span] = openSpansOn(sundays, local(`${day}T12:00`))
      return span && (span.to - span.from) / HOUR
    }
    assert.equal(length('2027-03-21'), 2.5)
    assert.equal(length('2027-03-28'), 1.5)
    assert.equal(length('2027-10-31'), 3.5)
  })

  it('the day itself is one day of service, however long it is', () => {
    for (const [day, hours] of [
      ['2027-03-28', 23],
      ['2027-10-31', 25],
    ] as const) {
      const begin = dayBegin(city, local(`${day}T12:00`))
      for (let at: number = begin; at < begin + hours * HOUR; at += 30 * MINUTE)
        assert.equal(serviceDay(city, instant(at)), day)
      assert.notEqual(serviceDay(city, instant(begin + hours * HOUR)), day)
      assert.notEqual(serviceDay(city, instant(begin - 1)), day)
    }
  })
})

describe('at any moment of a year', () => {
  const year = fc.integer({ min: local('2027-01-01T00:00'), max: local('2027-12-31T23:59') }).map(instant)

  it('the house is open exactly when it closes later today and opens no sooner than now', () => {
    fc.assert(
      fc.property(year, (at) => {
        const spans = openSpansOn(city, at)
        assert.equal(
          isOpen(city, at),
          spans.some(({ from, to }) => from <= at && at < to),
        )
        const next = opensNext(city, at)
        assert.ok(next !== null && next > at && isOpen(city, next) && !isOpen(city, instant(next - 1)))
        const closing = closingTime(city, at)
        if (isOpen(city, at)) assert.ok(closing !== null && closing > at && !isOpen(city, closing))
      }),
    )
  })

  it('the day of service is that of the calendar on the wall', () => {
    fc.assert(
      fc.property(year, (at) => {
        const day = Temporal.Instant.fromEpochMilliseconds(at)
          .toZonedDateTimeISO('Europe/Berlin')
          .toPlainDate()
        assert.equal(serviceDay(city, at), day.toString())
        assert.ok(dayBegin(city, at) <= at)
        assert.equal(wall(dayBegin(city, at)), '00:00')
      }),
    )
  })
})
