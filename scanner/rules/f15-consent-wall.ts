import type { Wording } from '../model.ts'
import { firstLayer, labels, layersOf, meaning, siteDraft, unmeasured, type Layer } from './banner/layers.ts'
import type { Rule } from './rule.ts'
import { NOTHING, said, together } from '../said.ts'

/** The page cannot be used before accepting, and nothing else is offered. */
export const consentWall: Rule = {
  id: 'F15',
  title: 'No access without accepting',
  law: ['GDPR Art. 4(11), 7(4)', 'EDPB Guidelines 05/2020, paragraph 39', 'EDPB Opinion 08/2024 (large platforms)'],
  severity: 'high',
  states: ['no-choice', 'rejected', 'accepted'],
  asked: 'once',
  needs: ['banner', 'banner-interface'],
  holds: said`the page could be used, or the banner put away, without accepting`,
  evaluate: (_, context) => {
    const layer = firstLayer(context)
    if (!layer) return unmeasured(context)
    if (!isWall(layer)) return []
    const refusal = context.choices.find(({ choice }) => choice === 'reject')
    const offers = layersOf(context).flatMap((each) => meaning(each, 'reject', 'save'))
    if (offers.length > 0 || refusal?.verdict === 'proven') return []
    const isClosable = meaning(layer, 'acknowledge').some(({ text }) => CLOSES.test(text))
    if (isClosable) return []
    const hasSettings = meaning(layer, 'settings').length > 0
    if (hasSettings && refusal?.verdict !== 'not-offered') {
      const because = said`The banner keeps the page out of reach; whether its settings offer a refusal was not seen.`
      return { outcome: 'unclear', because }
    }
    const paid = layer.controls.filter(({ text }) => COSTS.test(text))
    const seen = [layer, ...(refusal ? [refusal] : [])]
    const summary = said`The banner keeps the page out of reach (${howOf(layer)}) and offers ${labels(meaning(layer, 'accept', 'acknowledge', 'settings'))}`
    if (paid.length > 0) {
      return [
        siteDraft(context, seen, {
          severity: 'medium',
          summary: said`${summary} or, for money, ${labels(paid)}.`,
          fix: said`Offer a way in without tracking and without payment, or have the model of "consent or pay" reviewed by counsel.`,
          readings: PAY_OR_ACCEPT,
        }),
      ]
    }
    return [
      siteDraft(context, seen, {
        summary: said`${summary}, but no way to refuse.`,
        fix: said`Offer a refusal that opens the page, or let the page be used beside the banner.`,
      }),
    ]
  },
}

/** Beside the banner nothing, or next to nothing, of the page can be reached. */
function isWall({ blocking, viewportShare }: Layer): boolean {
  return blocking.modal || blocking.veiled >= 0.9 || viewportShare >= 0.9
}

function howOf({ blocking, viewportShare }: Layer): Wording {
  const how = [
    blocking.veiled >= 0.9 ? said`a veil lies over it` : NOTHING,
    blocking.modal ? said`it is modal` : NOTHING,
    blocking.scrollLocked ? said`scrolling is locked` : NOTHING,
    viewportShare >= 0.9 ? said`it fills the window` : NOTHING,
  ]
  return together(how, ', ')
}

const CLOSES =
  /^\s*[x×✕✖]\s*$|close|dismiss|schlie(ß|ss)en|fermer|cerrar|chiudi|sluiten|zamknij|fechar|stäng|luk|lukk|sulje/i
const COSTS =
  /subscri|\babo\b|abonn|\bpay\b|purchase|kaufen|bezahl|acheter|payer|pagar|suscri|abbona|acquista|betalen|subskryb|assinar|prenumer/i

const PAY_OR_ACCEPT = {
  strict: said`a choice between consent and payment is not free where no equivalent alternative without both is offered.`,
  tolerant: said`a fair price for a way in without tracking leaves the visitor a free choice.`,
}
