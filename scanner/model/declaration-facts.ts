import type { Category } from './terms.ts'

/** What the site says of itself, to be held against what was seen. */

/** One row of a cookie policy, or of the list a consent platform shows. */
export interface DeclarationFact {
  readonly kind: 'declaration'
  /** Address of the page or frame it was read from. */
  readonly source: string
  /** `page`: a table of a policy; else the platform whose own list it is. */
  readonly list: 'page' | 'onetrust' | 'cookiebot' | 'usercentrics'
  /** Cookie or storage key as written; an asterisk or a run of `#` or `x` may stand for what differs. */
  readonly name: string
  readonly provider: string | null
  /** As written, with what it means where that is clear. */
  readonly categoryText: string | null
  readonly category: Category | null
  readonly lifetimeText: string | null
  /** 0 ends with the visit; `null` when nothing, or nothing clear, is said. */
  readonly days: number | null
}
