import { homeMade } from '../banners/home-made.ts'
import { tcStrings } from '../banners/tc-strings.ts'
import type { FindingSite } from './model.ts'
import {
  analyticsHit,
  DENIED,
  fails,
  findingSite,
  GRANTED,
  isNotAsked,
  isUnclear,
  meta,
  passes,
  request,
  tag,
  UNASKED,
} from './site.ts'

const tc = tcStrings(300)
const uet = (asc: string): string => `https://bat.bing.com/action/0?ti=4417&Ver=2&evt=pageLoad&asc=${asc}`
const bid = (tcString: string): string => `https://ib.adnxs.com/getuid?gdpr=1&gdpr_consent=${tcString}`

/** Sites that tell vendors, or keep in writing, what the visitor has chosen, truly and not. */
export const signalSites = (): readonly FindingSite[] => [
  findingSite({
    id: 'finding-granted-by-default',
    about: 'Tells Google and Microsoft before any choice that everything is granted.',
    tags: [tag('marketing', 'leaky', [analyticsHit(GRANTED), request('image', uet('G'))])],
    expected: [
      fails('F02', 'no-choice', 'google-analytics'),
      fails('F02', 'no-choice', 'microsoft-uet'),
      fails('F20', 'no-choice', 'google-analytics'),
      fails('F23', 'no-choice', 'microsoft-uet'),
      isNotAsked('F23', 'rejected'),
      passes('F08', 'rejected'),
    ],
  }),
  findingSite({
    id: 'trap-advanced-consent-mode',
    about: 'Pings that say all is denied, before and after a refusal: contested, but no tracking.',
    tags: [tag('analytics', 'always', [analyticsHit(DENIED), request('image', uet('D'))])],
    plan: { states: ['no-choice', 'rejected'] },
    expected: [
      isUnclear('F05', 'no-choice', 'google-analytics'),
      isUnclear('F05', 'rejected', 'google-analytics'),
      passes('F02', 'no-choice'),
      passes('F08', 'rejected'),
      passes('F09', 'no-choice'),
      passes('F20', 'no-choice'),
      passes('F21', 'no-choice'),
      passes('F23', 'no-choice'),
      passes('F23', 'rejected'),
    ],
  }),
  findingSite({
    id: 'finding-ping-with-click-id',
    about: 'Pings that say all is denied, and single the visitor out by a click id all the same.',
    tags: [tag('analytics', 'always', [analyticsHit(`${DENIED}&gclid=Cj0KCQiA4417`)])],
    plan: { states: ['no-choice', 'rejected'] },
    expected: [fails('F05', 'no-choice', 'google-analytics'), fails('F05', 'rejected', 'google-analytics')],
  }),
  findingSite({
    id: 'finding-consent-claimed',
    about: 'A consent string that says yes to everything stands there before anybody was asked.',
    banner: homeMade('en', {
      storesBefore: [{ area: 'cookie', name: 'euconsent-v2', value: tc.all, days: 180, encode: 'none' }],
    }),
    tags: [tag('marketing', 'leaky', [request('image', bid(tc.all))])],
    plan: { states: ['no-choice'] },
    expected: [fails('F02', 'no-choice', 'xandr'), fails('F22', 'no-choice'), fails('F22', 'no-choice', 'xandr')],
  }),
  findingSite({
    id: 'finding-consent-denied',
    about: 'The same platform begins with everything denied.',
    banner: homeMade('en', {
      storesBefore: [{ area: 'cookie', name: 'euconsent-v2', value: tc.nothing, days: 180, encode: 'none' }],
    }),
    plan: { states: ['no-choice'] },
    expected: [passes('F22', 'no-choice'), passes('F35', 'no-choice')],
  }),
  findingSite({
    id: 'finding-gpc-ignored',
    about: 'In California: shares with advertisers whatever the browser says, and offers no way out.',
    ...UNASKED,
    tags: [tag('marketing', 'always', meta)],
    plan: { jurisdiction: 'us-ca', states: ['no-choice', 'gpc'] },
    expected: [fails('F24', 'gpc', 'meta-pixel'), fails('F24', 'gpc'), fails('F25', 'no-choice')],
  }),
  findingSite({
    id: 'finding-gpc-honoured',
    about: 'In California: has a link to opt out, restricts what it shares, and says so.',
    ...UNASKED,
    pages: {
      '/': '<p>Opt-Out Request Honored</p><p><a href="/next">Do Not Sell or Share My Personal Information</a></p>',
      '/next': '<p>Opt-Out Request Honored</p><p><a href="/">Do Not Sell or Share My Personal Information</a></p>',
    },
    tags: [
      tag('marketing', 'always', [
        request('image', 'https://www.facebook.com/tr/?id=4417&ev=PageView&dpo=LDU&dpoco=1'),
      ]),
    ],
    plan: { jurisdiction: 'us-ca', states: ['no-choice', 'gpc'] },
    expected: [passes('F24', 'gpc'), passes('F25', 'no-choice')],
  }),
]
