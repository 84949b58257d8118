import { draft, grouped, inBrackets, lifetime, onSteps, quoted, subjectOf } from './drafting.ts'
import type { Rule } from './rule.ts'
import { said } from '../said.ts'

/** The cookie that remembers the choice outlives what the authorities recommend, so the visitor is not asked again in time. */
export const choiceKeptTooLong: Rule = {
  id: 'F18',
  title: 'Choice kept too long',
  law: ['GDPR Art. 5(1)(e), 7', 'guidance of the national authorities on how long a choice may be kept'],
  severity: 'low',
  states: ['accepted', 'rejected'],
  asked: 'each',
  needs: ['cookie-write', 'cookie'],
  holds: said`no cookie that keeps the choice outlives the recommended time`,
  evaluate: (sightings, context) => {
    const choices = sightings.filter(({ category, item }) => category === 'necessary' && KEEPS_A_CHOICE.test(item))
    if (choices.length === 0)
      return { outcome: 'not-applicable', because: said`No cookie is known to keep the visitor’s choice.` }
    const { choiceDays } = context.limits
    const long = choices.filter(({ lifetimeDays }) => (lifetimeDays ?? 0) > choiceDays)
    return grouped(long, (each) => `${subjectOf(each)}\n${each.item}`).map((same) => {
      const [first] = same
      const days = same.reduce((most, each) => Math.max(most, each.lifetimeDays ?? 0), 0)
      return draft(context, same, {
        item: first.item,
        exceeds: { days, limit: 'choiceDays' },
        summary: said`${quoted(first.item)} keeps the choice for ${lifetime(days)} ${onSteps(context, same)}; recommended are at most ${lifetime(choiceDays)}.`,
        fix: said`Shorten ${quoted(first.item)} to ${lifetime(choiceDays)}${first.vendorId === null ? inBrackets(context, same) : said` in the settings of ${first.name}`}, and ask again after that.`,
      })
    })
  },
}

/** Names by which consent platforms, and sites themselves, keep a choice. */
const KEEPS_A_CHOICE =
  /consent|optanon|didomi_token|^_iub_cs|^cmplz_|^notice_(?:gdpr_)?pref|^klaro|^borlabs-cookie|^axeptio|cookie[-_]?(?:choice|notice|prefs)/i
