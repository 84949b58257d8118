/** What the instrument is known to get right: measured on the lab, whose truth is known. */
export interface Calibration {
  readonly at: string
  readonly versions: { readonly tool: string; readonly knowledge: string; readonly browser: string }
  /** Hosts, requests, cookies, storage of a site with tags. */
  readonly facts: readonly CalibrationFigure[]
  /** Banners found, choices made and states proven. */
  readonly banners: readonly CalibrationFigure[]
  readonly findings: readonly CalibrationFigure[]
  /** Clicks that did the opposite of what was asked, or something else. */
  readonly wrongWayClicks: number
  /** States called proven that were not. */
  readonly falselyProven: number
}

export interface CalibrationFigure {
  readonly of: string
  readonly matched: number
  /** Of the truth, what was not told. */
  readonly missing: number
  /** Told, and not so. */
  readonly invented: number
}
