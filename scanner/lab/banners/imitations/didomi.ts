import type { BannerSite } from '../model.ts'
import { script } from '../page.ts'
import type { BannerScript, Press } from '../runtime-model.ts'
import { compliant, secondLayer } from '../site.ts'
import { tcStrings } from '../tc-strings.ts'
import { runTcfApi } from '../tcf-runtime.ts'
import type { BannerWords } from '../words.ts'
import { barOf, cookie, imitation } from './imitation.ts'

const CMP_ID = 7
const KEPT = ['didomi_token', 'euconsent-v2'] as const

/** Didomi's notice, under the TCF. */
export const didomiSites = (): readonly BannerSite[] => [
  imitation(
    { id: 'didomi-optin', about: 'Both answers side by side.', language: 'fr', truth: compliant('Didomi', ...KEPT) },
    (words) => banner(words, `<button id="didomi-notice-disagree-button">${words.reject}</button>`),
    { '/tcf.js': script(runTcfApi, CMP_ID, 'euconsent-v2') },
  ),
  imitation(
    {
      id: 'didomi-continue',
      about: 'Refusing is a small link above the text.',
      language: 'fr',
      truth: compliant('Didomi', ...KEPT),
    },
    (words) =>
      banner(
        words,
        '<span class="didomi-continue-without-agreeing" role="button" tabindex="0">Continuer sans accepter →</span>',
      ),
    { '/tcf.js': script(runTcfApi, CMP_ID, 'euconsent-v2') },
  ),
  imitation(
    {
      id: 'didomi-purposes',
      about: 'Refusing takes the purposes, which can be refused together.',
      language: 'es',
      truth: secondLayer('Didomi', ...KEPT),
    },
    (words) => banner(words, ''),
    { '/tcf.js': script(runTcfApi, CMP_ID, 'euconsent-v2') },
  ),
]

function banner(words: BannerWords, refuse: string): Partial<BannerScript> {
  const { all, nothing } = tcStrings(CMP_ID)
  const enabled = '[[marketing?"cookies","create_ads_profile","measure_ad_performance":]]'
  const disabled = '[[marketing?:"cookies","create_ads_profile","measure_ad_performance"]]'
  return {
    root: '<div id="didomi-host"></div>',
    css: barOf('#didomi-notice, .didomi-consent-popup-preferences'),
    layers: { first: notice(words, refuse), second: purposes(words) },
    presses: PRESSES,
    switches: {},
    stores: [
      cookie(
        'didomi_token',
        `{"user_id":"[[uuid]]","created":"[[iso]]","updated":"[[iso]]","version":2,"purposes":{"enabled":[${enabled}],"disabled":[${disabled}]}}`,
        'base64',
      ),
      cookie('euconsent-v2', `[[marketing?${all}:${nothing}]]`, 'none'),
    ],
    recalls: {
      area: 'cookie',
      name: 'didomi_token',
      isBase64: true,
      yes: { marketing: '"enabled":["cookies"' },
      onlyIf: null,
    },
  }
}

const PRESSES: readonly Press[] = [
  { on: '#didomi-notice-agree-button, .didomi-components-button--agree', does: 'accept' },
  {
    on: '#didomi-notice-disagree-button, .didomi-continue-without-agreeing, .didomi-components-button--disagree',
    does: 'reject',
  },
  { on: '#didomi-notice-learn-more-button', does: 'open' },
]

function notice(words: BannerWords, refuse: string): string {
  return `<div id="didomi-popup" class="didomi-popup-container"><div id="didomi-notice" class="didomi-popup-notice didomi-notice-banner" role="dialog" aria-label="${words.title}">
<h2>${words.title}</h2><div class="didomi-popup-notice-text">${words.text}</div>
<div class="didomi-buttons"><button id="didomi-notice-learn-more-button">${words.settings}</button>${refuse}<button id="didomi-notice-agree-button">${words.accept}</button></div></div></div>`
}

function purposes(words: BannerWords): string {
  return `<div class="didomi-consent-popup-preferences didomi-consent-popup-preferences-purposes" role="dialog"><h2>${words.settings}</h2><p>${words.text}</p>
<p>${words.analytics} · ${words.marketing}</p><button class="didomi-components-button didomi-components-button--disagree">${words.reject}</button>
<button class="didomi-components-button didomi-components-button--agree">${words.accept}</button></div>`
}
