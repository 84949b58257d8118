import type { Sighting } from '../model.ts'
import { draft, grouped, inBrackets, listed, needsConsent, onSteps, quoted, requestsOf } from './drafting.ts'
import type { Rule, RuleContext } from './rule.ts'
import { said } from '../said.ts'

/** Every script on the page where cards are entered can read the card; only the payment provider's has to be there. */
export const scriptsOnCheckout: Rule = {
  id: 'F31',
  title: 'Third-party scripts on the checkout',
  law: ['PCI DSS 4.0.1, 6.4.3 and 11.6.1', 'GDPR Art. 32'],
  severity: 'high',
  states: ['accepted', 'no-choice'],
  asked: 'once',
  needs: ['request'],
  holds: said`no script of others than the site and its payment providers ran on the checkout`,
  evaluate: (sightings, context) => {
    const checkouts = new Set(context.steps.filter(({ role }) => role === 'checkout').map(({ id }) => id))
    if (checkouts.size === 0)
      return { outcome: 'not-applicable', because: said`The plan names no checkout among its steps.` }
    const scripts = sightings.filter(
      (each) =>
        checkouts.has(each.stepId) && each.party !== 'first' && isScript(each, context) && !isPayment(each, context),
    )
    return grouped(scripts).map((same) => {
      const [first] = same
      const items = listed(same.map(({ item }) => quoted(item)))
      return draft(context, same, {
        // Whether this page itself takes the card cannot be seen without paying.
        outcome: needsConsent(first) ? 'fail' : 'unclear',
        severity: needsConsent(first) ? null : 'medium',
        summary: said`Scripts of ${first.name} (${items}) ran ${onSteps(context, same)}, where they can read what is typed unless the card is entered in a frame of the payment provider.`,
        fix: said`Take ${first.name}${inBrackets(context, same)} off the checkout, or list it with the reason it has to be there, and watch its code for changes (integrity hashes, a content security policy).`,
      })
    })
  },
}

function isScript(sighting: Sighting, context: RuleContext): boolean {
  if (sighting.kind !== 'request' || context.effect(sighting) === 'blocked') return false
  return requestsOf(sighting, context).some(({ resourceType }) => resourceType === 'script')
}

function isPayment({ vendorId, category }: Sighting, { vendor }: RuleContext): boolean {
  if (vendorId === null) return false
  const { kinds } = vendor(vendorId)
  return (
    category === 'necessary' ||
    kinds.some((kind) => ['payment', 'checkout', 'fraud-prevention', 'consent-management'].includes(kind))
  )
}
