import type { Sighting } from './assessment.ts'
import type { PageError, PlayerSeen } from './working-facts.ts'

/** What holding chosen vendors back does to an accepted visit: the question before a gate is built. */

export interface WhatIf {
  /** Vendors, or hosts of nobody known, of which requests were held back. */
  readonly held: readonly { readonly vendor: string; readonly name: string }[]
  /** Done after accept and not when held back, on pages that both journeys reached. */
  readonly gone: readonly WhatIfItem[]
  /** Done by a held vendor all the same. */
  readonly leaks: readonly WhatIfItem[]
  /** Requests of others that were answered after accept and failed now. */
  readonly broken: readonly WhatIfItem[]
  /** Pages that the accepted journey reached and this one did not. */
  readonly stepsLost: readonly string[]
  /** Steps that are reached by sending a form, and were after accept. */
  readonly forms: { readonly sent: readonly string[]; readonly lost: readonly string[] }
  /** Errors that no accepted visit showed; `null` where one of the journeys could not tell. */
  readonly errors: readonly WhatIfError[] | null
  /** Videos and sounds; `null` where one of the journeys could not tell. */
  readonly players: { readonly seen: number; readonly lost: readonly WhatIfPlayer[] } | null
  /** Documents in frames, such as an embedded player, that were there after accept and are not now. */
  readonly embeds: readonly WhatIfItem[]
  /** What was stored after accept because of code that was held back, and was not stored without it. */
  readonly without: readonly WhatIfCause[]
}

export interface WhatIfItem extends Pick<
  Sighting,
  'vendorId' | 'name' | 'category' | 'kind' | 'item' | 'observations'
> {
  readonly stepIds: readonly string[]
}

export interface WhatIfError extends Pick<PageError, 'how' | 'text' | 'url' | 'line'> {
  readonly stepIds: readonly string[]
  readonly observations: readonly string[]
}

/** Of one document and source, how far they came: given something to play, or playing. */
export interface WhatIfPlayer extends Pick<PlayerSeen, 'page' | 'source'> {
  readonly stepId: string
  readonly was: 'ready' | 'playing'
  readonly is: 'missing' | 'ready'
  readonly observations: readonly string[]
}

export interface WhatIfCause {
  /** The request that was held back. */
  readonly by: WhatIfItem
  readonly stored: readonly WhatIfItem[]
}
