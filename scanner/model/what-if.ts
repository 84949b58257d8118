import type { Sighting } from './assessment.ts'

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
}

export interface WhatIfItem extends Pick<
  Sighting,
  'vendorId' | 'name' | 'category' | 'kind' | 'item' | 'observations'
> {
  readonly stepIds: readonly string[]
}
