import { when } from './drafting.ts'
import { isReadable, leakDrafts, leaksIn, nothingTyped, onPages } from './leaks.ts'
import type { Rule } from './rule.ts'
import { said } from '../said.ts'

/** What the visitor typed stands in an address or a referrer that another party got: it ends in logs everywhere. */
export const identityInAddress: Rule = {
  id: 'F26',
  title: 'Contact data in an address that others get',
  law: ['GDPR Art. 5(1)(c), 5(1)(f), 32'],
  severity: 'critical',
  states: ['no-choice', 'rejected', 'accepted'],
  asked: 'each',
  needs: ['canary-seen', 'request'],
  holds: said`no address or referrer that another party got held what the visitor typed`,
  evaluate: (sightings, context) => {
    const because = nothingTyped(context)
    if (because !== null) return { outcome: 'not-applicable', because }
    const leaks = leaksIn(sightings, context).filter(
      (leak) => isReadable(leak) && (leak.seen.where === 'url' || leak.seen.where === 'header'),
    )
    return leakDrafts(context, leaks, () => ({
      told: (to, how) =>
        said`went to ${to} in readable form (${how}) ${onPages(context, leaks)} ${when(context.state)}.`,
      fix: (to) =>
        said`Keep contact data out of addresses: send the form by POST, do not pass it on in links or redirects, and tell ${to} page addresses without their parameters.`,
    }))
  },
}
