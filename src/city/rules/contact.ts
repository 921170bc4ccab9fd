/** Who answers for the pages of the house, as far as the pack says it. */
export type Contact = {
  readonly publisher: string
  readonly representedBy: string | null
  readonly address: string
  readonly phone: string | null
  readonly email: string | null
  readonly privacyOfficer: string | null
  /** Authorities somebody may turn to; by their official names. */
  readonly privacyAuthority: string | null
  readonly ombud: string | null
  /** Day of the statement of accessibility, "YYYY-MM-DD". */
  readonly statement: string | null
  /** Names of the values that are invented. */
  readonly examples: readonly string[]
}

/** Where the first page leads whoever does not read well; null while it is being made. */
export type OtherWays = { readonly signLanguageVideo: string | null; readonly easyLanguage: string | null }
