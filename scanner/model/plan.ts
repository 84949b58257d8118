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
  /** The first of `jurisdictions`. */
  readonly jurisdiction: string
  readonly jurisdictions: readonly string[]
  /** BCP 47 tag, e.g. `en-GB`. */
  readonly locale: string
  /** IANA name, e.g. `Europe/Berlin`; `null` for the machine's own. */
  readonly timeZone: string | null
  readonly viewport: { readonly width: number; readonly height: number }
  /** Whether every page is scrolled to its end. Some sites read that as consent; `scrolled` visitors always scroll. */
  readonly scroll: boolean
  readonly consent: ConsentTargets
  /** Names of click ids, such as `gclid`, put on the entry address with values that are known again. */
  readonly clickIds: readonly string[]
  /** Addresses of cookie policies to read; absolute. */
  readonly policies: readonly string[]
  /** Ids of the vendors held back in the state `gated`; none named means all of marketing and analytics. */
  readonly gate: { readonly vendors: readonly string[] }
  readonly safety: Safety
  readonly lookups: Lookups
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
  /** What is typed into the fields of this page, in order. */
  readonly fill: readonly Fill[]
}

/** How the visitor reaches a step: by address, or by clicking on the step before, which may send its form. */
export type Go =
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'click'; readonly target: ClickTarget }
  | { readonly kind: 'submit'; readonly target: ClickTarget }

/** A field, and what is typed there: a part of the canary's identity, or the operator's own words. */
export interface Fill {
  readonly field: ClickTarget
  readonly with: CanaryPart | { readonly text: string }
}

/** Parts of an identity that nobody else has. */
export type CanaryPart = 'email' | 'phone' | 'first-name' | 'last-name' | 'name'

/** An element as a person would name it (ARIA role and accessible name), or a CSS selector. */
export type ClickTarget = { readonly role: string; readonly name: string } | { readonly selector: string }

/** Where the operator says the banner's buttons are; `null` where the scanner shall find them itself. */
export interface ConsentTargets {
  readonly accept: ClickTarget | null
  readonly reject: ClickTarget | null
  /** Opens the settings: on the banner, or after the choice. */
  readonly open: ClickTarget | null
  readonly save: ClickTarget | null
  readonly withdraw: ClickTarget | null
  /** Closes the banner without an answer. */
  readonly close: ClickTarget | null
}

export interface Safety {
  /** `canary`: forms are sent, with the canary's identity only. */
  readonly submitForms: 'never' | 'canary'
}

/** What is asked of others than the site; nothing unless the plan says so. */
export interface Lookups {
  /** Asks DNS for the alias chain of each subdomain of the site that was met. */
  readonly cnames: boolean
  /** Address that answers with the visitor's own address. */
  readonly exitIpFrom: string | null
}

export interface Access {
  /** Host name or `*` -> `address:port`; how staging and the lab are reached. */
  readonly hostMap: Readonly<Record<string, string>>
  readonly certificates: { readonly acceptInvalid: boolean; readonly trust: string | null }
  /** Always set explicitly: browsers differ in their default. */
  readonly thirdPartyCookies: 'allow' | 'block'
  /** Secret, as are `headers` and `proxy`: written down as given, never in clear. */
  readonly basicAuth: { readonly username: string; readonly password: string } | null
  /** Sent to the site's own origin only. */
  readonly headers: Readonly<Record<string, string>>
  /** `http://host:port`, `https://...` or `socks5://...`; a name and password may stand in it. */
  readonly proxy: string | null
}

export interface Limits {
  /** A page is quiet when nothing was in flight for this long, in ms. */
  readonly settleMs: number
  /** A step that is not done after this long, in ms, ends with a gap. */
  readonly stepTimeoutMs: number
  /** `virtual` brings the page's timers forward, which changes its clock; `quiet` leaves it alone. */
  readonly settle: 'quiet' | 'virtual'
}
