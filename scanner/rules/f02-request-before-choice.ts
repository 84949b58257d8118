import { contactDrafts } from './drafting.ts'
import type { Rule } from './rule.ts'
import { said } from '../said.ts'

/** Data went to a vendor that would normally need consent although the visitor had not chosen yet. */
export const requestBeforeChoice: Rule = {
  id: 'F02',
  title: 'Tracking request before any choice',
  law: ['ePrivacy Directive Art. 5(3)', 'GDPR Art. 6(1)(a)', 'EDPB Guidelines 2/2023'],
  severity: 'high',
  states: ['no-choice'],
  asked: 'each',
  needs: ['request', 'cookie-write', 'storage-write'],
  holds: said`no data was sent to a vendor that would normally need consent`,
  evaluate: (sightings, context) => contactDrafts(context, sightings),
}
