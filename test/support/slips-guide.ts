import type { Slip } from './slips.ts'

/** Slips in what the guide asks, finds and names first. */
export const IN_THE_GUIDE: readonly Slip[] = [
  {
    sentence: 'a question at a concern that does not exist',
    place: { file: 'traps.yaml', text: 'at: [rn-nat-apply]' },
    by: 'at: [rn-nat-aply]',
    what: 'concern "rn-nat-aply" does not exist',
    right: 'did you mean "rn-nat-apply"?',
  },
  {
    sentence: 'an answer that leads to a place that does not exist',
    place: { file: 'traps.yaml', text: 'place: buergerbuero, advice' },
    by: 'place: burgerbuero, advice',
    what: 'place "burgerbuero" does not exist',
    right: 'did you mean "buergerbuero"?',
  },
  {
    sentence: 'an answer that leads to the next question',
    place: { file: 'traps.yaml', text: 'concern: ar-redistribution' },
    by: 'concern: ar-arrival',
    what: 'the answer leads to "ar-arrival", which asks again',
    right: 'a concern without a question of its own',
  },
  {
    sentence: 'a question that holds from a day that is none',
    place: { file: 'traps.yaml', text: 'from: "2026-07-01"' },
    by: 'from: "2026-17-01"',
    what: '"questions.arrived.from" cannot be "2026-17-01"',
    right: 'a day of the calendar such as "2026-12-24"',
  },
  {
    sentence: 'a search word of a concern that does not exist',
    place: { file: 'search/tr.yaml', text: 'isc-status:' },
    by: 'isc-statos:',
    what: 'concern "isc-statos" does not exist',
    right: 'did you mean "isc-status"?',
  },
  {
    sentence: 'independent help that does not exist',
    place: { file: 'concerns/social-work.yaml', from: 'sw-violence:', text: 'frauenberatung' },
    by: 'frauenberatng',
    what: 'partner "frauenberatng" does not exist',
    right: 'did you mean "frauenberatung"?',
  },
]
