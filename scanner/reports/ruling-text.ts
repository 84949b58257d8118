import type { Decision, StandingRuling } from '../model.ts'

export const DECISION_NAMES: Readonly<Record<Decision, string>> = {
  compliant: 'Compliant',
  'not-compliant': 'Not compliant',
  'to-be-decided': 'To be decided',
  'accepted-risk': 'Accepted risk',
}

/** A person's word in one line: `Accepted risk until 2027-03-31, A. Diaz, 2026-11-21: contract ends then`. */
export function rulingText({ decision, until, expired, comment, by, at }: StandingRuling): string {
  const time = until === null ? '' : expired ? `, which ended on ${until}: to be decided again` : ` until ${until}`
  return `${DECISION_NAMES[decision]}${time} (${by}, ${at.slice(0, 10)})${comment === '' ? '' : `. ${comment}`}`
}
