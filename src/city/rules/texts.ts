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
  readonly questions: Readonly<Record<string, string>>
  /** Under `question/answer`. */
  readonly answers: Readonly<Record<string, string>>
  readonly advice: Readonly<Record<string, string>>
  /** What a partner does; German stands in partners.yaml. */
  readonly partners: Readonly<Record<string, string>>
  readonly ways: Readonly<Record<string, string>>
  /** What a kind of desk is called; `{label}` stands for its number. */
  readonly desks: Readonly<Record<string, string>>
  readonly stations: Readonly<Record<string, string>>
  readonly checks: Readonly<Record<string, string>>
  readonly units: Readonly<Record<string, string>>
  readonly landmarks: Readonly<Record<string, string>>
  /** What displays say while few are called. */
  readonly calm: Readonly<Record<string, string>>
  /** What a fee is called, where the visitor says which of several it is. */
  readonly fees: Readonly<Record<string, string>>
}
