import { script } from '../page.ts'
import type { BannerSite, BannerTruth } from '../model.ts'
import type { BannerScript, Press } from '../runtime-model.ts'
import { compliant, secondLayer } from '../site.ts'
import type { BannerWords } from '../words.ts'
import { barOf, cookie, imitation } from './imitation.ts'

const KEPT = ['OptanonConsent', 'OptanonAlertBoxClosed'] as const

/** OneTrust's web banner. */
export const onetrustSites = (): readonly BannerSite[] => [
  site('onetrust-optin', 'Both answers side by side.', 'en', compliant('OneTrust', ...KEPT), {}),
  {
    ...site('onetrust-consent-mode', 'The same, with Consent Mode.', 'de', compliant('OneTrust', ...KEPT), {}),
    consentMode: true,
  },
  site(
    'onetrust-refuse-all',
    'Refusing takes the preferences, which can refuse all.',
    'es',
    secondLayer('OneTrust', ...KEPT),
    {
      withoutReject: true,
    },
  ),
  site(
    'onetrust-toggles',
    'Refusing takes the preferences, where every switch is on.',
    'pl',
    secondLayer('OneTrust', ...KEPT),
    {
      withoutReject: true,
      switchesOn: true,
    },
  ),
  site('onetrust-continue', 'Refusing is a small link, as in France.', 'fr', compliant('OneTrust', ...KEPT), {
    withoutReject: true,
    continueWithout: 'Continuer sans accepter',
  }),
  {
    ...site('onetrust-leaky', 'Statistics run before the choice.', 'nl', compliant('OneTrust', ...KEPT), {}),
    tags: { analytics: 'leaky', marketing: 'gated' },
  },
]

interface Shape {
  readonly withoutReject?: true
  readonly switchesOn?: true
  readonly continueWithout?: string
}

function site(id: string, about: string, language: string, truth: BannerTruth, shape: Shape): BannerSite {
  return imitation({ id, about, language, truth }, (words) => banner(words, shape), { '/api.js': script(runApi) })
}

function banner(words: BannerWords, shape: Shape): Partial<BannerScript> {
  const groups = 'C0001:1,C0002:[[analytics?1:0]],C0003:[[functional?1:0]],C0004:[[marketing?1:0]]'
  const kept = (count: number): string =>
    `isGpcEnabled=0&datestamp=[[iso]]&version=202501.1.0&browserGpcFlag=0&consentId=[[uuid]]&interactionCount=${count}&landingPath=NotLandingPage&groups=${groups}`
  return {
    root: '<div id="onetrust-consent-sdk"></div>',
    css: barOf('#onetrust-banner-sdk, #onetrust-pc-sdk'),
    layers: { first: firstLayer(words, shape), second: preferences(words, shape) },
    presses: PRESSES,
    switches: {
      analytics: '#ot-group-id-C0002',
      functional: '#ot-group-id-C0003',
      marketing: '#ot-group-id-C0004',
    },
    stores: [cookie('OptanonConsent', kept(1)), cookie('OptanonAlertBoxClosed', '[[iso]]', 'none')],
    storesBefore: [cookie('OptanonConsent', kept(0))],
    recalls: {
      area: 'cookie',
      name: 'OptanonConsent',
      yes: { analytics: 'C0002:1', functional: 'C0003:1', marketing: 'C0004:1' },
      onlyIf: 'interactionCount=1',
    },
  }
}

const PRESSES: readonly Press[] = [
  { on: '#onetrust-accept-btn-handler, #accept-recommended-btn-handler', does: 'accept' },
  { on: '#onetrust-reject-all-handler, .ot-pc-refuse-all-handler, .banner-close-button', does: 'reject' },
  { on: '#onetrust-pc-btn-handler', does: 'open' },
  { on: '.save-preference-btn-handler', does: 'save' },
]

function firstLayer(words: BannerWords, { withoutReject, continueWithout }: Shape): string {
  const reject = withoutReject ? '' : `<button id="onetrust-reject-all-handler">${words.reject}</button>`
  const close = continueWithout
    ? `<button class="onetrust-close-btn-handler banner-close-button ot-close-link">${continueWithout}</button>`
    : ''
  return `<div id="onetrust-banner-sdk" class="otFlat bottom" role="region" aria-label="Cookie banner">
<div id="onetrust-group-container"><h2 id="onetrust-policy-title">${words.title}</h2><div id="onetrust-policy-text">${words.text}</div></div>
<div id="onetrust-button-group-parent"><div id="onetrust-button-group"><button id="onetrust-pc-btn-handler">${words.settings}</button>${reject}
<button id="onetrust-accept-btn-handler">${words.accept}</button></div></div><div id="onetrust-close-btn-container">${close}</div></div>`
}

function preferences(words: BannerWords, { switchesOn, withoutReject }: Shape): string {
  const group = (id: string, name: string): string =>
    `<div class="ot-accordion-layout"><label for="ot-group-id-${id}">${name}</label>
<input type="checkbox" class="category-switch-handler" id="ot-group-id-${id}" name="ot-group-id-${id}"${switchesOn ? ' checked' : ''}></div>`
  const refuse = withoutReject && switchesOn ? '' : `<button class="ot-pc-refuse-all-handler">${words.reject}</button>`
  return `<div id="onetrust-pc-sdk" class="otPcCenter" role="dialog" aria-modal="true"><h2 id="ot-pc-title">${words.settings}</h2><div id="ot-pc-desc">${words.text}</div>
<section class="ot-sdk-row ot-cat-grp">${group('C0002', words.analytics)}${group('C0003', words.functional)}${group('C0004', words.marketing)}</section>
<div class="ot-btn-container">${refuse}<button class="save-preference-btn-handler onetrust-close-btn-handler">${words.save}</button>
<button id="accept-recommended-btn-handler">${words.accept}</button></div></div>`
}

/** The page's own view of the groups that are active. Serialized into the page. */
function runApi(): void {
  const active = (): string => {
    const pair = document.cookie.split('; ').find((each) => each.startsWith('OptanonConsent=')) ?? ''
    const groups = /groups=([^&]*)/.exec(decodeURIComponent(pair))?.[1] ?? ''
    const on = groups.split(',').filter((group) => group.endsWith(':1'))
    return `,${on.map((group) => group.slice(0, -2)).join(',')},`
  }
  Object.defineProperty(window, 'OnetrustActiveGroups', { get: active, configurable: true })
  Object.assign(window, { OneTrust: { IsAlertBoxClosed: () => document.cookie.includes('OptanonAlertBoxClosed=') } })
}
