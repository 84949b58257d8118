/**
 * Every noun that crosses a folder wall. Types only; every field is readonly and always present (`null` says "none").
 * These shapes are the public format of a scan bundle: fields may be added, never renamed.
 */

/** What the visitor has chosen. `gated` is the what-if journey in which chosen vendors are held back. */
export type ConsentState = 'no-choice' | 'rejected' | 'accepted' | 'withdrawn' | 'gpc' | 'gated'

/** `choosing` covers a journey until its choice is proven: kept as evidence, never judged. */
export type Moment = ConsentState | 'choosing'

/** What the visitor is doing on the page when something is observed. */
export type Phase = 'load' | 'idle' | 'scroll' | 'input' | 'leave'

export type Category = 'necessary' | 'functional' | 'analytics' | 'marketing' | 'unclassified'
export type Party = 'first' | 'third' | 'first-disguised'
export type Severity = 'info' | 'low' | 'medium' | 'high' | 'critical'
export type Outcome = 'fail' | 'pass' | 'unclear' | 'not-applicable'
export type Choice = 'reject' | 'accept'

// The plan

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

// Evidence: what was seen

/** Who, when, where; put on every observation by the log, never by a collector. */
export interface Stamp {
  readonly id: string
  readonly run: number
  /** The consent state this journey was made for. */
  readonly journey: ConsentState
  /** The consent state that held at this moment. */
  readonly state: Moment
  readonly stepId: string
  readonly phase: Phase
  /** Milliseconds since this run of this journey began, monotonic clock. */
  readonly at: number
  /** ISO 8601, wall clock. */
  readonly utc: string
}

export type Observation = Stamp & Fact
export type ObservationOf<K extends Fact['kind']> = Stamp & Extract<Fact, { readonly kind: K }>
export type ObservationKind = Fact['kind']

export type Fact =
  | RequestFact
  | CookieWriteFact
  | CookieFact
  | StorageWriteFact
  | StorageFact
  | PageFact
  | BannerFact
  | ChoiceFact
  | SignalFact
  | ScreenshotFact
  | SocketFact
  | ApiCallFact

/** What became of a request. `attempted`: the page asked, nothing is known of it leaving; `sent`: on the wire, no answer seen. */
export type Fate = 'attempted' | 'sent' | 'answered' | 'failed' | 'blocked'

/** One hop of one request, stamped when it was sent; written when its fate is known or the step ends. */
export interface RequestFact {
  readonly kind: 'request'
  /** Unique within the journey; hops of a redirect chain end in `#1`, `#2` ... */
  readonly requestId: string
  readonly url: string
  readonly method: string
  /** CDP `Network.ResourceType` in lower case: document, script, image, fetch, ping ... */
  readonly resourceType: string
  readonly fate: Fate
  readonly status: number | null
  /** Why it failed or was blocked (`net::ERR_...`, `csp`, `mixed-content` ...). */
  readonly failure: string | null
  /** True when the answer came from the browser's own cache: nothing left the machine. */
  readonly fromCache: boolean
  readonly headers: Readonly<Record<string, string>>
  readonly responseHeaders: Readonly<Record<string, string>>
  /** SHA-256 of the request body, stored as `bodies/<sha256>`. */
  readonly bodySha256: string | null
  readonly initiator: Initiator
  readonly target: TargetRef
  readonly frameId: string | null
  readonly redirectedFrom: string | null
}

export interface Initiator {
  /** CDP initiator type: parser, script, preload, other ... */
  readonly type: string
  /** Address of the document or script that caused the request. */
  readonly url: string | null
  readonly line: number | null
  /** Innermost call first; async parents follow. */
  readonly stack: readonly StackFrame[]
}

export interface StackFrame {
  readonly function: string
  readonly url: string
  readonly line: number
  readonly column: number
}

export interface TargetRef {
  readonly targetId: string
  /** page, iframe, worker, shared_worker, service_worker ... */
  readonly type: string
  readonly url: string
}

/** A value the page stored: hashed with the scan's salt, or kept when the plan says `values: raw`. */
export interface StoredValue {
  readonly valueSha256: string
  readonly bytes: number
  /** Looks like it singles out a visitor: long, random, not a word, date or setting. */
  readonly identifierLike: boolean
  readonly value: string | null
}

export interface CookieAttributes {
  readonly name: string
  /** With a leading dot when subdomains may read it. */
  readonly domain: string
  readonly path: string
  readonly partitionKey: string | null
  /** Days from now until it expires; `null` for a session cookie. */
  readonly lifetimeDays: number | null
  readonly httpOnly: boolean
  readonly secure: boolean
  readonly sameSite: 'Strict' | 'Lax' | 'None' | null
}

export interface CookieWriteFact extends CookieAttributes, StoredValue {
  readonly kind: 'cookie-write'
  readonly setBy: 'http' | 'script'
  readonly effect: 'set' | 'deleted' | 'refused'
  /** Why the browser refused it (CDP `SetCookieBlockedReason`), when it did. */
  readonly refusedBecause: string | null
  /** The request whose answer carried it; `null` for a script. */
  readonly requestId: string | null
  readonly stack: readonly StackFrame[]
}

/** Inventory of one cookie at the end of a step (CDP `Storage.getCookies`). */
export interface CookieFact extends CookieAttributes, StoredValue {
  readonly kind: 'cookie'
}

export type StorageArea = 'local' | 'session' | 'indexeddb' | 'cache' | 'service-worker'

export interface StorageWriteFact extends StoredValue {
  readonly kind: 'storage-write'
  readonly area: StorageArea
  readonly origin: string
  readonly key: string
  readonly effect: 'set' | 'deleted'
  readonly stack: readonly StackFrame[]
}

/** Inventory of one storage item at the end of a step. */
export interface StorageFact extends StoredValue {
  readonly kind: 'storage'
  readonly area: StorageArea
  readonly origin: string
  /** Web storage: the key. Others: `database/store`, the cache's name, or the scope of a service worker. */
  readonly key: string
  /** How many entries a store or cache holds; `null` where the key is the entry. */
  readonly entries: number | null
}

/** The page a step ended on. */
export interface PageFact {
  readonly kind: 'page'
  readonly requestedUrl: string | null
  readonly url: string
  readonly status: number | null
  readonly title: string
  /** Whether the page went quiet before the step's limit. */
  readonly quiet: boolean
}

export interface BannerFact {
  readonly kind: 'banner'
  /** Identity of the CMP when known, else `unknown`. */
  readonly cmp: string
  readonly visible: boolean
  readonly text: string
  readonly buttons: readonly { readonly text: string; readonly meaning: ButtonMeaning; readonly layer: number }[]
}

export type ButtonMeaning = 'accept' | 'reject' | 'settings' | 'save' | 'acknowledge' | 'other'

export type StateVerdict = 'proven' | 'inconclusive' | 'no-banner' | 'not-offered'

/** The visitor's choice: what was clicked, and what shows that it took. */
export interface ChoiceFact {
  readonly kind: 'choice'
  readonly choice: Choice
  readonly verdict: StateVerdict
  /** In words: why this verdict, and what was missing when it is not `proven`. */
  readonly because: string
  readonly cmp: string | null
  readonly strategy: string | null
  /** 1 when the first layer of the banner was enough. */
  readonly layer: number | null
  readonly clicks: readonly Click[]
  readonly proof: readonly Proof[]
}

export interface Click {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly meaning: ButtonMeaning
  readonly trusted: boolean
  /** Milliseconds since the run began. */
  readonly at: number
}

export type ProofKind =
  'trusted-click' | 'banner-gone' | 'stored-choice' | 'cmp-state' | 'consent-signal' | 'storage-changed'

export interface Proof {
  readonly kind: ProofKind
  /** True when this signal says that the choice took, false when it contradicts. */
  readonly agrees: boolean
  readonly detail: string
}

/** A consent signal seen on the wire or in storage, decoded later. */
export interface SignalFact {
  readonly kind: 'signal'
  readonly standard: string
  readonly raw: string
  readonly where: string
}

export interface ScreenshotFact {
  readonly kind: 'screenshot'
  /** Path inside the bundle. */
  readonly path: string
  readonly sha256: string
  readonly of: 'step' | 'banner' | 'after-choice'
}

/** A WebSocket or WebTransport, stamped when it was opened, written when it closed or the step ended. */
export interface SocketFact {
  readonly kind: 'socket'
  readonly protocol: 'websocket' | 'webtransport'
  readonly url: string
  readonly isEstablished: boolean
  /** `null` where the browser does not tell frames (WebTransport). */
  readonly framesSent: number | null
  readonly framesReceived: number | null
  /** First bytes of the first frame each way, base64, at most 192 characters. */
  readonly firstSent: string | null
  readonly firstReceived: string | null
  readonly initiator: Initiator
  readonly target: TargetRef
}

/** Calls of one API that can tell devices apart, by one document or worker on one step; the stack is the first call's. */
export interface ApiCallFact {
  readonly kind: 'api-call'
  readonly api: string
  readonly origin: string | null
  /** Exact up to 64; from then on at least that many. */
  readonly count: number
  readonly stack: readonly StackFrame[]
}

/** A part of the evidence that is missing. A rule that needs one of `blinds` may not answer `pass` here. */
export interface Gap {
  readonly kind: GapKind
  readonly run: number
  readonly journey: ConsentState
  readonly state: Moment
  readonly stepId: string
  readonly blinds: readonly ObservationKind[]
  readonly reason: string
  readonly utc: string
}

export type GapKind =
  | 'never-quiet'
  | 'step-failed'
  | 'step-timeout'
  | 'collector-failed'
  | 'target-lost'
  | 'body-dropped'
  | 'screenshot-failed'
  | 'browser-crashed'
  | 'cancelled'

export interface Environment {
  readonly tool: { readonly name: 'tagtrail'; readonly version: string }
  readonly knowledge: { readonly version: string }
  readonly os: string
  readonly browser: {
    readonly product: string
    readonly path: string
    readonly source: string
    readonly flags: readonly string[]
  }
  readonly userAgent: string
  readonly automationHidden: boolean
  readonly locale: string
  readonly timeZone: string
  readonly viewport: { readonly width: number; readonly height: number }
  readonly thirdPartyCookies: 'allow' | 'block'
  readonly hostMap: Readonly<Record<string, string>>
  readonly certificates: 'verified' | 'own-authority' | 'not-verified'
  /** Salt of every `valueSha256` of this scan, hex: SHA-256(salt + value). */
  readonly valueSalt: string
  readonly startedAt: string
  readonly endedAt: string | null
  readonly ended: 'complete' | 'cancelled' | 'failed' | null
}

export interface Evidence {
  readonly plan: Plan
  readonly environment: Environment
  readonly observations: readonly Observation[]
  readonly gaps: readonly Gap[]
  readonly files: readonly { readonly path: string; readonly sha256: string }[]
}

// Assessment: what it means

/** Where a classification comes from, strongest first. */
export type Layer = 'endpoint' | 'storage-name' | 'host' | 'cookie-facts' | 'owner' | 'site' | 'behaviour' | 'none'

/** What a request is for: fetching a vendor's code, sending it data, or something the visitor sees. */
export type Purpose = 'load' | 'collect' | 'content' | 'consent' | 'form'

/** Who something belongs to and what it is for; the answer of the knowledge base. */
export interface Identification {
  readonly vendorId: string | null
  readonly name: string
  readonly category: Category
  readonly disputed: boolean
  readonly purpose: Purpose | null
  readonly layer: Layer
  readonly source: string
  readonly confidence: 'certain' | 'probable' | 'indicative'
}

/** One item of one vendor on one step: all observations of the same cookie name, storage key or endpoint. */
export interface Sighting extends Identification {
  readonly id: string
  readonly run: number
  readonly state: Moment
  readonly journey: ConsentState
  readonly stepId: string
  readonly kind: 'request' | 'cookie-write' | 'cookie' | 'storage-write' | 'storage'
  /** Cookie name, storage key, or host and path; the same in every run. */
  readonly item: string
  readonly host: string
  readonly party: Party
  readonly identifier: boolean
  readonly lifetimeDays: number | null
  /** Of requests: the fates seen. */
  readonly fates: readonly Fate[]
  /** The user's lists that name the request or, of a third party's stored item, its whole host. They decide no category. */
  readonly lists: readonly string[]
  readonly observations: readonly string[]
}

export interface Finding {
  readonly ruleId: string
  /** Names the same finding in any scan of the same funnel: rule, state, vendor, item. */
  readonly key: string
  readonly outcome: Outcome
  readonly severity: Severity
  readonly title: string
  readonly summary: string
  readonly fix: string
  readonly law: readonly string[]
  readonly state: ConsentState | null
  readonly stepIds: readonly string[]
  readonly vendorId: string | null
  readonly seen: { readonly runs: number; readonly of: number }
  readonly evidence: readonly string[]
}

export type Mark = 'stored' | 'sent' | 'both' | 'none' | 'blocked' | 'unseen'

export interface MatrixRow {
  readonly vendorId: string | null
  readonly name: string
  readonly category: Category
  readonly disputed: boolean
  readonly party: Party
  readonly longestLifetimeDays: number | null
  readonly firstStepId: string
  readonly cells: readonly MatrixCell[]
}

export interface MatrixCell {
  readonly state: ConsentState
  readonly stepId: string
  readonly mark: Mark
  /** True where the mark should not be: consent needed, and not given. */
  readonly alert: boolean
  readonly observations: readonly string[]
}

export interface StateAssessment {
  readonly state: ConsentState
  readonly verdict: StateVerdict
  readonly because: string
  readonly runs: number
  readonly proof: readonly Proof[]
}

export interface Coverage {
  readonly visits: readonly {
    readonly run: number
    readonly state: ConsentState
    readonly stepId: string
    readonly visited: boolean
    readonly url: string | null
    readonly status: number | null
    readonly quiet: boolean
  }[]
  readonly gaps: readonly Gap[]
  readonly notCovered: readonly string[]
  readonly counts: {
    readonly requests: number
    readonly cookies: number
    readonly storage: number
    readonly vendors: number
  }
}

export interface Assessment {
  readonly scan: {
    readonly name: string
    readonly site: string
    readonly startedAt: string
    readonly jurisdiction: string
    readonly runs: number
    readonly ended: Environment['ended']
  }
  readonly states: readonly StateAssessment[]
  readonly steps: readonly { readonly id: string; readonly label: string; readonly role: StepRole }[]
  /** The answer in one sentence. */
  readonly headline: string
  readonly matrix: readonly MatrixRow[]
  readonly sightings: readonly Sighting[]
  readonly findings: readonly Finding[]
  /** Filled by attribution, which is not part of this version. */
  readonly attribution: null
  readonly coverage: Coverage
  readonly versions: {
    readonly tool: string
    readonly knowledge: string
    readonly browser: string
    readonly rules: readonly string[]
  }
  /** `null` when the user added nothing to what Tagtrail knows. */
  readonly ownKnowledge: OwnKnowledgeUsed | null
}

/** What the user added to what Tagtrail knows, and how much it was. */
export interface OwnKnowledgeUsed {
  /** Folder or file, absolute. */
  readonly path: string
  readonly vendors: number
  readonly categories: number
  readonly lists: readonly { readonly name: string; readonly rules: number }[]
}

// Progress of a running scan

export type ScanEvent =
  | {
      readonly type: 'started'
      readonly steps: readonly string[]
      readonly states: readonly ConsentState[]
      readonly runs: number
    }
  | { readonly type: 'step-started'; readonly run: number; readonly state: ConsentState; readonly stepId: string }
  | { readonly type: 'step-done'; readonly run: number; readonly state: ConsentState; readonly stepId: string }
  | { readonly type: 'observed'; readonly run: number; readonly state: ConsentState; readonly kind: ObservationKind }
  | { readonly type: 'choice'; readonly run: number; readonly state: ConsentState; readonly verdict: StateVerdict }
  | { readonly type: 'gap'; readonly gap: Gap }
