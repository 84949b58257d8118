import { draft, grouped, inBrackets, listed, onSteps, quoted } from './drafting.ts'
import type { ObservationOf, Sighting } from '../model.ts'
import type { Rule, RuleContext } from './rule.ts'
import { said } from '../said.ts'

/** An identifier that travels, or may travel, without encryption. */
export const unprotectedIdentifier: Rule = {
  id: 'F39',
  title: 'Identifier without protection in transit',
  law: ['GDPR Art. 32'],
  severity: 'low',
  states: ['accepted', 'no-choice'],
  asked: 'once',
  needs: ['cookie', 'request', 'page'],
  holds: said`every identifier on the device was kept to encrypted connections, and so was every request`,
  evaluate: (sightings, context) => {
    const pages = context.observations.filter((seen): seen is ObservationOf<'page'> => seen.kind === 'page')
    if (!pages.some(({ url }) => url.startsWith('https:')))
      return { outcome: 'not-applicable', because: said`The funnel itself is not served over HTTPS.` }
    const open = sightings.filter((each) => each.kind === 'cookie' && each.identifier && !isSecure(each, context))
    const plain = sightings.filter((each) => each.kind === 'request' && urlOf(each, context).startsWith('http:'))
    return [
      ...grouped(open).map((same) => {
        const names = listed(
          same.map(({ item }) => quoted(item)),
          6,
        )
        return draft(context, same, {
          item: 'cookies',
          summary: said`Identifiers of ${same[0].name} are kept without the attribute Secure (${names}) ${onSteps(context, same)}.`,
          fix: said`Set ${names} with the attribute Secure${inBrackets(context, same)}.`,
        })
      }),
      ...grouped(plain).map((same) =>
        draft(context, same, {
          item: 'http',
          severity: 'medium',
          summary: said`Requests to ${same[0].name} went over plain HTTP ${onSteps(context, same)}.`,
          fix: said`Call ${quoted(same[0].host)} over HTTPS${inBrackets(context, same)}.`,
        }),
      ),
    ]
  },
}

function isSecure({ observations }: Sighting, context: RuleContext): boolean {
  return observations.every((id) => {
    const seen = context.observation(id)
    return seen?.kind !== 'cookie' || seen.secure
  })
}

/** Empty unless it was sent. */
function urlOf(sighting: Sighting, context: RuleContext): string {
  const seen = context.observation(sighting.observations[0] ?? '')
  return seen?.kind === 'request' && context.effect(sighting) === 'sent' ? seen.url : ''
}
