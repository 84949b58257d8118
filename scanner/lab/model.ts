/**
 * Nouns of the lab: what a page or a vendor's script does (acts), what a server answers, and which sites exist.
 * All of it is data; the pages, the routes and the truth are derived from the same values, so they cannot disagree.
 */

import type { CookieAttributes, Goal, StepRole, StorageArea } from '../model.ts'
import type { WireAct, WireTransport } from './wire/acts.ts'

/** One thing a document does. Templates in braces are filled in the page: see `act-runtime.ts`. */
export type Act = LoadAct | CookieAct | StoreAct | AfterAct | LeaveAct | OnPageAct | WithQueryAct | GateAct | WireAct

export type Transport =
  'script' | 'stylesheet' | 'image' | 'fetch' | 'xhr' | 'beacon' | 'frame' | 'document' | WireTransport

export interface LoadAct {
  readonly do: 'load'
  readonly via: Transport
  /** Its host, path and query name the endpoint. */
  readonly url: string
  /** Further parameters, filled in by the page; they do not choose the endpoint. */
  readonly query: Readonly<Record<string, string>>
  /** Makes it a POST. */
  readonly body: string | null
  readonly answer: Answer
}

/** A cookie written by script. */
export interface CookieAct extends CookieSpec {
  readonly do: 'cookie'
}

export interface StoreAct {
  readonly do: 'store'
  readonly area: 'local' | 'session'
  readonly key: string
  readonly value: string
  readonly write: Write
}

export interface AfterAct {
  readonly do: 'after'
  readonly ms: number
  readonly acts: readonly Act[]
}

/** Done when the page is hidden and again when it is left. */
export interface LeaveAct {
  readonly do: 'leave'
  readonly acts: readonly Act[]
}

export interface OnPageAct {
  readonly do: 'on-page'
  readonly paths: readonly string[]
  readonly acts: readonly Act[]
}

/** Done only when the page was reached with all of these query parameters. */
export interface WithQueryAct {
  readonly do: 'with-query'
  readonly names: readonly string[]
  readonly acts: readonly Act[]
}

/** A tag: waits for the visitor's choice as its gate says. */
export interface GateAct {
  readonly do: 'gate'
  readonly vendor: string
  readonly purpose: Purpose
  /** By path of the page; a page without an entry does not carry the tag. */
  readonly gates: Readonly<Record<string, Gate>>
  readonly acts: readonly Act[]
}

/**
 * When a tag runs. `gated`: after accept, as it should. `leaky`: before any choice, until a refusal. `defiant`: silent
 * until there is a choice, then whatever it was. `always`: needs no choice.
 */
export type Gate = 'gated' | 'leaky' | 'defiant' | 'always'

export type Purpose = 'functional' | 'analytics' | 'marketing'

/** `absent`: only where none of this name is there yet. */
export type Write = 'always' | 'absent'

export interface CookieSpec {
  readonly name: string
  readonly value: string
  /** `null`: this host only. */
  readonly domain: string | null
  readonly path: string
  /** `null`: until the browser closes; 0 deletes it. */
  readonly days: number | null
  readonly httpOnly: boolean
  readonly secure: boolean
  readonly sameSite: 'Strict' | 'Lax' | 'None' | null
  readonly partitioned: boolean
  readonly write: Write
}

/** What the server says; `cookies` are set by header. */
export type Answer = { readonly cookies: readonly CookieSpec[] } & (
  | { readonly kind: 'script'; readonly acts: readonly Act[] }
  | { readonly kind: 'frame'; readonly acts: readonly Act[] }
  | {
      readonly kind: 'page'
      readonly html: string
      readonly parts: readonly LoadAct[]
      readonly acts: readonly Act[]
      readonly policy: string | null
    }
  | { readonly kind: 'file'; readonly type: string; readonly text: string }
  | { readonly kind: 'redirect'; readonly to: LoadAct }
  | { readonly kind: 'pixel' }
  | { readonly kind: 'nothing' }
  // Says something and then nothing more, without ever ending.
  | { readonly kind: 'endless'; readonly type: string; readonly text: string }
  // Answers, but lets no page of another origin read it.
  | { readonly kind: 'closed' }
  // Never asked: the browser refuses to send the request. A policy may have it report that.
  | { readonly kind: 'unasked'; readonly because: 'csp' | 'mixed-content'; readonly report: LoadAct | null }
)

/** A shop of the lab: its funnel and the tags on it. */
export interface LabSite {
  readonly id: string
  readonly name: string
  readonly host: string
  /** What cookies for the whole site are set on, e.g. `.lab.example`. */
  readonly cookieDomain: string
  /** Remembers the visitor's choice. */
  readonly consent: { readonly cookie: string; readonly days: number }
  readonly steps: readonly LabStep[]
  readonly tags: readonly TagPlacement[]
}

export interface LabStep {
  readonly id: string
  readonly label: string
  readonly role: StepRole
  readonly goal: Goal | null
  readonly path: string
  /** How the plan reaches it: by its address, or by clicking the link on the step before. */
  readonly reach: 'url' | 'click'
  /** Accessible name of the link to the next step. */
  readonly onward: string | null
  readonly title: string
  /** What the visitor sees, as HTML without the frame of the page. `{cookie:name}` becomes a value set with the page. */
  readonly body: string
  readonly picture: { readonly name: string; readonly alt: string; readonly svg: string } | null
  readonly cookies: readonly CookieSpec[]
  readonly acts: readonly Act[]
  /** The page's `Content-Security-Policy`. */
  readonly policy: string | null
}

export interface TagPlacement {
  /** Id of an emulation in `vendors/`. */
  readonly vendor: string
  readonly account: string
  /** By step id. */
  readonly gates: Readonly<Record<string, Gate>>
  /** The container vendor that brings this tag, or `null` when it stands in the page. */
  readonly inside: string | null
}

/** What an emulation may know of the site that embeds it. */
export interface TagSetup {
  readonly account: string
  readonly cookieDomain: string
  readonly pages: readonly Pick<LabStep, 'id' | 'path' | 'role'>[]
  /** Of a container: the tags it brings. */
  readonly contained: readonly GateAct[]
}

// The truth

/** What a visitor of a site meets, state by state and step by step. */
export interface SiteTruth {
  readonly site: string
  readonly states: readonly StateTruth[]
}

export interface StateTruth {
  readonly state: 'no-choice' | 'rejected' | 'accepted'
  readonly steps: readonly StepTruth[]
}

/** One visit of one step, from its address to its leaving. */
export interface StepTruth {
  readonly stepId: string
  readonly url: string
  /** Whether the consent banner is shown. */
  readonly banner: boolean
  readonly hosts: readonly string[]
  readonly requests: readonly RequestTruth[]
  readonly cookiesWritten: readonly CookieWriteTruth[]
  /** The whole jar at the end of the step. */
  readonly cookies: readonly CookieTruth[]
  readonly storageWritten: readonly StorageWriteTruth[]
  /** At the end of the step, of every origin that has a document on this page. */
  readonly storage: readonly StorageTruth[]
  readonly sockets: readonly SocketTruth[]
  readonly reads: readonly ReadTruth[]
}

export interface RequestTruth {
  readonly method: string
  /** Without its query. */
  readonly url: string
  /** As CDP names it, in lower case. */
  readonly resourceType: string
  readonly phase: 'load' | 'leave'
  /** Why the browser did not send it, or hid its answer. */
  readonly blocked: 'csp' | 'cors' | 'mixed-content' | null
  /** The emulation behind it; `null` is the site itself. */
  readonly vendor: string | null
}

/** As the browser reports it: a domain with its dot, a lifetime of at most 400 days. */
export interface CookieTruth extends CookieAttributes {
  readonly vendor: string | null
}

export interface CookieWriteTruth extends CookieTruth {
  readonly setBy: 'http' | 'script'
  /** Host that sent the header, or whose script wrote. */
  readonly by: string
  readonly effect: 'set' | 'deleted' | 'refused'
  /** As CDP names it (`SetCookieBlockedReason`); a script is not told why. */
  readonly refusedBecause: string | null
}

export interface StorageTruth {
  readonly area: StorageArea
  readonly origin: string
  readonly key: string
  /** Of stores and caches. */
  readonly entries: number | null
  readonly vendor: string | null
}

export interface StorageWriteTruth extends StorageTruth {
  readonly effect: 'set' | 'deleted'
}

export interface SocketTruth {
  readonly protocol: 'websocket' | 'webtransport'
  readonly url: string
  readonly isEstablished: boolean
  readonly framesSent: number | null
  readonly framesReceived: number | null
  /** Base64. */
  readonly firstSent: string | null
  readonly firstReceived: string | null
}

/** Calls of one API by one document or worker. */
export interface ReadTruth {
  readonly api: string
  readonly origin: string
  readonly count: number
  /** Host of the script. */
  readonly by: string
}
