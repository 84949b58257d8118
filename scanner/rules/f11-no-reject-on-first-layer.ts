import { firstLayer, labels, meaning, siteDraft, unmeasured, unread } from './banner/layers.ts'
import { counted } from './drafting.ts'
import type { Rule } from './rule.ts'
import { NOTHING, said } from '../said.ts'

/** The first layer lets the visitor accept, and not refuse. */
export const noRejectOnFirstLayer: Rule = {
  id: 'F11',
  title: 'No way to refuse on the first layer',
  law: ['GDPR Art. 4(11), 7(3)', 'ePrivacy Directive Art. 5(3)', 'EDPB Cookie Banner Taskforce report, type A'],
  severity: 'high',
  states: ['no-choice', 'rejected', 'accepted'],
  asked: 'once',
  needs: ['banner', 'banner-interface'],
  holds: said`the first layer of the banner offered a refusal`,
  evaluate: (_, context) => {
    const layer = firstLayer(context)
    if (!layer) return unmeasured(context)
    const refusal = context.choices.find(({ choice, verdict }) => choice === 'reject' && verdict === 'proven')
    if (meaning(layer, 'reject').length > 0 || refusal?.layer === 1) return []
    const offered = meaning(layer, 'accept', 'acknowledge', 'settings', 'save')
    if (offered.length === 0)
      return { outcome: 'unclear', because: said`None of the words on the banner’s controls could be read.` }
    const open = unread(layer)
    const took = refusal
      ? refusal.layer === null
        ? said` Refusing took ${counted(refusal.clicks.length, 'click')}, on layer unknown.`
        : said` Refusing took ${counted(refusal.clicks.length, 'click')}, on layer ${refusal.layer}.`
      : NOTHING
    const doubt = open.length > 0 ? said` What ${labels(open)} does could not be read: a person has to look.` : NOTHING
    return [
      siteDraft(context, [layer, ...(refusal ? [refusal] : [])], {
        outcome: open.length > 0 ? 'unclear' : 'fail',
        summary: said`The first layer of the banner offers ${labels(offered)}, but no way to refuse.${took}${doubt}`,
        fix: said`Put a button that refuses everything beside the one that accepts, on the first layer, of the same kind and size.`,
      }),
    ]
  },
}
