import { isAffiliate, storedDraft, storedItems } from './drafting.ts'
import type { Rule } from './rule.ts'
import { said } from '../said.ts'

/** A cookie that would normally need consent was stored although the visitor had not chosen yet. */
export const cookieBeforeChoice: Rule = {
  id: 'F01',
  title: 'Cookie before any choice',
  law: ['ePrivacy Directive Art. 5(3)', 'GDPR Art. 6(1)(a)'],
  severity: 'high',
  states: ['no-choice'],
  asked: 'each',
  needs: ['cookie-write', 'cookie'],
  holds: said`no cookie that would normally need consent was stored`,
  evaluate: (sightings, context) =>
    storedItems(sightings, context)
      .filter(([first]) => !isAffiliate(first))
      .map((items) => storedDraft(context, items, items[0].category === 'marketing' ? 'critical' : null))
      .filter((draft) => draft !== null),
}
