import { layersOf, meaning, siteDraft, unmeasured } from './banner/layers.ts'
import { listed, quoted } from './drafting.ts'
import type { InterfaceToggle } from '../model.ts'
import type { Rule } from './rule.ts'
import { NOTHING, said } from '../said.ts'

/** The banner came with boxes ticked for what would normally need consent. */
export const switchedOnInAdvance: Rule = {
  id: 'F13',
  title: 'Choices switched on in advance',
  law: ['GDPR Art. 4(11), recital 32', 'CJEU C-673/17 (Planet49)', 'EDPB Cookie Banner Taskforce report, type B'],
  severity: 'high',
  states: ['no-choice', 'rejected', 'accepted'],
  asked: 'once',
  needs: ['banner', 'banner-interface'],
  holds: said`nothing that would normally need consent was switched on in the layers that were opened`,
  evaluate: (_, context) => {
    const layers = layersOf(context)
    const [first] = layers
    if (!first) return unmeasured(context)
    const on = layers.flatMap((layer) => layer.toggles.filter(isTickedInAdvance).map((toggle) => ({ layer, toggle })))
    const named = on.filter(({ toggle }) => toggle.label !== '')
    if (on.length > 0) {
      const names = listed(
        named.map(({ toggle }) => quoted(toggle.label)),
        5,
      )
      const which = named.length === 0 ? NOTHING : said`: ${names}`
      const where = listed(on.map(({ layer }) => String(layer.layer)))
      const doubt = named.length === 0 ? said` What they are for could not be read: a person has to look.` : NOTHING
      return [
        siteDraft(context, [...new Set(on.map(({ layer }) => layer))], {
          outcome: named.length > 0 ? 'fail' : 'unclear',
          summary:
            on.length === 1
              ? said`${1} toggle was on before the visitor had done anything, on layer ${where}${which}.${doubt}`
              : said`${on.length} toggles were on before the visitor had done anything, on layer ${where}${which}.${doubt}`,
          fix: said`Deliver every toggle switched off, except for what is strictly necessary.`,
        }),
      ]
    }
    const hasHidden = meaning(first, 'settings').length > 0 && layers.length === 1
    if (hasHidden)
      return {
        outcome: 'unclear',
        because: said`The settings of the banner were not opened, so their toggles were not seen.`,
      }
    return layers.every(({ toggles }) => toggles.length === 0)
      ? { outcome: 'not-applicable', because: said`The banner has no toggles.` }
      : []
  },
}

/** Legitimate interest is a question of its own. */
const isTickedInAdvance = ({ isOn, isLocked, saysNecessary, saysLegitimateInterest }: InterfaceToggle): boolean =>
  isOn && !isLocked && !saysNecessary && !saysLegitimateInterest
