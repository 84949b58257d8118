import type { BannerSite } from '../model.ts'
import type { BannerScript, Press } from '../runtime-model.ts'
import { compliant, secondLayer } from '../site.ts'
import type { BannerWords } from '../words.ts'
import { barOf, cookie, imitation, local } from './imitation.ts'

/** iubenda, Axeptio and Termly. */
export const otherSites = (): readonly BannerSite[] => [
  imitation(
    {
      id: 'iubenda-optin',
      about: 'Both answers side by side.',
      language: 'it',
      truth: compliant('iubenda', '_iub_cs-1234567'),
    },
    (words) => iubenda(words, true),
  ),
  imitation(
    {
      id: 'iubenda-customize',
      about: 'Refusing takes the purposes, then a button that saves.',
      language: 'it',
      truth: secondLayer('iubenda', '_iub_cs-1234567'),
    },
    (words) => iubenda(words, false),
  ),
  imitation(
    {
      id: 'axeptio-optin',
      about: 'Speaks casually, from an open shadow root.',
      language: 'fr',
      truth: compliant('Axeptio', 'axeptio_cookies', 'axeptio_authorized_vendors'),
    },
    axeptio,
  ),
  imitation(
    {
      id: 'termly-optin',
      about: 'Both answers side by side.',
      language: 'en',
      truth: compliant('Termly', 'TERMLY_API_CACHE'),
    },
    termly,
  ),
]

function iubenda(words: BannerWords, hasReject: boolean): Partial<BannerScript> {
  const reject = hasReject
    ? `<button class="iubenda-cs-reject-btn iubenda-cs-btn-primary">${words.reject}</button>`
    : ''
  return {
    css: barOf('#iubenda-cs-banner, #iubFooter'),
    layers: {
      first: `<div id="iubenda-cs-banner" class="iubenda-cs-default iubenda-cs-bottom" role="alertdialog" aria-label="${words.title}"><div class="iubenda-cs-container"><div class="iubenda-cs-content"><div id="iubenda-cs-paragraph">${words.text}</div>
<div class="iubenda-cs-opt-group"><button class="iubenda-cs-customize-btn">${words.settings}</button>${reject}<button class="iubenda-cs-accept-btn iubenda-cs-btn-primary">${words.accept}</button></div></div></div></div>`,
      second: `<div id="iubenda-iframe" role="dialog" aria-label="${words.settings}"><div id="iubFooter"><h2>${words.settings}</h2><p>${words.text}</p>
<p><label><input type="checkbox" id="iub-4" checked> ${words.analytics}</label> <label><input type="checkbox" id="iub-5" checked> ${words.marketing}</label></p>
<button class="iub-btn-reject">${words.reject}</button><button class="iub-btn-accept">${words.accept}</button><button id="iubFooterBtn" class="iub-btn-consent">${words.save}</button></div></div>`,
    },
    presses: [
      { on: '.iubenda-cs-accept-btn', does: 'accept' },
      { on: '.iubenda-cs-reject-btn', does: 'reject' },
      { on: '.iubenda-cs-customize-btn', does: 'open' },
      // Turns the switches and waits to be saved.
      { on: '.iub-btn-reject', does: 'switches-off' },
      { on: '#iubFooterBtn', does: 'save' },
    ],
    switches: { functional: '#iub-4', analytics: '#iub-4', marketing: '#iub-5' },
    stores: [
      cookie(
        '_iub_cs-1234567',
        '{"timestamp":"[[iso]]","version":"1.70.0","purposes":{"1":true,"4":[[analytics?true:false]],"5":[[marketing?true:false]]},"id":1234567,"cons":{"rand":"[[uuid]]"}}',
      ),
    ],
    recalls: {
      area: 'cookie',
      name: '_iub_cs-1234567',
      yes: { functional: '"4":true', analytics: '"4":true', marketing: '"5":true' },
      onlyIf: null,
    },
  }
}

function axeptio(words: BannerWords): Partial<BannerScript> {
  return {
    place: 'open-shadow',
    root: '<div class="axeptio_mount"><div class="needsclick"></div></div>',
    css: `.axeptio_widget { position: fixed; left: 24px; bottom: 24px; width: 340px; z-index: 99999; padding: 20px; background: #fff; border-radius: 12px; box-shadow: 0 4px 30px #0004; font: 14px/1.45 sans-serif }`,
    layers: {
      first: `<div class="axeptio_widget axeptio-widget--open" role="dialog" aria-label="Axeptio consent"><h3>Hello, c’est nous... les Cookies !</h3>
<p>On a attendu d’être sûrs que le contenu de ce site vous intéresse avant de vous déranger, mais on aimerait bien vous accompagner pendant votre visite. C’est OK pour vous ?</p>
<button id="axeptio_btn_dismiss">Non merci</button> <button id="axeptio_btn_configure">Je choisis</button> <button id="axeptio_btn_acceptAll">OK pour moi</button></div>`,
      second: `<div class="axeptio_widget axeptio-widget--open" role="dialog"><h3>${words.settings}</h3><p>${words.text}</p>
<button role="switch" aria-checked="false" aria-label="${words.analytics}" id="ax-a" style="width:40px;height:20px"></button> <button role="switch" aria-checked="false" aria-label="${words.marketing}" id="ax-m" style="width:40px;height:20px"></button>
<button id="axeptio_btn_next">${words.save}</button></div>`,
    },
    presses: [
      { on: '#axeptio_btn_acceptAll', does: 'accept' },
      { on: '#axeptio_btn_dismiss', does: 'reject' },
      { on: '#axeptio_btn_configure', does: 'open' },
      { on: '#axeptio_btn_next', does: 'save' },
    ],
    switches: { functional: '#ax-a', analytics: '#ax-a', marketing: '#ax-m' },
    stores: [
      cookie(
        'axeptio_cookies',
        '{"$$token":"[[uuid]]","$$date":"[[iso]]","$$cookiesVersion":{},"google_analytics":[[analytics?true:false]],"facebook_pixel":[[marketing?true:false]],"$$completed":true}',
      ),
      cookie('axeptio_authorized_vendors', ',[[marketing?google_analytics,facebook_pixel,:]]'),
      cookie('axeptio_all_vendors', ',google_analytics,facebook_pixel,'),
    ],
    recalls: {
      area: 'cookie',
      name: 'axeptio_cookies',
      yes: {
        functional: '"google_analytics":true',
        analytics: '"google_analytics":true',
        marketing: '"facebook_pixel":true',
      },
      onlyIf: '"$$completed":true',
    },
  }
}

const TERMLY_PRESSES: readonly Press[] = [
  { on: '[data-tid=banner-accept], .t-acceptAllButton', does: 'accept' },
  { on: '[data-tid=banner-decline], .t-declineAllButton', does: 'reject' },
  { on: '.t-preference-button', does: 'open' },
]

function termly(words: BannerWords): Partial<BannerScript> {
  return {
    root: '<div id="termly-code-snippet-support"></div>',
    css: barOf('.t-consentPrompt, .t-preference-modal'),
    layers: {
      first: `<div class="termly-styles-root t-consentPrompt" role="alertdialog" aria-label="${words.title}"><p>${words.text}</p>
<button class="t-preference-button">${words.settings}</button><button class="t-declineButton" data-tid="banner-decline">${words.reject}</button><button class="t-acceptAllButton" data-tid="banner-accept">${words.accept}</button></div>`,
      second: `<div class="t-preference-modal" role="dialog"><h2>${words.settings}</h2><p>${words.text}</p><button class="t-declineAllButton">${words.reject}</button><button class="t-acceptAllButton">${words.accept}</button></div>`,
    },
    presses: TERMLY_PRESSES,
    switches: {},
    stores: [
      local(
        'TERMLY_API_CACHE',
        '{"TERMLY_VISITOR_ID":{"value":"[[uuid]]"},"TERMLY_COOKIE_CONSENT":{"value":{"essential":true,"performance":[[functional?true:false]],"analytics":[[analytics?true:false]],"advertising":[[marketing?true:false]]}}}',
      ),
    ],
    recalls: {
      area: 'local',
      name: 'TERMLY_API_CACHE',
      yes: { functional: '"performance":true', analytics: '"analytics":true', marketing: '"advertising":true' },
      onlyIf: 'TERMLY_COOKIE_CONSENT',
    },
  }
}
