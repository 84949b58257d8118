/** What became of the canary: an identity and click ids that nobody else has, given to the site to see where they turn up. */

import type { CanaryPart } from './plan.ts'

/** A value of the canary's was found in something that leaves the browser or is stored by it; stamped as that was. */
export interface CanarySeenFact {
  readonly kind: 'canary-seen'
  readonly what: CanaryValue
  /** Name of the click id, such as `gclid`. */
  readonly clickId: string | null
  readonly encoding: CanaryEncoding
  readonly where: 'url' | 'header' | 'body' | 'cookie' | 'storage' | 'socket'
  /** Who got it: host of the request or socket, domain of the cookie, host of the storage's origin. */
  readonly host: string
  /** Of the request, when it was sent with one. */
  readonly requestId: string | null
  /** Query parameter, header, cookie or storage key; `null` where there is none, as in a path. */
  readonly key: string | null
  /** No form had been sent by then. */
  readonly beforeSubmit: boolean
}

export type CanaryValue = 'email' | 'phone' | 'first-name' | 'last-name' | 'click-id'

/** `url`: percent-encoded; `case-folded`: in other letters than were typed. Digests also of the value in lower case. */
export type CanaryEncoding = 'plain' | 'case-folded' | 'url' | 'base64' | `${CanaryDigest}-${'hex' | 'base64'}`
export type CanaryDigest = 'md5' | 'sha1' | 'sha256' | 'sha512'

/** The visitor filled in a field. What was typed is not told: it can be made again from the scan's salt. */
export interface FilledFact {
  readonly kind: 'filled'
  /** In words, as the plan names it. */
  readonly field: string
  /** Part of the canary's identity, or the operator's own words. */
  readonly what: CanaryPart | 'words'
  /** An embedded form stands in a frame, one that was opened in a window of its own. */
  readonly where: 'page' | 'frame' | 'window'
  /** Of the document the field stands in. */
  readonly url: string
}

/** What DNS says a subdomain of the site stands for; asked only when the plan says so. */
export interface CnameFact {
  readonly kind: 'cname'
  readonly host: string
  /** Each alias in turn, the last one being the name that has addresses; empty when there is none. */
  readonly chain: readonly string[]
}
