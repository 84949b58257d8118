import type { ConsentState } from '../../main/contract.ts'

/** The consent states a form offers, in the order in which they are told; the rest stands in a plan file. */
export const STATES: readonly ConsentState[] = [
  'no-choice',
  'scrolled',
  'closed',
  'rejected',
  'accepted',
  'withdrawn',
  'gpc',
  'gated',
]
