/** Nouns of the findings lab: small sites that each do something a rule asks about, and what must be said of them. */

import type { ConsentState, Finding, Outcome } from '../../model.ts'
import type { BannerScript } from '../banners/runtime-model.ts'
import type { Gate, Purpose } from '../model.ts'
import type { RawPlan } from '../plan.ts'

export interface FindingSite {
  /** Also its host: see `homeOf`. */
  readonly id: string
  /** What it does and why that matters, in one sentence. */
  readonly about: string
  /** `null`: nobody is asked. */
  readonly banner: BannerScript | null
  /** A link in the footer of every page asks for the choice again. */
  readonly hasWayBack: boolean
  /** HTML of its pages by path, without the frame. */
  readonly pages: Readonly<Record<string, string>>
  readonly tags: readonly Tag[]
  /** By path on the site's own host, or by whole address without query, which all sites then share. */
  readonly files: Readonly<Record<string, LabFile>>
  /** `Content-Security-Policy` of its pages. */
  readonly policy: string | null
  /** Hosts of the site that DNS calls an alias of another. */
  readonly aliases: Readonly<Record<string, string>>
  /** Replaces whole fields of the plan. */
  readonly plan: RawPlan
  /** Whoever does only this needs no consent: nothing may be left for a person to decide either. */
  readonly needsNoConsent: boolean
  readonly expected: readonly ExpectedFinding[]
}

/** What must be said; of outcomes other than `fail`, what is not listed may be said as well. */
export interface ExpectedFinding {
  readonly ruleId: string
  readonly state: ConsentState | null
  /** Vendor or host it is about; empty: the site. */
  readonly subject: string
  readonly outcome: Outcome
  /** Over the runs of the plan; `null` where that is of no interest. */
  readonly stability: Finding['stability'] | null
  /** A name the fix has to tell: the container or page to change; `null` where any will do. */
  readonly fixNames: string | null
}

export interface LabFile {
  readonly type: string
  readonly text: string
  /** What the next one who asks is given in its place, and so on in turn. */
  readonly inTurn: readonly string[]
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[]>>
  /** The answer comes this late. */
  readonly afterMs: number
}

/** What a page does for one purpose, once its gate lets it. */
export interface Tag {
  readonly purpose: Purpose
  readonly gate: Gate
  /** Of the pages that carry it; `null`: all. */
  readonly paths: readonly string[] | null
  readonly acts: readonly TagAct[]
}

/** In addresses and names `{random}` is drawn anew each time; in addresses `{url}` is the page's own, `{typed}` what stands in the field, `{digest}` the SHA-256 of the e-mail address in the page's query. */
export type TagAct =
  | {
      readonly do: 'request'
      readonly via: 'image' | 'beacon' | 'script' | 'style' | 'frame'
      readonly url: string
    }
  | {
      readonly do: 'cookie'
      readonly name: string
      readonly value: string
      readonly days: number
      readonly isSecure: boolean
    }
  | { readonly do: 'store'; readonly key: string; readonly value: string }
  | { readonly do: 'on-event'; readonly event: 'scroll' | 'pointermove'; readonly acts: readonly TagAct[] }
  | { readonly do: 'on-input'; readonly field: string; readonly acts: readonly TagAct[] }
