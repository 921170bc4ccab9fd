/** A string that names one kind of thing, so that a desk's id is never handed in where a visit's is meant. */
export type Id<Kind extends string> = string & { readonly __kind: Kind }

export type VisitId = Id<'visit'>
export type DeskId = Id<'desk'>
export type ConcernId = Id<'concern'>
export type UnitId = Id<'unit'>
export type DisplayId = Id<'display'>
export type StationId = Id<'station'>
export type KioskId = Id<'kiosk'>

export const id = <Kind extends string>(text: string): Id<Kind> => text as Id<Kind>

/** Makes unguessable names: 128 bits as 22 characters of base64url. Passed in, so that rules and plays stay repeatable. */
export type Ids = { next(): string }

export const makeIds = (randomBytes: (n: number) => Uint8Array): Ids => ({
  next: () => Buffer.from(randomBytes(16)).toString('base64url'),
})
