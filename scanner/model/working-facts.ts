/** What tells whether a page works: its errors, and its videos and sounds. Told at the end of each step, also when there are none. */

/** Of one page with its frames and workers. */
export interface PageErrorsFact {
  readonly kind: 'page-errors'
  readonly errors: readonly PageError[]
  /** There were more different ones. */
  readonly isCut: boolean
}

export interface PageError {
  /** `thrown` and `rejected`: nobody caught it; `logged`: a script wrote it to the console as an error. */
  readonly how: 'thrown' | 'rejected' | 'logged'
  /** Its first line, shortened. */
  readonly text: string
  /** Where it came from: the script, or the page it stands in. */
  readonly url: string | null
  readonly line: number | null
  readonly count: number
  /** Of the first one; milliseconds since the run began. */
  readonly at: number
}

export interface PlayersFact {
  readonly kind: 'players'
  readonly players: readonly PlayerSeen[]
  readonly isCut: boolean
}

/** One video or sound that was given something to play. */
export interface PlayerSeen {
  /** The document it stands in. */
  readonly page: string
  /** What it was given last; `blob:` for what a script feeds it. */
  readonly source: string
  /** A picture or a sound was found in it. */
  readonly hasMedia: boolean
  readonly played: boolean
}
