import type { ConsentState } from './terms.ts'

/** The plan: what a scan is asked to do. */

export interface Plan {
  readonly name: string
  /** Origin of the funnel, e.g. `https://shop.lab.example`; relative step URLs are resolved against it. */
  readonly site: string
  readonly steps: readonly Step[]
  readonly states: readonly ConsentState[]
  /** How often each state is repeated, each time in a fresh browser context. */
  readonly runs: number
  readonly jurisdiction: string
  /** BCP 47 tag, e.g. `en-GB`. */
  readonly locale: string
  readonly viewport: { readonly width: number; readonly height: number }
  readonly access: Access
  readonly limits: Limits
  /** `hashed` keeps a salted SHA-256 of cookie and storage values, `raw` the values themselves. */
  readonly values: 'hashed' | 'raw'
  /** Folder or file of the user's own vendor records, categories and lists; absolute. */
  readonly knowledge: string | null
}

export type StepRole = 'landing' | 'opt-in' | 'thank-you' | 'sales' | 'checkout' | 'upsell' | 'page'
export type Goal = 'opt-in' | 'page-visit' | 'purchase'

export interface Step {
  readonly id: string
  readonly label: string
  readonly role: StepRole
  readonly go: Go
  readonly goal: Goal | null
}

/** How the visitor reaches a step: by address, or by clicking something on the step before. */
export type Go =
  { readonly kind: 'url'; readonly url: string } | { readonly kind: 'click'; readonly target: ClickTarget }

/** An element as a person would name it (ARIA role and accessible name), or a CSS selector. */
export type ClickTarget = { readonly role: string; readonly name: string } | { readonly selector: string }

export interface Access {
  /** Host name or `*` -> `address:port`; how staging and the lab are reached. */
  readonly hostMap: Readonly<Record<string, string>>
  readonly certificates: { readonly acceptInvalid: boolean; readonly trust: string | null }
  /** Always set explicitly: browsers differ in their default. */
  readonly thirdPartyCookies: 'allow' | 'block'
}

export interface Limits {
  /** A page is quiet when nothing was in flight for this long, in ms. */
  readonly settleMs: number
  /** A step that is not done after this long, in ms, ends with a gap. */
  readonly stepTimeoutMs: number
}
