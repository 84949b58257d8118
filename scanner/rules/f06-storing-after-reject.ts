import { PARTS, storedDraft, storedItems } from './drafting.ts'
import type { Rule } from './rule.ts'
import { said } from '../said.ts'

/** The visitor said no, or took the yes back, and something that would normally need consent was stored all the same. */
export const storingAfterReject: Rule = {
  id: 'F06',
  title: 'Storing after refusal or withdrawal',
  law: ['ePrivacy Directive Art. 5(3)', 'GDPR Art. 4(11), 7', 'CNIL SAN-2025-005 (ineffective refusal)'],
  severity: 'critical',
  states: ['rejected', 'withdrawn', ...PARTS],
  asked: 'each',
  needs: ['cookie-write', 'cookie', 'storage-write', 'storage'],
  holds: said`nothing that would normally need consent was stored`,
  evaluate: (sightings, context) =>
    storedItems(sightings, context)
      .map((items) => storedDraft(context, items, null))
      .filter((draft) => draft !== null),
}
