import { firstLayer, largest, meaning, siteDraft, unmeasured, type Layer } from './banner/layers.ts'
import { disadvantages, unknownColours } from './banner/prominence.ts'
import { counted, quoted } from './drafting.ts'
import type { ObservationOf } from '../model.ts'
import type { DraftFinding, Rule, RuleContext } from './rule.ts'
import { NOTHING, said, together } from '../said.ts'

/** Both can be done, but refusing takes more clicks, or a keener eye. */
export const refusingHarderThanAccepting: Rule = {
  id: 'F12',
  title: 'Refusing is harder than accepting',
  law: ['GDPR Art. 4(11), 7(3), 25', 'EDPB Cookie Banner Taskforce report, types C, D and E'],
  severity: 'medium',
  states: ['no-choice', 'rejected', 'accepted'],
  asked: 'once',
  needs: ['banner', 'banner-interface'],
  holds: said`refusing was as easy to find and took no more clicks than accepting`,
  evaluate: (_, context) => {
    const layer = firstLayer(context)
    if (!layer) return unmeasured(context)
    const drafts = [...byDesign(context, layer), ...byClicks(context, layer)]
    if (drafts.length > 0) return drafts
    const [refusal, acceptance] = pairOn(layer)
    if (!refusal || !acceptance) {
      const because = said`The first layer does not offer both, so there is nothing to compare; see F11.`
      return { outcome: 'not-applicable', because }
    }
    const unknown = unknownColours(refusal, acceptance)
    return unknown === null
      ? []
      : { outcome: 'unclear', because: said`No other disadvantage was found, but ${unknown}.` }
  },
}

const pairOn = (layer: Layer) =>
  [largest(meaning(layer, 'reject')), largest(meaning(layer, 'accept', 'acknowledge'))] as const

function byDesign(context: RuleContext, layer: Layer): readonly DraftFinding[] {
  const [refusal, acceptance] = pairOn(layer)
  if (!refusal || !acceptance) return []
  const found = disadvantages(refusal, acceptance)
  if (found.length === 0) return []
  const isGrave = found.some((each) => each.isGrave)
  return [
    siteDraft(context, [layer], {
      item: 'design',
      severity: isGrave ? 'high' : null,
      summary: said`${quoted(refusal.text)} is less prominent than ${quoted(acceptance.text)}: ${together(
        found.map(({ text }) => text),
        '; ',
      )}.`,
      fix: said`Give ${quoted(refusal.text)} the same kind of button, size, font and contrast as ${quoted(acceptance.text)}.`,
    }),
  ]
}

function byClicks(context: RuleContext, layer: Layer): readonly DraftFinding[] {
  const made = (wanted: 'reject' | 'accept'): ObservationOf<'choice'> | undefined =>
    context.choices.find(({ choice, verdict }) => choice === wanted && verdict === 'proven')
  const [refusal, acceptance] = [made('reject'), made('accept')]
  if (!refusal) return []
  const more = clicksOf(refusal)
  const less = acceptance ? clicksOf(acceptance) : meaning(layer, 'accept', 'acknowledge').length > 0 ? 1 : null
  if (less === null || more <= less) return []
  const scrolled =
    refusal.scrolls > (acceptance?.scrolls ?? 0) ? said` and ${counted(refusal.scrolls, 'scroll')}` : NOTHING
  return [
    siteDraft(context, [layer, refusal, ...(acceptance ? [acceptance] : [])], {
      item: 'clicks',
      summary: said`Refusing took ${counted(more, 'click')}${scrolled}, accepting ${less}.`,
      fix: said`Let one click on the first layer refuse, as one click accepts.`,
    }),
  ]
}

/** A button that had to be pressed again because it did not react is one click. */
const clicksOf = ({ clicks }: ObservationOf<'choice'>): number =>
  new Set(clicks.map(({ text, x, y }) => `${text} ${Math.round(x)} ${Math.round(y)}`)).size
