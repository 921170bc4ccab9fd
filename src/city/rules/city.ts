import type { ConcernId, DeskId, DisplayId, KioskId, UnitId } from '../../kernel/index.ts'

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
  readonly legalBasis: readonly string[]
  readonly fee: { readonly eur: number | null; readonly note: string | null }
  readonly privacy: string
  readonly partners: readonly string[]
  readonly confidence: 'high' | 'medium' | 'low'
  readonly sources: readonly string[]
}

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
  readonly role: 'clerk' | 'reception' | 'lead' | 'coordinator' | 'head' | 'partner'
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

/** Texts of the pack in one language: concern titles, documents, guide, places, ways, units. German is the source. */
export type PackTexts = {
  readonly language: string
  readonly state: 'source' | 'draft' | 'checked'
  readonly house_name: string
  readonly concerns: Readonly<Record<string, string>>
  readonly documents: Readonly<Record<string, string>>
  readonly topics: Readonly<Record<string, string>>
  readonly groups: Readonly<Record<string, string>>
  readonly places: Readonly<Record<string, { readonly name: string; readonly why: string }>>
  readonly ways: Readonly<Record<string, string>>
  /** What a kind of desk is called; `{label}` stands for its number. */
  readonly desks: Readonly<Record<string, string>>
  readonly units: Readonly<Record<string, string>>
  readonly landmarks: Readonly<Record<string, string>>
  /** What displays say while few are called. */
  readonly calm: Readonly<Record<string, string>>
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
  readonly documents: Readonly<Record<string, string>>
  readonly guide: readonly GuideTopic[]
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
