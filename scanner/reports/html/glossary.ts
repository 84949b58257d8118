import { html, type SafeHtml } from '@remix-run/html-template'

/** The words a reader may not know, as this report means them. */
export function glossary(): SafeHtml {
  return html`<dl class="glossary">
    ${WORDS.map(
      ([word, meaning]) =>
        html`<dt>${word}</dt>
          <dd>${meaning}</dd>`,
    )}
  </dl>`
}

const WORDS: readonly (readonly [string, string])[] = [
  ['Banner, CMP', 'The notice that asks for a choice, and the consent management platform that shows it.'],
  [
    'Consent state',
    'What the visitor had chosen when something was observed: nothing yet, reject, accept, a part of it, or what the state’s name says.',
  ],
  [
    'Proven',
    'At least three independent kinds of signal show that the choice took, and neither banner nor consent string says the opposite; for closing a banner two are enough.',
  ],
  ['Inconclusive', 'The choice could not be proven; nothing is judged in this state.'],
  ['Held back', 'In the state “gated”, requests of chosen vendors were not let out, as a consent gate would do it.'],
  ['Vendor', 'The service a request went to or whose cookie was stored, and the company behind it as far as known.'],
  ['First and third party', 'Belonging to the site visited, or to somebody else.'],
  ['Disputed', 'Sources, or the vendor and the authorities, disagree about the category.'],
  [
    'Would normally need consent',
    'ePrivacy Directive Art. 5(3) asks for consent before information is stored on or read from a device, unless it is strictly necessary for a service the visitor asked for.',
  ],
  ['Identifier', 'A stored value that looks as if it singles out a visitor.'],
  ['Gap', 'A part of the evidence that is missing, with its reason. Where one is, no check can hold.'],
  ['Reading', 'How one legal order answers a check; where its law is open there is a strict one and a tolerant one.'],
  ['Ruling', 'What a person decided about a finding; it stands beside the finding and changes nothing in it.'],
  ['Observation', 'One recorded fact with an id and a time; it can be looked up in the bundle.'],
  ['Bundle', 'The folder of a scan: all observations, pictures and this assessment, with a hash of each file.'],
]
