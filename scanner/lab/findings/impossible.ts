import type { Outcome } from '../../model.ts'

/** Outcomes that no real scan can come to, with the reason; of everything else the lab has a site. */
export const impossible: readonly Impossible[] = [
  {
    ruleId: 'F30',
    outcome: 'pass',
    because:
      'Recordings of sessions are packed: that nothing typed was found in one is no proof that it was hidden from it.',
  },
  {
    ruleId: 'F33',
    outcome: 'fail',
    because: 'On which ground data is transferred stands in contracts and lists, and no browser sees it.',
  },
]

export interface Impossible {
  readonly ruleId: string
  readonly outcome: Outcome
  readonly because: string
}
