import { shown, siteDraft } from './banner/layers.ts'
import { listed } from './drafting.ts'
import type { ObservationOf } from '../model.ts'
import type { Rule } from './rule.ts'
import { NOTHING, said } from '../said.ts'

/** Whoever has accepted finds nothing on the page to take it back with. */
export const noWayBack: Rule = {
  id: 'F34',
  title: 'No lasting way to withdraw',
  law: ['GDPR Art. 7(3)', 'EDPB Cookie Banner Taskforce report, type K'],
  severity: 'medium',
  states: ['accepted'],
  asked: 'each',
  needs: ['privacy-controls'],
  holds: said`every page that was looked at led back to the choice`,
  evaluate: (_, context) => {
    const pages = context.observations.filter(
      (seen): seen is ObservationOf<'privacy-controls'> => seen.kind === 'privacy-controls',
    )
    if (pages.length === 0)
      return { outcome: 'unclear', because: said`Nobody looked for a way back to the choice on any page.` }
    const looked = shown(context, pages)
    const without = looked.filter(({ controls }) => !controls.some(({ what }) => what === 'consent'))
    if (without.length === 0) return []
    const lost = context.steps.filter(({ id }) => without.some(({ stepId }) => stepId === id))
    const isAll = without.length === looked.length
    const where =
      isAll && lost.length > 2
        ? said`all ${lost.length} pages`
        : listed(
            lost.map(({ label }) => label),
            6,
          )
    const policy = without.some(({ controls }) => controls.some(({ what }) => what === 'policy'))
      ? said` A link to a policy is there, but nothing that says it opens the choice.`
      : NOTHING
    const tried = context.choices.find(({ choice, verdict }) => choice === 'withdraw' && verdict === 'not-offered')
    return [
      siteDraft(context, [...without, ...(tried ? [tried] : [])], {
        summary: said`Nothing that leads back to the choice was seen on ${where} after accept.${policy}`,
        fix: said`Keep a link such as "Cookie settings" in the footer of every page, or a small icon in a corner, that opens the choice again.`,
      }),
    ]
  },
}
