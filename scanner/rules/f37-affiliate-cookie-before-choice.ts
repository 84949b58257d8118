import { draft, gate, isAffiliate, lifetime, onSteps, quoted, storedItems, when } from './drafting.ts'
import type { Rule } from './rule.ts'
import { said } from '../said.ts'

/** Who sent the visitor was written down before the visitor could choose. */
export const affiliateCookieBeforeChoice: Rule = {
  id: 'F37',
  title: 'Affiliate cookie before any choice',
  law: ['ePrivacy Directive Art. 5(3)', 'Art. 29 Working Party Opinion 04/2012 (WP 194)'],
  severity: 'medium',
  states: ['no-choice'],
  asked: 'each',
  needs: ['cookie-write', 'cookie'],
  holds: said`no affiliate cookie was stored`,
  evaluate: (sightings, context) =>
    storedItems(sightings.filter(isAffiliate), context).map((items) => {
      const [first] = items
      return draft(context, items, {
        item: first.item,
        summary: said`${first.name} stored the affiliate cookie ${quoted(first.item)} (${lifetime(first.lifetimeDays)}) ${onSteps(context, items)} ${when(context.state)}.`,
        fix: gate(context, items),
        readings: READINGS,
      })
    }),
}

const READINGS = {
  strict: said`the visitor did not ask for the affiliate to be paid, so it needs consent.`,
  tolerant: said`it only settles who brought a sale the visitor wants, as vendors who call it essential say.`,
}
