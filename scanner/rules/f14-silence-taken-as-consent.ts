import { contactOrStored, draft, gate, grouped, needsConsent, onSteps, subjectOf, when } from './drafting.ts'
import type { Rule } from './rule.ts'
import { said } from '../said.ts'

/** Scrolling on, or closing the banner, started vendors that had waited for consent. */
export const silenceTakenAsConsent: Rule = {
  id: 'F14',
  title: 'Scrolling or closing taken as consent',
  law: ['GDPR Art. 4(11), recital 32', 'EDPB Guidelines 05/2020, paragraph 86'],
  severity: 'high',
  states: ['scrolled', 'closed'],
  asked: 'each',
  needs: ['request', 'cookie-write', 'storage-write'],
  holds: said`no vendor began to work that had waited for consent`,
  evaluate: (sightings, context) => {
    const before = context.sightingsIn('no-choice')
    if (before === null) {
      const because = said`What vendors do before any choice was not seen, so nothing can be compared.`
      return { outcome: 'unclear', because }
    }
    const isAtWork = (each: (typeof sightings)[number]): boolean => needsConsent(each) && contactOrStored(each, context)
    const already = new Set(before.filter(isAtWork).map(subjectOf))
    const begun = sightings.filter((each) => isAtWork(each) && !already.has(subjectOf(each)))
    return grouped(begun).map((same) =>
      draft(context, same, {
        summary: said`${same[0].name} kept silent before any choice and was at work ${onSteps(context, same)} ${when(context.state)}.`,
        fix: said`Take nothing but a click on accept as consent. ${gate(context, same)}`,
      }),
    )
  },
}
