import type { BannerSite, BannerTruth } from '../model.ts'
import type { BannerScript, Press } from '../runtime-model.ts'
import { compliant, secondLayer } from '../site.ts'
import type { BannerWords } from '../words.ts'
import { barOf, imitation, local } from './imitation.ts'

const KEPT = ['uc_settings', 'uc_user_interaction'] as const

/** Usercentrics version 2: everything stands in an open shadow root. */
export const usercentricsSites = (): readonly BannerSite[] => [
  site('usercentrics-optin', 'Both answers side by side.', 'de', true, compliant('Usercentrics', ...KEPT)),
  site('usercentrics-english', 'The same in English.', 'en', true, compliant('Usercentrics', ...KEPT)),
  site(
    'usercentrics-second-layer',
    'Refusing takes the settings, with a switch for each category.',
    'de',
    false,
    secondLayer('Usercentrics', ...KEPT),
  ),
]

function site(id: string, about: string, language: string, hasDeny: boolean, truth: BannerTruth): BannerSite {
  return imitation({ id, about, language, truth }, (words) => banner(words, hasDeny))
}

function banner(words: BannerWords, hasDeny: boolean): Partial<BannerScript> {
  return {
    place: 'open-shadow',
    root: '<div id="usercentrics-root"></div>',
    css: barOf('[data-testid=uc-container]'),
    layers: { first: firstLayer(words, hasDeny), second: settings(words, hasDeny) },
    presses: PRESSES,
    switches: {
      functional: '[data-testid=uc-toggle-functional]',
      analytics: '[data-testid=uc-toggle-analytics]',
      marketing: '[data-testid=uc-toggle-marketing]',
    },
    stores: [
      local(
        'uc_settings',
        '{"id":"lab","version":"1.0","services":[{"id":"chat","status":[[functional?true:false]]},{"id":"ga","status":[[analytics?true:false]]},{"id":"meta","status":[[marketing?true:false]]}]}',
      ),
      local('uc_user_interaction', 'true'),
    ],
    recalls: {
      area: 'local',
      name: 'uc_settings',
      yes: {
        functional: '"chat","status":true',
        analytics: '"ga","status":true',
        marketing: '"meta","status":true',
      },
      onlyIf: null,
    },
  }
}

const PRESSES: readonly Press[] = [
  { on: '[data-testid=uc-deny-all-button]', does: 'reject' },
  { on: '[data-testid=uc-accept-all-button]', does: 'accept' },
  { on: '[data-testid=uc-more-button]', does: 'open' },
  { on: '[data-testid=uc-save-button]', does: 'save' },
]

function firstLayer(words: BannerWords, hasDeny: boolean): string {
  const deny = hasDeny ? `<button role="button" data-testid="uc-deny-all-button">${words.reject}</button>` : ''
  return `<div data-testid="uc-container" role="dialog" aria-modal="true"><h1>${words.title}</h1><p data-testid="uc-message">${words.text}</p>
<button role="button" data-testid="uc-more-button">${words.settings}</button>${deny}<button role="button" data-testid="uc-accept-all-button">${words.accept}</button></div>`
}

function settings(words: BannerWords, hasDeny: boolean): string {
  const toggle = (name: 'functional' | 'analytics' | 'marketing'): string =>
    `<p>${words[name]} <button role="switch" aria-checked="true" aria-label="${words[name]}" data-testid="uc-toggle-${name}" style="width:46px;height:24px"></button></p>`
  const deny = hasDeny ? `<button role="button" data-testid="uc-deny-all-button">${words.reject}</button>` : ''
  return `<div data-testid="uc-container" role="dialog" aria-modal="true"><h1>${words.settings}</h1><p>${words.text}</p>
${toggle('functional')}${toggle('analytics')}${toggle('marketing')}
${deny}<button role="button" data-testid="uc-save-button">${words.save}</button><button role="button" data-testid="uc-accept-all-button">${words.accept}</button></div>`
}
