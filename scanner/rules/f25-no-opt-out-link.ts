import { shown, siteDraft } from './banner/layers.ts'
import { grouped, listed, sentData } from './drafting.ts'
import type { ObservationOf } from '../model.ts'
import type { Rule } from './rule.ts'
import { said } from '../said.ts'

/** Data goes to vendors to whom that would be a sale or sharing, and the page has no link to opt out. */
export const noOptOutLink: Rule = {
  id: 'F25',
  title: 'No link to opt out of sale and sharing',
  law: ['CCPA § 1798.135(a)', '11 CCR 7013, 7015, 7026(a)(4)'],
  severity: 'medium',
  states: ['no-choice', 'gpc'],
  asked: 'once',
  needs: ['privacy-controls', 'request'],
  holds: said`every page that was looked at had a link to opt out of sale and sharing`,
  evaluate: (sightings, context) => {
    const pages = context.observations.filter(
      (seen): seen is ObservationOf<'privacy-controls'> => seen.kind === 'privacy-controls',
    )
    if (pages.length === 0)
      return { outcome: 'unclear', because: said`Nobody looked for links about privacy on any page.` }
    const sharers = grouped(sightings.filter((each) => each.party !== 'first' && sentData(each, context))).filter(
      ([{ vendorId }]) => vendorId !== null && context.vendor(vendorId).saleOrShare === 'likely',
    )
    if (sharers.length === 0) {
      const because = said`No vendor was sent data for whom a sale or sharing is likely.`
      return { outcome: 'not-applicable', because }
    }
    const without = shown(context, pages).filter(
      ({ controls }) => !controls.some(({ what }) => what === 'opt-out' || what === 'choices'),
    )
    if (without.length === 0) return []
    const sharing =
      sharers.length === 1
        ? said`${1} vendor for whom a sale or sharing is likely was sent data`
        : said`${sharers.length} vendors for whom a sale or sharing is likely were sent data`
    const labels = context.steps
      .filter(({ id }) => without.some(({ stepId }) => stepId === id))
      .map(({ label }) => label)
    return [
      siteDraft(context, without, {
        summary: said`No link "Do Not Sell or Share My Personal Information" or "Your Privacy Choices" was seen on ${listed(labels, 6)}, while ${sharing}: ${listed(sharers.map(([{ name }]) => name))}. A cookie banner alone is not such a method.`,
        fix: said`Put the link into the header or footer of every page that collects data, and let it lead to an opt-out that also stops these vendors.`,
      }),
    ]
  },
}
