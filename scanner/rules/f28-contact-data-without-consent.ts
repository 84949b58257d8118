import { gate, when } from './drafting.ts'
import { isReadable, isRefused, isReplay, leakDrafts, leaksIn, nothingTyped, onPages, runsForms } from './leaks.ts'
import type { Rule } from './rule.ts'
import { said } from '../said.ts'

/** The form was sent to the site, and a marketing or analytics vendor got the contact data too, without consent. */
export const contactDataWithoutConsent: Rule = {
  id: 'F28',
  title: 'Contact data to a vendor without consent',
  law: ['GDPR Art. 6(1)(a)', 'ePrivacy Directive Art. 5(3)'],
  severity: 'high',
  states: ['no-choice', 'rejected', 'withdrawn'],
  asked: 'each',
  needs: ['canary-seen', 'request', 'socket'],
  holds: said`no vendor that would normally need consent got what the visitor typed`,
  evaluate: (sightings, context) => {
    const because = nothingTyped(context)
    if (because !== null) return { outcome: 'not-applicable', because }
    const leaks = leaksIn(sightings, context).filter((leak) => {
      // Readable in an address, or before the form was sent: spoken of elsewhere.
      const isElsewhere = leak.seen.beforeSubmit || (isReadable(leak) && leak.seen.where === 'url')
      return !isElsewhere && isRefused(leak, context) && !runsForms(leak, context) && !isReplay(leak, context)
    })
    return leakDrafts(context, leaks, ({ to }) => ({
      told: (name, how) =>
        said`went to ${name} with the form (${how}) ${onPages(context, leaks)} ${when(context.state)}. A digest of an address still names the person to whoever holds the address.`,
      fix: () =>
        to
          ? said`Send contact data on only with consent. ${gate(context, to)}`
          : said`Send contact data on only with consent.`,
    }))
  },
}
