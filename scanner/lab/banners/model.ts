/** Nouns of the banner lab: small sites that each carry one banner in one configuration, and what is true of it. */

import type { StateVerdict } from '../../model.ts'
import type { Gate, Purpose } from '../model.ts'

export interface BannerSite {
  /** Also its host: see `hostOf`. */
  readonly id: string
  /** Why this site is worth having, in one sentence. */
  readonly about: string
  /** BCP 47; the words of page and banner. */
  readonly language: string
  /** The npm package its banner is made of, or `null`. */
  readonly needs: string | null
  /** HTML that brings the banner: before the page's own words, and after them. */
  readonly head: string
  readonly body: string
  /** By path on the site's own host, or by whole address. */
  readonly files: Readonly<Record<string, BannerFile>>
  /** How its two tags wait for the choice; `null` is a site without that tag. */
  readonly tags: Readonly<Record<TagPurpose, Gate | null>>
  /** `Content-Security-Policy` of its pages. */
  readonly policy: string | null
  /** Whether it speaks Google's Consent Mode. */
  readonly consentMode: boolean
  readonly truth: BannerTruth
}

export interface BannerFile {
  readonly type: 'text/javascript' | 'text/html' | 'text/css'
  readonly text: string
}

export type TagPurpose = Extract<Purpose, 'analytics' | 'marketing'>

/** What a visitor has allowed. */
export type Allowed = Readonly<Record<Purpose, boolean>>

export interface BannerTruth {
  /** Whether the visitor is asked, or told, anything. */
  readonly banner: boolean
  /** What it is called by those who know it by name; `null` for home-made ones. */
  readonly cmp: string | null
  readonly reject: Ending
  readonly accept: Ending
}

/** What an honest attempt at one choice comes to. */
export interface Ending {
  /** Verdicts that would be true; more than one where reasonable instruments differ. */
  readonly verdicts: readonly StateVerdict[]
  /** What the site was told in the end; `null` when nothing may have been decided, `any` when it may or may not. */
  readonly grants: readonly Purpose[] | 'any' | null
  /** Layer of the banner on which the choice stands; `null` when it stands on none. */
  readonly layer: number | null
  /** Names of the cookies and storage items in which the site keeps this choice. */
  readonly keeps: readonly string[]
  /** Whether the banner asks again on the next page. */
  readonly asksAgain: boolean
}

/** What a page told the lab's server that its visitor did. */
export interface Deed {
  readonly what: DeedKind
  /** Of `decided`: what was allowed. */
  readonly grants: readonly Purpose[]
  /** Of `decoy`: what was pressed that is no consent banner. */
  readonly detail: string
  /** Whether it came from a real input event. */
  readonly trusted: boolean
}

export type DeedKind = 'decided' | 'opened' | 'closed' | 'decoy' | 'left' | 'paid'
