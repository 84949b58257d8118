import type { Category, Choice, Fate, Mark, Moment, Outcome, Party, ProofKind, Severity, StepRole } from '../model.ts'

/** What reports call the words of the model. */

export const STATE_NAMES: Readonly<Record<Moment, string>> = {
  'no-choice': 'No choice',
  scrolled: 'Scrolled',
  closed: 'Banner closed',
  rejected: 'Rejected',
  accepted: 'Accepted',
  'accepted:functional': 'Functional only',
  'accepted:analytics': 'Analytics only',
  'accepted:marketing': 'Marketing only',
  'accepted:functional+analytics': 'Functional, analytics',
  'accepted:functional+marketing': 'Functional, marketing',
  'accepted:analytics+marketing': 'Analytics, marketing',
  withdrawn: 'Withdrawn',
  gpc: 'GPC',
  gated: 'Gated',
  choosing: 'While choosing',
}

/** In the order of reading: what needs consent first. */
export const CATEGORIES: readonly Category[] = ['marketing', 'analytics', 'unclassified', 'functional', 'necessary']

export const CATEGORY_NAMES: Readonly<Record<Category, string>> = {
  marketing: 'Marketing',
  analytics: 'Analytics',
  unclassified: 'Unclassified',
  functional: 'Functional',
  necessary: 'Necessary',
}

export const MARKS: readonly Mark[] = ['both', 'stored', 'sent', 'present', 'none', 'blocked', 'unseen']

export const MARK_NAMES: Readonly<Record<Mark, string>> = {
  both: 'stored and sent',
  stored: 'stored on the device',
  sent: 'request sent',
  present: 'on the page, silent',
  none: 'nothing seen',
  blocked: 'blocked or held back',
  unseen: 'could not be seen',
}

export const PARTY_NAMES: Readonly<Record<Party, string>> = {
  first: 'first party',
  third: 'third party',
  'first-disguised': 'third party under a first-party name',
}

/** Heaviest first. */
export const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'info']

export const OUTCOME_NAMES: Readonly<Record<Outcome, string>> = {
  fail: 'to act on',
  unclear: 'for a person to decide',
  pass: 'nothing to act on',
  'not-applicable': 'no question here',
}

export const OUTCOMES: readonly Outcome[] = ['fail', 'unclear', 'pass', 'not-applicable']

export const ROLE_NAMES: Readonly<Record<StepRole, string>> = {
  landing: 'landing page',
  'opt-in': 'opt-in',
  'thank-you': 'thank-you page',
  sales: 'sales page',
  checkout: 'checkout',
  upsell: 'upsell',
  page: 'page',
}

export const FATE_NAMES: Readonly<Record<Fate, string>> = {
  attempted: 'attempted',
  sent: 'sent, no answer seen',
  answered: 'answered',
  failed: 'failed',
  blocked: 'blocked',
}

export const CHOICE_NAMES: Readonly<Record<Choice, string>> = {
  reject: 'Reject',
  accept: 'Accept',
  'accept-part': 'Accept in part',
  withdraw: 'Withdraw',
  close: 'Close without an answer',
}

export const PROOF_NAMES: Readonly<Record<ProofKind, string>> = {
  'trusted-click': 'trusted click',
  'banner-gone': 'banner gone',
  'stored-choice': 'choice stored',
  'cmp-state': 'state of the CMP',
  'consent-string': 'consent string',
  'consent-signal': 'consent signal',
  'storage-changed': 'storage changed',
}

/** Of old scans too, which were judged under one. */
export function jurisdictionNames({
  jurisdiction,
  jurisdictions,
}: {
  readonly jurisdiction: string
  readonly jurisdictions: readonly string[]
}): string {
  return (jurisdictions.length > 0 ? jurisdictions : [jurisdiction]).map(jurisdictionName).join(', ')
}

/** `EU`, `US-CA`. */
export function jurisdictionName(id: string): string {
  return id.toUpperCase()
}
