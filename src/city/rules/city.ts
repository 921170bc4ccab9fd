import type { ConcernId, DeskId, DisplayId, KioskId, StationId, UnitId } from '../../kernel/index.ts'
import type { Contact, OtherWays } from './contact.ts'
import type { Fees } from './fees.ts'
import type { AlarmPolicy, StaffRole } from './staff.ts'
import type { PackTexts } from './texts.ts'
import type { Traps } from './traps.ts'

/** Minutes a case takes as a spread (triangular: low, typical, high); an estimate until the journal knows better. */
export type Spread = { readonly low: number; readonly typical: number; readonly high: number }

/** Where a concern is settled. `both`: at the counter or by appointment. */
export type Channel = 'counter' | 'both' | 'appointment' | 'online'
export type InterpreterLevel = 'lay' | 'professional' | 'sworn'

export type Concern = {
  readonly id: ConcernId
  /** Position in `City.concerns`: rules use it as a number. */
  readonly index: number
  readonly title: string
  readonly unit: UnitId
  readonly channel: Channel
  readonly minutes: Spread
  /** Keys into `City.documents`. */
  readonly documents: readonly string[]
  readonly interpreter: InterpreterLevel
  /** Nothing about it may stand on a slip, a display, a message or a neutral page. */
  readonly discreet: boolean
  /** A deadline or livelihood is at stake: goes ahead of others by the policy's head start. */
  readonly urgent: boolean
  readonly simple: boolean
  /** Another place does this; key into `City.places`. */
  readonly elsewhere?: string
  /** Where a visit with it goes on after the desk, in order. */
  readonly stations: readonly StationId[]
  /** What the desk looks at before the visit ends: keys into the texts (`checks`). */
  readonly checks: readonly string[]
  readonly legalBasis: readonly string[]
  readonly privacy: string
  readonly partners: readonly string[]
  /** Whom to ask first who does not belong to the city: keys into `City.partners` and `City.places`. */
  readonly independent: readonly string[]
  readonly confidence: 'high' | 'medium' | 'low'
  readonly sources: readonly string[]
}

/** A station of a visit beyond the desk of its matter: fingerprints, the cash desk, the pick-up. */
export type Station = { readonly id: StationId; readonly icon: string; readonly minutes: Spread }

export type Unit = {
  readonly id: UnitId
  readonly name: string
  readonly pillar: string
  /** Its name may not stand where others read along. */
  readonly discreet: boolean
}
export type Pillar = { readonly id: string; readonly name: string }

export type Desk = {
  readonly id: DeskId
  /** What a display says: "Platz 3", "Zimmer 4". Neutral: never the matter. */
  readonly name: string
  /** What it is called in other languages: key into the pack's texts (`desks`). */
  readonly kind: string
  /** The short number or letter shown large ("3"). */
  readonly label: string
  /** The way there, one short sentence; key into the pack's texts (`ways`). */
  readonly way: string
  readonly unit: UnitId
  readonly partner?: string
  readonly concerns: readonly ConcernId[]
  /** Stations it serves beside its concerns. */
  readonly stations: readonly StationId[]
  /** Languages understood there when nobody known sits at it. */
  readonly languages: readonly string[]
  /** Place on the hall plan, in metres from the front left corner. */
  readonly at: { readonly x: number; readonly y: number }
  /** Behind a door, for talks nobody overhears. */
  readonly room: boolean
}

export type Premises = {
  readonly id: string
  readonly name: string
  readonly address: string
  readonly example: boolean
  readonly size: { readonly width: number; readonly depth: number }
  readonly seats: number
  readonly entrance: { readonly x: number; readonly y: number }
  /** For each `way` of a desk the drawing that points there, as seen by whoever comes in. */
  readonly ways: Readonly<Record<string, string>>
  readonly desks: readonly Desk[]
  readonly kiosks: readonly {
    readonly id: KioskId
    readonly name: string
    readonly at: { readonly x: number; readonly y: number }
  }[]
  readonly displays: readonly {
    readonly id: DisplayId
    readonly name: string
    readonly desks: readonly DeskId[]
  }[]
  /** Other places of the hall that help to find one's way: stairs, play corner, water, toilets. */
  readonly landmarks: readonly {
    readonly id: string
    readonly icon: string
    readonly at: { readonly x: number; readonly y: number }
  }[]
  /** What its displays say while few are called, each with the drawing that goes with it; words in the pack's texts. */
  readonly calm: readonly { readonly id: string; readonly icon: string }[]
}

/** Opening hours of walk-in counters: weekday 1 (Monday) to 7, local "HH:MM". */
export type OpenSpan = { readonly weekday: number; readonly from: string; readonly to: string }

export type Partner = {
  readonly id: string
  readonly name: string
  readonly example: boolean
  readonly about: string
  readonly presence: readonly (OpenSpan & { readonly desk: DeskId })[]
}

export type StaffMember = {
  readonly id: string
  readonly firstName: string
  /** What the person does ("Clerk, service centre"); invented. */
  readonly role: StaffRole
  readonly units: readonly UnitId[]
  /** Concerns the person can do; empty: all of the units'. */
  readonly skills: readonly ConcernId[]
  readonly languages: readonly string[]
}

export type Policies = {
  /** The longest wait the office promises, in minutes: who comes near it goes first. */
  readonly longestWaitMinutes: number
  /** How many minutes before that promise a person goes first. */
  readonly promiseMarginMinutes: number
  /** Calls a number gets in all before it counts as missed; 0: missed at the first absence. */
  readonly repeatCalls: number
  /** After "not here" the number rests this long before it may be called again. */
  readonly recallPauseMinutes: number
  /** A breath between two cases. */
  readonly bufferMinutes: number
  /** How long a break at a desk lasts; it is protected: nobody is called into it. */
  readonly breakMinutes: number
  /** After so long at the desk a break is due at the latest. */
  readonly breakAfterMinutes: number
  /** Colleagues are asked for help at the front when somebody comes to the longest wait within this time. */
  readonly helpWithinMinutes: number
  readonly alarm: AlarmPolicy
  /** A unit must take a visit passed to it within this time. */
  readonly passDeadlineMinutes: number
  /** A misclick can be undone this long. */
  readonly undoMinutes: number
  /** Minutes that noting an appointment request or pointing the way takes. */
  readonly noteMinutes: Spread
  /** When displays make no sound; calls are still shown. */
  readonly quietHours: readonly OpenSpan[]
  /** Head start in minutes, by need and for urgent concerns and a shared language. */
  readonly headStartMinutes: { readonly urgent: number; readonly language: number } & Readonly<
    Record<string, number>
  >
}

/** What visitors may say they need; keys of `headStartMinutes` too. Drawn and translated by the house. */
export const NEEDS = [
  'standing',
  'child',
  'pregnant',
  'seeing',
  'hearing',
  'quiet',
  'alone',
  'minor',
  'spoken',
] as const
export type Need = (typeof NEEDS)[number]

/** The guide: at most three questions. A topic leads to groups or straight to concerns. */
export type GuideTopic = {
  readonly id: string
  readonly icon: string
  readonly groups: readonly GuideGroup[]
}
export type GuideGroup = { readonly id: string; readonly concerns: readonly ConcernId[] }

/** Another place a person is better off at (Bürgerbüro, LEA Bochum, Bezirksregierung …). Texts in `texts/`. */
export type Place = {
  readonly id: string
  readonly address: string | null
  readonly phone: string | null
  readonly url: string | null
}

/** For each language the recordings the pack brings: what is said ("number-42") and the file that says it. */
export type Sounds = Readonly<Record<string, Readonly<Record<string, string>>>>

export type City = {
  readonly id: string
  readonly name: string
  /** Zone of all local times, as in the IANA database. */
  readonly zone: string
  readonly languages: readonly string[]
  /** Languages visitors may say they speak (more than there are pages in); codes with their own names. */
  readonly spokenLanguages: readonly { readonly code: string; readonly name: string }[]
  readonly department: string
  readonly contact: Contact
  readonly otherWays: OtherWays
  readonly pillars: readonly Pillar[]
  readonly units: readonly Unit[]
  readonly serviceCentre: UnitId
  /** The concern of whoever does not know where to go: a person listens. */
  readonly orientation: ConcernId
  readonly premises: Premises
  readonly otherPremises: readonly Premises[]
  readonly hours: readonly OpenSpan[]
  /** Closed days as "YYYY-MM-DD" beside the public holidays of `holidays`. */
  readonly closures: readonly string[]
  readonly holidays: { readonly country: string; readonly state: string }
  readonly concerns: readonly Concern[]
  readonly stations: readonly Station[]
  readonly documents: Readonly<Record<string, string>>
  readonly fees: Fees
  readonly guide: readonly GuideTopic[]
  readonly traps: Traps
  /** Everyday words for a concern, for the search only: by language, then by concern. */
  readonly search: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>
  /** A page that tells nothing about the reader, for leaving at once; null: the house's own first page. */
  readonly leave: string | null
  readonly places: readonly Place[]
  readonly partners: readonly Partner[]
  readonly staff: readonly StaffMember[]
  readonly policies: Policies
  readonly texts: Readonly<Record<string, PackTexts>>
  readonly sounds: Sounds
}

/** One mistake in a pack: where it is, what is wrong, what would be right. */
export type Mistake = {
  readonly file: string
  readonly line: number
  readonly what: string
  readonly right: string
  /** `part`: only that part is left out; `whole`: nothing can run without it. */
  readonly weight: 'part' | 'whole'
}
