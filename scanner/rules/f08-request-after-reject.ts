import { contactDrafts, grouped, PARTS, sentData, subjectOf, wentTo } from './drafting.ts'
import type { Sighting, Wording } from '../model.ts'
import type { Rule } from './rule.ts'
import { NOTHING, said } from '../said.ts'

/** The visitor said no, or took the yes back, and data went to a vendor that would normally need consent all the same. */
export const requestAfterReject: Rule = {
  id: 'F08',
  title: 'Tracking requests after refusal or withdrawal',
  law: ['ePrivacy Directive Art. 5(3)', 'GDPR Art. 4(11), 7', 'CNIL SAN-2025-005 (ineffective refusal)'],
  severity: 'critical',
  states: ['rejected', 'withdrawn', ...PARTS],
  asked: 'each',
  needs: ['request', 'cookie-write', 'storage-write'],
  holds: said`no data was sent to a vendor that would normally need consent`,
  evaluate: (sightings, context) => {
    const accepted = context.sightingsIn('accepted')?.filter((each) => sentData(each, context))
    const bySubject = accepted && new Map(grouped(accepted).map((same) => [subjectOf(same[0]), same]))
    return contactDrafts(context, sightings, (contacts) => {
      const then = bySubject && (bySubject.get(subjectOf(contacts[0])) ?? [])
      return said`${wentTo(context, contacts)}${then ? compared(contacts, then) : NOTHING}.`
    })
  },
}

/** What the same vendor does after accept. */
function compared(contacts: readonly Sighting[], then: readonly Sighting[]): Wording {
  const now = new Set(contacts.map(placeOf))
  if (then.length === 0) return said`; after accept there were none`
  return then.every((each) => now.has(placeOf(each)))
    ? said`, no less than after accept`
    : said`; after accept there were more`
}

function placeOf({ stepId, item }: Sighting): string {
  return `${stepId}\n${item}`
}
