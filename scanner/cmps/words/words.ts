/**
 * What banners say in one language. Alternatives are separated by `|`; `*` ends a stem; accents and case are ignored.
 * A label has a meaning only when *every* word of it is known here: "Accept all cookies" accepts, "Accept offer" says
 * nothing to us. So a word belongs in these lists only if no button that means something else could be made of it.
 */
export interface Words {
  readonly language: string
  /** What a banner speaks of; without it nothing is a banner. */
  readonly topic: string
  /** What a banner says besides; tells a consent notice from a bakery. */
  readonly context: string
  readonly accept: string
  readonly reject: string
  /** Refusals that are put as acceptance of less: "accept only necessary". */
  readonly only: string
  readonly settings: string
  readonly save: string
  readonly acknowledge: string
  /** Words that change nothing. */
  readonly filler: string
  /** "All": makes "save" or "confirm" an acceptance. */
  readonly all: string
}
