import { allows } from '../states.ts'
import { draft, gate, onSteps, quoted, when } from './drafting.ts'
import type { Rule } from './rule.ts'
import { said } from '../said.ts'

/** A host of the site's own name is another company's machine: what looks like the site's is the vendor's. */
export const disguisedHost: Rule = {
  id: 'F38',
  title: 'Vendor behind a host of the site',
  law: ['ePrivacy Directive Art. 5(3): whose name a host bears makes no difference', 'GDPR Art. 5(1)(a)'],
  severity: 'medium',
  states: ['no-choice', 'rejected', 'accepted'],
  asked: 'each',
  needs: ['cname', 'request'],
  holds: said`no host of the site was found to be an alias of a vendor that would normally need consent`,
  evaluate: (sightings, context) => {
    const { aliases } = context
    if (aliases.length === 0)
      return {
        outcome: 'not-applicable',
        because: said`The plan does not ask for aliases of the hosts that were met (lookups: cnames).`,
      }
    const once = new Map(aliases.map((alias) => [alias.host, alias]))
    return [...once.values()].flatMap((alias) => {
      const owner = alias.chain.map((host) => context.hostOwner(host)).find((each) => each !== null)
      if (!owner || (owner.category !== 'marketing' && owner.category !== 'analytics')) return []
      const seen = sightings.filter((each) => each.kind === 'request' && each.host === alias.host)
      if (seen.length === 0) return []
      const isAllowed = allows(context.state, owner.category)
      const first = seen[0]
      return [
        {
          ...draft(context, seen, {
            outcome: isAllowed ? 'unclear' : 'fail',
            severity: isAllowed ? 'info' : null,
            summary: said`${quoted(alias.host)} is an alias of ${quoted(alias.chain.at(-1) ?? '')}, which is ${owner.name}’s; it was called ${onSteps(context, seen)} ${when(context.state)}. What it sets counts as the site’s own cookies.`,
            fix: said`Name ${owner.name} in policy and banner. ${first && !isAllowed ? gate(context, { ...first, name: owner.name, category: owner.category }) : said`Hold ${quoted(alias.host)} back as ${owner.name} would be.`}`,
          }),
          vendorId: owner.vendorId,
          subject: owner.vendorId ?? alias.host,
          item: alias.host,
          category: owner.category,
          evidence: [alias.id, ...seen.flatMap(({ observations }) => observations)],
        },
      ]
    })
  },
}
