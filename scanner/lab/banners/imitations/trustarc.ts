import { runFramedBanner } from '../banner-runtime.ts'
import type { BannerFile, BannerSite, BannerTruth } from '../model.ts'
import { script } from '../page.ts'
import type { BannerScript, Press } from '../runtime-model.ts'
import { compliant, secondLayer } from '../site.ts'
import { bannerWords, type BannerWords } from '../words.ts'
import { barOf, cookie, imitation } from './imitation.ts'

const KEPT = ['notice_preferences', 'notice_gdpr_prefs', 'cmapi_cookie_privacy'] as const
const HOST = 'https://consent-pref.trustarc.com'

/** TrustArc's bar, whose preferences stand in a frame of another site. */
export const trustarcSites = (): readonly BannerSite[] => [
  site('trustarc-optin', 'Both answers side by side.', 'en', true, compliant('TrustArc', ...KEPT)),
  site(
    'trustarc-preferences',
    'Refusing takes the preferences, in a frame of their own.',
    'en',
    false,
    secondLayer('TrustArc', ...KEPT),
  ),
]

function site(id: string, about: string, language: string, hasRequired: boolean, truth: BannerTruth): BannerSite {
  const words = bannerWords(language)
  const second = `${HOST}/?type=lab&site=${id}`
  return imitation(
    {
      id,
      about,
      language,
      truth,
      files: { [second]: preferences(words), [`${HOST}/lab.js`]: script(runFramedBanner, PRESSES, {}) },
    },
    () => banner(words, hasRequired, second),
  )
}

function banner(words: BannerWords, hasRequired: boolean, second: string): Partial<BannerScript> {
  const required = hasRequired ? '<button id="truste-consent-required">Required cookies only</button>' : ''
  return {
    css: barOf('#truste-consent-track'),
    layers: {
      first: `<div id="truste-consent-track" role="dialog" aria-label="Cookie consent"><div id="truste-consent-content"><div id="truste-consent-text">${words.text}</div>
<div id="truste-consent-buttons"><button id="truste-consent-button">${words.accept}</button>${required}<button id="truste-show-consent">${words.settings}</button></div></div></div>`,
      second: `<div class="truste_popframe trustarc_newcm_container" style="position:fixed;inset:80px 15% auto;height:420px;z-index:2147483646;background:#fff">
<iframe src="${second}" title="TrustArc Cookie Consent Manager" style="width:100%;height:100%;border:0"></iframe></div>`,
    },
    presses: PRESSES,
    switches: {},
    stores: [
      cookie('notice_preferences', '[[marketing?2:0]]:'),
      cookie('notice_gdpr_prefs', '[[marketing?0,1,2:0]]:'),
      cookie('cmapi_cookie_privacy', 'permit [[marketing?1,2,3:1]]'),
      cookie('notice_behavior', 'expressed,eu'),
    ],
    recalls: { area: 'cookie', name: 'notice_preferences', yes: { marketing: '2:' }, onlyIf: null },
  }
}

const PRESSES: readonly Press[] = [
  { on: '#truste-consent-button, a.call', does: 'accept' },
  { on: '#truste-consent-required, a.required', does: 'reject' },
  { on: '#truste-show-consent', does: 'open' },
]

function preferences(words: BannerWords): BannerFile {
  return {
    type: 'text/html',
    text: `<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>preferences</title>
<style>body { margin: 1.5em; font: 15px/1.4 sans-serif } a { display: inline-block; padding: .7em 1.2em; background: #ddd; margin: .3em; cursor: pointer }</style>
<h1>${words.settings}</h1><p>${words.text}</p><div class="pdynamicbutton"><a class="call" role="button" tabindex="0">${words.accept}</a>
<a class="required" role="button" tabindex="0">${words.reject}</a></div><script src="/lab.js"></script>`,
  }
}
