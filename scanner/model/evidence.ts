import type { Observation, ObservationKind } from './observation.ts'
import type { Plan } from './plan.ts'
import type { ConsentState, Moment } from './terms.ts'

/** All that a scan leaves behind: what was seen, what could not be, and with which instrument. */

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
  /** Somebody else recorded, and not this; or the browser does not show it; or it was too much to keep. */
  | 'not-recorded'
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
  /** `null` when unknown. */
  readonly automationHidden: boolean | null
  readonly locale: string
  readonly timeZone: string
  /** As pages read them, most wanted first; none when unknown. */
  readonly languages: readonly string[]
  /** What the browser tells a site that asks for all of it; `null` when unknown. */
  readonly clientHints: ClientHints | null
  /** Zero by zero when unknown. */
  readonly viewport: { readonly width: number; readonly height: number }
  readonly thirdPartyCookies: 'allow' | 'block' | 'unknown'
  readonly hostMap: Readonly<Record<string, string>>
  readonly certificates: 'verified' | 'own-authority' | 'not-verified' | 'unknown'
  /** States whose visitors sent Global Privacy Control. */
  readonly globalPrivacyControl: readonly ConsentState[]
  /** How pages were waited for; `virtual` changed their clock. */
  readonly settle: 'quiet' | 'virtual'
  /** Whether the plan named a proxy. */
  readonly proxy: boolean
  /** What the plan gave to be let in, without what it was: names of headers only. */
  readonly credentials: { readonly basicAuth: boolean; readonly headers: readonly string[] }
  /** The address servers saw, when the plan asked for it and somebody told. */
  readonly exitIp: string | null
  /** Salt of every `valueSha256` of this scan, hex: SHA-256(salt + value). */
  readonly valueSalt: string
  readonly startedAt: string
  readonly endedAt: string | null
  readonly ended: 'complete' | 'cancelled' | 'failed' | null
}

/** User-Agent Client Hints (wicg.github.io/ua-client-hints). */
export interface ClientHints {
  readonly brands: readonly BrandVersion[]
  readonly fullVersionList: readonly BrandVersion[]
  readonly fullVersion: string
  readonly platform: string
  readonly platformVersion: string
  readonly architecture: string
  readonly bitness: string
  readonly model: string
  readonly mobile: boolean
  readonly wow64: boolean
  readonly formFactors: readonly string[]
}

export interface BrandVersion {
  readonly brand: string
  readonly version: string
}

export interface Evidence {
  readonly plan: Plan
  readonly environment: Environment
  readonly observations: readonly Observation[]
  readonly gaps: readonly Gap[]
  readonly files: readonly { readonly path: string; readonly sha256: string }[]
}
