import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { krefeld } from '../../../test/support/house.ts'
import { concernById, type TrapQuestion } from '../../city/index.ts'
import { concernAddress, outcomeOf } from '../rules.ts'
import { crossing } from './trap.ts'

const city = krefeld()
const DAY = '2026-11-23'
const cross = (concern: string, answer: string | null = null, day = DAY) =>
  crossing(city.traps, { concern, answer, day })
const questionAt = (concern: string): TrapQuestion => {
  const { asks } = cross(concern)
  assert.ok(asks, `${concern} asks`)
  return asks
}
const leadsTo = (concern: string, answer: string) => {
  const given = questionAt(concern).answers.find(({ id }) => id === answer)
  assert.ok(given, answer)
  return given.place ?? given.concern
}
const adviceOf = (concern: string, answer: string | null = null): string[] => {
  const way = cross(concern, answer)
  assert.equal(way.asks, null)
  return way.asks === null ? way.advice.map(({ id }) => id) : []
}

describe('nobody waits at the wrong door', () => {
  it('a move within Krefeld belongs to the Bürgerbüro, a move into Krefeld comes here', () => {
    assert.equal(leadsTo('isc-registration', 'within'), 'buergerbuero')
    assert.equal(leadsTo('isc-registration', 'from-outside'), null)
    assert.deepEqual(adviceOf('isc-registration', 'within'), ['card-address'])
    assert.ok(
      city.traps.advice.find(({ id }) => id === 'register-first')?.at.includes('isc-eat-address' as never),
    )
  })

  it('a residence rule after recognition is asked for in writing at Arnsberg, during the procedure here', () => {
    assert.equal(leadsTo('rn-residence-rule', 'after'), 'bezirksregierung-arnsberg')
    assert.equal(leadsTo('rn-residence-rule', 'during'), 'ar-redistribution')
    assert.match(
      city.texts.de?.places['bezirksregierung-arnsberg']?.why ?? '',
      /schreiben.*Besuch.*nicht möglich/,
    )
  })

  it('asylum is asked for in Bochum, but no minor is sent there alone', () => {
    const asylum = concernById(city, 'ar-asylum-info')
    assert.ok(asylum && outcomeOf(asylum) === 'elsewhere')
    assert.equal(asylum.elsewhere, 'lea-bochum')
    assert.equal(leadsTo('ar-arrival', 'none'), 'ar-asylum-info')
    assert.deepEqual(adviceOf('ar-asylum-info'), ['alone'])
  })

  it('families with children of school age hear of the integration centre wherever a family arrives', () => {
    for (const [concern, answer] of [
      ['isc-registration', 'from-outside'],
      ['ar-arrival', 'letter'],
      ['ar-ukraine', 'before'],
      ['ar-ukraine', 'since'],
      ['rn-child', null],
      ['rn-spouse', null],
      ['ar-family', null],
      ['ar-protected-first', null],
    ] as const)
      assert.ok(adviceOf(concern, answer).includes('school'), concern)
    assert.equal(city.traps.advice.find(({ id }) => id === 'school')?.concern, 'ki-school')
  })

  it('who came from Ukraine since 1 April 2025 gets money here, who came before from the Jobcenter', () => {
    assert.ok(adviceOf('ar-ukraine', 'since').includes('money-here'))
    assert.ok(adviceOf('ar-ukraine', 'before').includes('money-jobcenter'))
    assert.deepEqual(adviceOf('ea-jobcenter'), ['ukraine-money'])
  })

  it('nobody is asked when she came before the day on which that counts', () => {
    assert.equal(cross('ar-ukraine', null, '2026-06-30').asks, null)
    assert.equal(cross('ar-ukraine', null, '2026-07-01').asks?.id, 'arrived')
  })

  it('naturalisation begins with the advice talk', () => {
    assert.equal(leadsTo('rn-nat-apply', 'not-yet'), 'rn-nat-advice')
    assert.equal(leadsTo('rn-nat-apply', 'had'), null)
  })
})

describe('the way through the guide', () => {
  it('is at most four clicks long, and three where nothing is asked', () => {
    for (const topic of city.guide) {
      const toConcern = topic.groups.length === 1 ? 2 : 3
      for (const concern of topic.groups.flatMap((group) => group.concerns)) {
        const { asks } = cross(concern)
        assert.ok(toConcern + (asks ? 1 : 0) <= 4, concern)
        for (const answer of asks?.answers ?? []) {
          const next = answer.concern ?? concern
          assert.equal(cross(next, answer.concern ? null : answer.id).asks, null, `${concern}/${answer.id}`)
        }
      }
    }
  })

  it('asks with two or three answers, and takes an unknown answer for none', () => {
    for (const { id, answers } of city.traps.questions) assert.ok([2, 3].includes(answers.length), id)
    assert.equal(cross('isc-registration', 'elsewhere').asks?.id, 'moving')
  })

  it('asks for no name and no nationality in any language', () => {
    for (const texts of Object.values(city.texts)) {
      for (const question of Object.values(texts.questions))
        assert.doesNotMatch(question, /\bName\b|Staatsangehörig|Nationalit|nationality|جنسي|uyruk/i)
    }
  })
})

describe('a discreet concern', () => {
  const discreet = city.concerns.filter((concern) => concern.discreet)

  it('names first who helps and does not belong to the city, with a way to reach it', () => {
    for (const { id, independent } of discreet) {
      assert.ok(independent.length > 0, id)
      for (const helper of independent) {
        const place = city.places.find((one) => one.id === helper)
        const partner = city.partners.find((one) => one.id === helper)
        assert.ok(place?.phone || place?.url || (partner?.presence.length ?? 0) > 0, `${helper} of ${id}`)
      }
    }
  })

  it('stands in addresses under a word that tells nothing, each under its own', () => {
    const addresses = city.concerns.map(concernAddress)
    assert.equal(new Set(addresses).size, addresses.length)
    for (const concern of discreet) assert.match(concernAddress(concern), /^x[0-9a-z]{1,7}$/)
  })
})
