import { draft, grouped, inBrackets, lifetime, needsConsent, onSteps, quoted, subjectOf } from './drafting.ts'
import type { Rule } from './rule.ts'
import { said } from '../said.ts'

/** A tracking cookie lives longer than the authorities recommend, accepted or not. */
export const trackerKeptTooLong: Rule = {
  id: 'F19',
  title: 'Tracker kept too long',
  law: ['GDPR Art. 5(1)(e)', 'CNIL guidelines 2020-091 and recommendation 2020-092: at most 13 months'],
  severity: 'medium',
  states: ['accepted', 'no-choice'],
  asked: 'once',
  needs: ['cookie-write', 'cookie'],
  holds: said`no tracking cookie outlives the recommended time`,
  evaluate: (sightings, context) => {
    const { trackerDays } = context.limits
    const long = sightings.filter(
      (each) => needsConsent(each) && context.effect(each) !== 'refused' && (each.lifetimeDays ?? 0) > trackerDays,
    )
    return grouped(long, (each) => `${subjectOf(each)}\n${each.item}`).map((same) => {
      const [first] = same
      const days = same.reduce((most, each) => Math.max(most, each.lifetimeDays ?? 0), 0)
      return draft(context, same, {
        item: first.item,
        exceeds: { days, limit: 'trackerDays' },
        summary: said`${quoted(first.item)} of ${first.name} lives ${lifetime(days)} ${onSteps(context, same)}; recommended are at most ${lifetime(trackerDays)}.`,
        fix: said`Set the lifetime of ${quoted(first.item)} to ${lifetime(trackerDays)} or less in the settings of ${first.name}${inBrackets(context, same)}.`,
      })
    })
  },
}
