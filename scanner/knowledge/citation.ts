import type { Identification } from '../model.ts'
import type { VendorRecord } from './vendor-record.ts'

/** Names a fact so that `tagtrail knowledge show <citation>` finds it. */
export function citation(record: { readonly id: string }, fact: string): string {
  return `${record.id}#${fact}`
}

/** How far a fact carries: what was seen or documented is certain, what others say is probable, what we remember is indicative. */
export function certaintyOf(fact: {
  readonly confidence: VendorRecord['endpoints'][number]['confidence']
  readonly disputed?: string | undefined
}): Identification['confidence'] {
  if (fact.confidence === 'inferred') return 'indicative'
  return fact.confidence === 'third-party' ? 'probable' : 'certain'
}
