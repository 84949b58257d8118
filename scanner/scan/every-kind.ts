import type { ObservationKind } from '../model.ts'

/** What is lost when a whole page is. */
export const everyKind: readonly ObservationKind[] = [
  'request',
  'cookie-write',
  'cookie',
  'storage-write',
  'storage',
  'page',
  'banner',
  'choice',
  'signal',
  'screenshot',
  'socket',
  'api-call',
]
