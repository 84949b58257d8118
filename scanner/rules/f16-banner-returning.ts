import { draft, when } from './drafting.ts'
import type { ObservationOf } from '../model.ts'
import type { Rule } from './rule.ts'
import { said } from '../said.ts'

/** The visitor chose, and was asked again on a later page: the choice was not kept. */
export const bannerReturning: Rule = {
  id: 'F16',
  title: 'Banner returns after the choice',
  law: ['ePrivacy Directive Art. 5(3)', 'GDPR Art. 7'],
  severity: 'medium',
  states: ['rejected', 'accepted'],
  asked: 'each',
  needs: ['banner'],
  holds: said`no banner came back`,
  evaluate: (_, context) => {
    const looks = context.observations.filter((seen): seen is ObservationOf<'banner'> => seen.kind === 'banner')
    if (looks.length === 0)
      return { outcome: 'unclear', because: said`Nobody looked for a banner again ${when(context.state)}.` }
    const back = looks.filter(({ visible }) => visible)
    const labels = context.steps.filter(({ id }) => back.some(({ stepId }) => stepId === id)).map(({ label }) => label)
    if (back.length === 0) return []
    return [
      {
        ...draft(context, [], {
          summary: said`The banner asked again on ${labels.join(', ')} ${when(context.state)}.`,
          fix: said`Keep the choice where every page and host of the funnel can read it, and read it before showing the banner.`,
        }),
        stepIds: [...new Set(back.map(({ stepId }) => stepId))],
        evidence: back.map(({ id }) => id),
      },
    ]
  },
}
