import { draft, grouped, inBrackets, listed, needsConsent, onSteps, quoted, subjectOf, when } from './drafting.ts'
import type { ObservationOf, Sighting, Wording } from '../model.ts'
import type { Rule, RuleContext } from './rule.ts'
import { said } from '../said.ts'

/** Consent was taken back, but what had been stored under it stayed on the device. */
export const cookieKeptAfterWithdrawal: Rule = {
  id: 'F07',
  title: 'Cookie kept after withdrawal',
  law: ['GDPR Art. 7(3)', 'ePrivacy Directive Art. 5(3)'],
  severity: 'high',
  states: ['withdrawn'],
  asked: 'each',
  needs: ['cookie', 'request'],
  holds: said`no cookie that would normally need consent was left on the device`,
  evaluate: (sightings, context) => {
    const sent = cookiesSent(context)
    const kept = sightings.filter((each) => each.kind === 'cookie' && needsConsent(each))
    return grouped(kept, (each) => `${subjectOf(each)}\n${each.item}`).map((same) => {
      const names = same.flatMap(({ observations }) => observations).flatMap((id) => nameOf(context, id))
      const isSent = names.some((name) => sent.has(name))
      const [first] = same
      return draft(context, same, {
        item: first.item,
        severity: isSent ? 'high' : 'medium',
        summary: isSent
          ? said`${quoted(first.item)} of ${first.name} was still on the device ${onSteps(context, same)} ${when(context.state)}, and was sent along with requests.`
          : said`${quoted(first.item)} of ${first.name} was still on the device ${onSteps(context, same)} ${when(context.state)}.`,
        fix: said`When consent is withdrawn, let the banner delete ${quoted(first.item)} (${placeOf(context, same)}) and stop ${first.name}${inBrackets(context, same)}.`,
      })
    })
  },
}

function nameOf(context: RuleContext, id: string): readonly string[] {
  const seen = context.observation(id)
  return seen?.kind === 'cookie' ? [seen.name] : []
}

/** Whoever deletes a cookie has to name its domain and path. */
function placeOf(context: RuleContext, same: readonly Sighting[]): Wording {
  const kept = same.flatMap(({ observations }) => observations).map((id) => context.observation(id))
  const places = kept.flatMap((seen) =>
    seen?.kind === 'cookie' ? [said`domain ${seen.domain}, path ${seen.path}`] : [],
  )
  return listed(places)
}

/** Names of the cookies that went along with any request. */
function cookiesSent({ observations }: RuleContext): ReadonlySet<string> {
  const requests = observations.filter((seen): seen is ObservationOf<'request'> => seen.kind === 'request')
  const lines = requests.flatMap(({ headers }) =>
    Object.entries(headers).flatMap(([name, value]) => (name.toLowerCase() === 'cookie' ? [value] : [])),
  )
  return new Set(lines.flatMap((line) => line.split(';').map((pair) => (pair.split('=')[0] ?? '').trim())))
}
