import { layersOf, meaning, siteDraft, unmeasured } from './banner/layers.ts'
import { counted, listed, quoted } from './drafting.ts'
import type { InterfaceToggle } from '../model.ts'
import type { Rule } from './rule.ts'

/** The banner came with boxes ticked for what would normally need consent. */
export const switchedOnInAdvance: Rule = {
  id: 'F13',
  title: 'Choices switched on in advance',
  law: ['GDPR Art. 4(11), recital 32', 'CJEU C-673/17 (Planet49)', 'EDPB Cookie Banner Taskforce report, type B'],
  severity: 'high',
  states: ['no-choice', 'rejected', 'accepted'],
  asked: 'once',
  needs: ['banner', 'banner-interface'],
  holds: 'nothing that would normally need consent was switched on in the layers that were opened',
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
      const where = `on layer ${listed(new Set(on.map(({ layer }) => String(layer.layer))))}`
      const doubt = named.length === 0 ? ' What they are for could not be read: a person has to look.' : ''
      return [
        siteDraft(context, [...new Set(on.map(({ layer }) => layer))], {
          outcome: named.length > 0 ? 'fail' : 'unclear',
          summary: `${counted(on.length, 'toggle')} ${on.length === 1 ? 'was' : 'were'} on before the visitor had done anything, ${where}${names === '' ? '' : `: ${names}`}.${doubt}`,
          fix: 'Deliver every toggle switched off, except for what is strictly necessary.',
        }),
      ]
    }
    const hasHidden = meaning(first, 'settings').length > 0 && layers.length === 1
    if (hasHidden)
      return {
        outcome: 'unclear',
        because: 'The settings of the banner were not opened, so their toggles were not seen.',
      }
    return layers.every(({ toggles }) => toggles.length === 0)
      ? { outcome: 'not-applicable', because: 'The banner has no toggles.' }
      : []
  },
}

/** Legitimate interest is a question of its own. */
const isTickedInAdvance = ({ isOn, isLocked, saysNecessary, saysLegitimateInterest }: InterfaceToggle): boolean =>
  isOn && !isLocked && !saysNecessary && !saysLegitimateInterest
