import { contactOrStored, draft, gate, grouped, needsConsent, onSteps, quoted, subjectOf, when } from './drafting.ts'
import type { ObservationOf, Sighting } from '../model.ts'
import type { Rule, RuleContext } from './rule.ts'
import { NOTHING, said } from '../said.ts'

/** A refusal that held on one page of the funnel and was lost on a later page or host. */
export const choiceLostOnTheWay: Rule = {
  id: 'F17',
  title: 'Refusal lost on a later step',
  law: ['GDPR Art. 7, 25', 'ePrivacy Directive Art. 5(3)'],
  severity: 'critical',
  states: ['rejected'],
  asked: 'each',
  needs: ['request', 'cookie-write', 'storage-write', 'page'],
  holds: said`no vendor that the refusal had silenced spoke again on a later step`,
  evaluate: (sightings, context) => {
    const isAtWork = (each: Sighting): boolean => needsConsent(each) && contactOrStored(each, context)
    const accepted = grouped((context.sightingsIn('accepted') ?? []).filter(isAtWork))
    const allowed = new Map(accepted.map((same) => [subjectOf(same[0]), same]))
    return grouped(sightings.filter(isAtWork)).flatMap((same) => {
      const lost = same.filter(({ stepId }) =>
        wasSilenced(context, same, allowed.get(subjectOf(same[0])) ?? [], stepId),
      )
      const [first] = lost
      if (!first) return []
      const elsewhere = otherHost(context, first.stepId)
      return [
        draft(context, lost, {
          summary: said`${first.name} kept silent at first ${when(context.state)}, but was at work again ${onSteps(context, lost)}${elsewhere === null ? NOTHING : said`, on ${quoted(elsewhere)}`}.`,
          fix: said`The refusal does not reach this step: let it read the same choice. ${gate(context, lost)}`,
        }),
      ]
    })
  },
}

/** On an earlier page the vendor is at work after accept and was not after reject: there the refusal held. */
function wasSilenced(
  { steps, blindSpots }: RuleContext,
  refused: readonly Sighting[],
  allowed: readonly Sighting[],
  stepId: string,
): boolean {
  const earlier = steps.slice(
    0,
    steps.findIndex(({ id }) => id === stepId),
  )
  const at = (seen: readonly { readonly stepId: string }[], id: string) => seen.some((each) => each.stepId === id)
  return earlier.some(({ id }) => at(allowed, id) && !at(refused, id) && !at(blindSpots, id))
}

/** The host of this step, when it is not the one on which the choice was made. */
function otherHost({ observations, choice }: RuleContext, stepId: string): string | null {
  const host = (id: string | undefined): string | null => {
    const page = observations.find((seen): seen is ObservationOf<'page'> => seen.kind === 'page' && seen.stepId === id)
    return page && URL.canParse(page.url) ? new URL(page.url).host : null
  }
  const here = host(stepId)
  return here === host(choice?.stepId) ? null : here
}
