import { carrying, firstLayer, homeMade } from '../home-made.ts'
import type { BannerSite, BannerTruth } from '../model.ts'
import type { Press } from '../runtime-model.ts'
import { bannerSite, compliant } from '../site.ts'
import { bannerWords } from '../words.ts'

/** Banners whose buttons are alike, or say what they do in a way that is easily misread. */
export const wordingSites = (): readonly BannerSite[] => [
  worded('same-classes', 'Both buttons have the same classes.', 'en', [
    ['button', 'Accept all', 'accept'],
    ['button', 'Reject all', 'reject'],
  ]),
  worded('same-classes-reversed', 'The same, the other way round.', 'de', [
    ['button', 'Ablehnen', 'reject'],
    ['button', 'Zustimmen', 'accept'],
  ]),
  worded('negations', 'Both labels speak of accepting.', 'en', [
    ['button', 'I do not accept', 'reject'],
    ['button', 'I accept', 'accept'],
  ]),
  worded('necessary', 'Refusing is accepting what is necessary.', 'en', [
    ['button', 'Accept only necessary cookies', 'reject'],
    ['button', 'Accept cookies', 'accept'],
  ]),
  worded('continue', 'Both labels speak of going on.', 'fr', [
    ['link', 'Continuer sans accepter', 'reject'],
    ['button', 'Accepter et continuer', 'accept'],
  ]),
  worded('divs', 'Its buttons are plain boxes.', 'es', [
    ['box', 'Rechazar', 'reject'],
    ['box', 'Aceptar', 'accept'],
  ]),
  worded('inputs', 'Its buttons are inputs of a form.', 'it', [
    ['input', 'Rifiuta', 'reject'],
    ['input', 'Accetta', 'accept'],
  ]),
  worded('agree-close', 'Both labels speak of closing.', 'en', [
    ['button', 'Disagree and close', 'reject'],
    ['button', 'Agree and close', 'accept'],
  ]),
  worded('yes-no', 'One word each.', 'nl', [
    ['button', 'Nee', 'reject'],
    ['button', 'Ja, prima', 'accept'],
  ]),
  worded('shouting', 'Capitals and an emoji.', 'en', [
    ['button', 'NO THANKS', 'reject'],
    ['button', '🍪 ACCEPT ALL COOKIES!', 'accept'],
  ]),
]

type Kind = 'button' | 'link' | 'box' | 'input'
type Control = readonly [kind: Kind, label: string, does: Press['does']]

function worded(
  id: string,
  about: string,
  language: string,
  controls: readonly Control[],
  truth: BannerTruth = compliant(null, 'cookie_choice'),
): BannerSite {
  const drawn = controls.map(([kind, label]) => HTML[kind](label)).join(' ')
  const banner = homeMade(language, {
    layers: { first: firstLayer(bannerWords(language), `<span class="row">${drawn}</span>`), second: '' },
    presses: controls.map(([, , does], index) => ({ on: `.row > :nth-child(${index + 1})`, does })),
  })
  return bannerSite({ id: `wording-${id}`, about, language, ...carrying(banner), truth })
}

const HTML: Readonly<Record<Kind, (label: string) => string>> = {
  button: (label) => `<button class="btn btn-primary">${label}</button>`,
  link: (label) => `<a class="btn" href="#">${label}</a>`,
  box: (label) =>
    `<span class="btn" style="display:inline-block;padding:.5em 1em;cursor:pointer;background:#ddd">${label}</span>`,
  input: (label) => `<input type="submit" class="btn" value="${label}">`,
}
