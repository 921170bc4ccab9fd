import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { HOUR, instant, MINUTE, makeClock, minutesBetween, plusMinutes, SECOND } from './index.ts'

/** A wall clock that stands until it is moved. */
function wallAt(begin: number) {
  const wall = { at: begin, now: () => wall.at }
  return wall
}

describe('the clock of a house', () => {
  it('is the wall clock when nothing else is asked', () => {
    const wall = wallAt(5 * HOUR)
    const clock = makeClock(wall.now)
    assert.equal(clock.now(), 5 * HOUR)
    wall.at += MINUTE
    assert.equal(clock.now(), 5 * HOUR + MINUTE)
  })

  it('of a demo starts where it is told and goes on with the wall', () => {
    const wall = wallAt(5 * HOUR)
    const clock = makeClock(wall.now, instant(100 * HOUR))
    assert.equal(clock.now(), 100 * HOUR)
    wall.at += 3 * SECOND
    assert.equal(clock.now(), 100 * HOUR + 3 * SECOND)
  })

  it('runs as many times as fast as it is told', () => {
    const wall = wallAt(0)
    const clock = makeClock(wall.now, instant(100 * HOUR), 60)
    wall.at += SECOND
    assert.equal(clock.now(), 100 * HOUR + MINUTE)
  })

  it('never goes back while the wall does not', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(HOUR)), fc.double({ min: 0.1, max: 1000, noNaN: true }), (steps, speed) => {
        const wall = wallAt(0)
        const clock = makeClock(wall.now, instant(1), speed)
        let before = clock.now()
        for (const step of steps) {
          wall.at += step
          const now = clock.now()
          assert.ok(now >= before)
          assert.ok(Number.isInteger(now), 'a calendar takes whole milliseconds only')
          before = now
        }
      }),
    )
  })
})

describe('minutes', () => {
  const moment = fc.integer({ min: 0, max: 4e12 }).map(instant)

  it('added to a moment lie between it and the new one', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: -10_000, max: 10_000 }), (at, minutes) => {
        assert.equal(minutesBetween(at, plusMinutes(at, minutes)), minutes)
      }),
    )
  })

  it('backwards are negative, and parts of one count', () => {
    assert.equal(minutesBetween(instant(90 * SECOND), instant(0)), -1.5)
  })
})
