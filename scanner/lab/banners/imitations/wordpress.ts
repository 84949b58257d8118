import type { BannerSite } from '../model.ts'
import type { BannerScript, Press } from '../runtime-model.ts'
import { compliant, secondLayer } from '../site.ts'
import type { BannerWords } from '../words.ts'
import { barOf, cookie, imitation } from './imitation.ts'

const COMPLIANZ_KEPT = ['cmplz_statistics', 'cmplz_marketing', 'cmplz_banner-status'] as const

/** What WordPress sites use most: Complianz and CookieYes. */
export const wordpressSites = (): readonly BannerSite[] => [
  imitation(
    {
      id: 'complianz-optin',
      about: 'Both answers side by side.',
      language: 'nl',
      truth: compliant('Complianz', ...COMPLIANZ_KEPT),
    },
    (words) => complianz(words, true),
  ),
  imitation(
    {
      id: 'complianz-preferences',
      about: 'Refusing takes the preferences.',
      language: 'en',
      truth: secondLayer('Complianz', ...COMPLIANZ_KEPT),
    },
    (words) => complianz(words, false),
  ),
  imitation(
    {
      id: 'cookieyes-optin',
      about: 'Both answers side by side.',
      language: 'en',
      truth: compliant('CookieYes', 'cookieyes-consent'),
    },
    (words) => cookieYes(words, true),
  ),
  imitation(
    {
      id: 'cookieyes-settings',
      about: 'Refusing takes the settings.',
      language: 'it',
      truth: secondLayer('CookieYes', 'cookieyes-consent'),
    },
    (words) => cookieYes(words, false),
  ),
]

function complianz(words: BannerWords, hasDeny: boolean): Partial<BannerScript> {
  const deny = hasDeny ? `<button class="cmplz-btn cmplz-deny">${words.reject}</button>` : ''
  const box = (id: string, label: string): string =>
    `<details class="cmplz-category cmplz-${id}" open><summary>${label}</summary><input type="checkbox" id="cmplz-${id}-optin" class="cmplz-consent-checkbox cmplz-${id}"></details>`
  const outer = (inner: string): string =>
    `<div id="cmplz-cookiebanner-container"><div class="cmplz-cookiebanner cmplz-show banner-1 optin" role="dialog" aria-modal="true"><div class="cmplz-title">${words.title}</div>
<div class="cmplz-body"><div class="cmplz-message">${words.text}</div></div>${inner}</div></div>`
  return {
    css: barOf('.cmplz-cookiebanner'),
    layers: {
      first: outer(
        `<div class="cmplz-buttons"><button class="cmplz-btn cmplz-accept">${words.accept}</button>${deny}<button class="cmplz-btn cmplz-view-preferences">${words.settings}</button></div>`,
      ),
      second: outer(
        `<div class="cmplz-categories">${box('preferences', words.functional)}${box('statistics', words.analytics)}${box('marketing', words.marketing)}</div>
<div class="cmplz-buttons"><button class="cmplz-btn cmplz-accept">${words.accept}</button><button class="cmplz-btn cmplz-save-preferences">${words.save}</button></div>`,
      ),
    },
    presses: COMPLIANZ_PRESSES,
    switches: {
      functional: '#cmplz-preferences-optin',
      analytics: '#cmplz-statistics-optin',
      marketing: '#cmplz-marketing-optin',
    },
    stores: [
      cookie('cmplz_functional', 'allow'),
      cookie('cmplz_preferences', '[[functional?allow:deny]]'),
      cookie('cmplz_statistics', '[[analytics?allow:deny]]'),
      cookie('cmplz_marketing', '[[marketing?allow:deny]]'),
      cookie('cmplz_banner-status', 'dismissed'),
    ],
    recalls: { area: 'cookie', name: 'cmplz_marketing', yes: { marketing: 'allow' }, onlyIf: null },
  }
}

const COMPLIANZ_PRESSES: readonly Press[] = [
  { on: '.cmplz-accept', does: 'accept' },
  { on: '.cmplz-deny', does: 'reject' },
  { on: '.cmplz-view-preferences', does: 'open' },
  { on: '.cmplz-save-preferences', does: 'save' },
]

function cookieYes(words: BannerWords, hasReject: boolean): Partial<BannerScript> {
  const tagged = (tag: string, label: string): string =>
    `<button class="cky-btn cky-btn-${tag}" data-cky-tag="${tag}-button" aria-label="${label}">${label}</button>`
  const box = (id: string, label: string): string =>
    `<div class="cky-accordion"><span>${label}</span> <div class="cky-switch"><input type="checkbox" id="ckySwitch${id}" checked></div></div>`
  const state = (action: 'yes' | ''): string =>
    `consentid:[[uuid]],consent:${action === '' ? '' : '[[marketing?yes:no]]'},action:${action},necessary:yes,functional:[[functional?yes:no]],analytics:[[analytics?yes:no]],performance:[[analytics?yes:no]],advertisement:[[marketing?yes:no]],other:no`
  return {
    css: barOf('.cky-consent-bar, .cky-modal'),
    layers: {
      first: `<div class="cky-consent-container cky-box-bottom-left"><div class="cky-consent-bar" data-cky-tag="notice" role="region" aria-label="${words.title}"><p class="cky-title">${words.title}</p>
<div class="cky-notice-des" data-cky-tag="description">${words.text}</div><div class="cky-notice-btn-wrapper">${tagged('settings', words.settings)}${hasReject ? tagged('reject', words.reject) : ''}${tagged('accept', words.accept)}</div></div></div>`,
      second: `<div class="cky-consent-container"><div class="cky-modal cky-modal-open" tabindex="0"><div class="cky-preference-center" data-cky-tag="detail" role="dialog" aria-label="${words.settings}"><span class="cky-preference-title">${words.settings}</span>
<p>${words.text}</p>${box('functional', words.functional)}${box('analytics', words.analytics)}${box('advertisement', words.marketing)}
<div class="cky-prefrence-btn-wrapper"><button class="cky-btn" data-cky-tag="detail-save-button">${words.save}</button><button class="cky-btn" data-cky-tag="detail-accept-button">${words.accept}</button></div></div></div></div>`,
    },
    presses: COOKIEYES_PRESSES,
    switches: {
      functional: '#ckySwitchfunctional',
      analytics: '#ckySwitchanalytics',
      marketing: '#ckySwitchadvertisement',
    },
    stores: [cookie('cookieyes-consent', state('yes'), 'none')],
    storesBefore: [cookie('cookieyes-consent', state(''), 'none')],
    recalls: {
      area: 'cookie',
      name: 'cookieyes-consent',
      yes: { functional: 'functional:yes', analytics: 'analytics:yes', marketing: 'advertisement:yes' },
      onlyIf: 'action:yes',
    },
  }
}

const COOKIEYES_PRESSES: readonly Press[] = [
  { on: '[data-cky-tag=accept-button], [data-cky-tag=detail-accept-button]', does: 'accept' },
  { on: '[data-cky-tag=reject-button]', does: 'reject' },
  { on: '[data-cky-tag=settings-button]', does: 'open' },
  { on: '[data-cky-tag=detail-save-button]', does: 'save' },
]
