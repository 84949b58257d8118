import type { BannerSite } from '../model.ts'
import { script } from '../page.ts'
import type { BannerScript, Press } from '../runtime-model.ts'
import { compliant } from '../site.ts'
import type { BannerWords } from '../words.ts'
import { barOf, cookie, imitation } from './imitation.ts'

const truth = compliant('Cookiebot', 'CookieConsent')

/** Cookiebot's dialog. */
export const cookiebotSites = (): readonly BannerSite[] => [
  imitation(
    { id: 'cookiebot-optin', about: 'Both answers side by side.', language: 'da', truth },
    (words) => banner(words, { hasDecline: true }),
    { '/api.js': script(runApi) },
  ),
  imitation(
    {
      id: 'cookiebot-selection',
      about: 'Refusing is "allow selection" with nothing selected.',
      language: 'en',
      truth,
    },
    (words) => banner({ ...words, accept: 'Allow all', save: 'Allow selection' }, { hasDecline: false }),
    { '/api.js': script(runApi) },
  ),
  imitation(
    {
      id: 'cookiebot-preticked',
      about: 'Refusing is "allow selection" with everything selected before.',
      language: 'de',
      truth,
    },
    (words) =>
      banner({ ...words, accept: 'Alle zulassen', save: 'Auswahl erlauben' }, { hasDecline: false, isTicked: true }),
    { '/api.js': script(runApi) },
  ),
]

interface Shape {
  readonly hasDecline: boolean
  readonly isTicked?: true
}

function banner(words: BannerWords, shape: Shape): Partial<BannerScript> {
  return {
    css: barOf('#CybotCookiebotDialog'),
    layers: { first: dialog(words, shape), second: '' },
    presses: PRESSES,
    switches: {
      functional: '#CybotCookiebotDialogBodyLevelButtonPreferences',
      analytics: '#CybotCookiebotDialogBodyLevelButtonStatistics',
      marketing: '#CybotCookiebotDialogBodyLevelButtonMarketing',
    },
    stores: [
      cookie(
        'CookieConsent',
        "{stamp:'[[uuid]]',necessary:true,preferences:[[functional?true:false]],statistics:[[analytics?true:false]],marketing:[[marketing?true:false]],method:'explicit',ver:1,utc:[[ms]],region:'de'}",
      ),
    ],
    recalls: {
      area: 'cookie',
      name: 'CookieConsent',
      yes: { functional: 'preferences:true', analytics: 'statistics:true', marketing: 'marketing:true' },
      onlyIf: null,
    },
  }
}

const BUTTON = '#CybotCookiebotDialogBody'
const PRESSES: readonly Press[] = [
  { on: `${BUTTON}ButtonDecline`, does: 'reject' },
  { on: `${BUTTON}LevelButtonLevelOptinAllowAll, ${BUTTON}ButtonAccept`, does: 'accept' },
  { on: `${BUTTON}LevelButtonLevelOptinAllowallSelection`, does: 'save' },
]

function dialog(words: BannerWords, { hasDecline, isTicked }: Shape): string {
  const box = (name: string, label: string): string =>
    `<label><input type="checkbox" id="CybotCookiebotDialogBodyLevelButton${name}" class="CybotCookiebotDialogBodyLevelButton"${isTicked ? ' checked' : ''}>${label}</label> `
  const decline = hasDecline ? `<button id="CybotCookiebotDialogBodyButtonDecline">${words.reject}</button>` : ''
  return `<div id="CybotCookiebotDialog" name="CybotCookiebotDialog" role="dialog" aria-modal="true"><div id="CybotCookiebotDialogBody">
<h2 id="CybotCookiebotDialogBodyContentTitle">${words.title}</h2><div id="CybotCookiebotDialogBodyContentText">${words.text}</div>
<p><label><input type="checkbox" id="CybotCookiebotDialogBodyLevelButtonNecessary" checked disabled>${words.necessary}</label>
${box('Preferences', words.functional)}${box('Statistics', words.analytics)}${box('Marketing', words.marketing)}</p>
<div id="CybotCookiebotDialogBodyButtons">${decline}<button id="CybotCookiebotDialogBodyLevelButtonLevelOptinAllowallSelection">${words.save}</button>
<button id="CybotCookiebotDialogBodyLevelButtonLevelOptinAllowAll">${words.accept}</button></div></div></div>`
}

/** `window.Cookiebot`, which only tells. Serialized into the page. */
function runApi(): void {
  const stored = (): string => decodeURIComponent(/CookieConsent=([^;]*)/.exec(document.cookie)?.[1] ?? '')
  const is = (name: string): boolean => stored().includes(`${name}:true`)
  Object.assign(window, {
    Cookiebot: {
      get hasResponse() {
        return stored() !== ''
      },
      get consented() {
        return is('statistics') || is('marketing')
      },
      get declined() {
        return stored() !== '' && !is('statistics') && !is('marketing')
      },
      get consent() {
        return {
          necessary: true,
          preferences: is('preferences'),
          statistics: is('statistics'),
          marketing: is('marketing'),
        }
      },
    },
  })
}
