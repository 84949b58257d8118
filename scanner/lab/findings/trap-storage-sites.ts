import { homeMade, READABLE } from '../banners/home-made.ts'
import { tcStrings } from '../banners/tc-strings.ts'
import type { FindingSite } from './model.ts'
import {
  cookie,
  fails,
  file,
  findingSite,
  isNotAsked,
  isUnclear,
  meta,
  NEXT,
  passes,
  request,
  seen,
  store,
  tag,
  UNASKED,
} from './site.ts'

const ONLY_LOOKED_AT = { states: ['no-choice'] }
const UUID = 'b2f1c0de-7a44-4f0e-9b0a-51d2c37e8a10'
const PLAIN = '<!doctype html><html lang="en"><head><link rel="icon" href="data:,"><title>Trap</title></head>'
const tc = tcStrings(300)

/** Cookies and items that look like tracking and serve what the visitor asked for, and repeats that are one thing. */
export const trapStorageSites = (): readonly FindingSite[] => [
  findingSite({
    id: 'trap-platform-records',
    about:
      'A consent platform comes from its own hosts and keeps its records, with an id in them, before and after the choice.',
    banner: homeMade('en', {
      stores: [
        READABLE,
        {
          area: 'cookie',
          name: 'OptanonConsent',
          value: `isGpcEnabled=0&consentId=${UUID}&groups=C0001%3A1%2CC0002%3A[[analytics?1:0]]%2CC0004%3A[[marketing?1:0]]`,
          days: 365,
          encode: 'none',
        },
        { area: 'cookie', name: 'OptanonAlertBoxClosed', value: '[[iso]]', days: 365, encode: 'none' },
        {
          area: 'cookie',
          name: 'euconsent-v2',
          value: `[[marketing?${tc.all}:${tc.nothing}]]`,
          days: 180,
          encode: 'none',
        },
        { area: 'local', name: 'uc_user_interaction', value: 'true', days: 0, encode: 'none' },
      ],
      storesBefore: [
        { area: 'cookie', name: 'euconsent-v2', value: tc.nothing, days: 180, encode: 'none' },
        {
          area: 'local',
          name: 'uc_settings',
          value: `{"controllerId":"${UUID}","services":[]}`,
          days: 0,
          encode: 'none',
        },
      ],
    }),
    tags: [
      tag('functional', 'always', [
        request('script', 'https://cdn.cookielaw.org/scripttemplates/otSDKStub.js'),
        request('script', 'https://consent.cookiebot.com/uc.js'),
        request('script', 'https://app.usercentrics.eu/browser-ui/latest/loader.js'),
      ]),
    ],
    expected: [
      ...['F01', 'F02', 'F03', 'F04', 'F09', 'F22'].map((id) => passes(id, 'no-choice')),
      ...['F03', 'F06', 'F08', 'F17', 'F18'].map((id) => passes(id, 'rejected')),
      ...['F18', 'F19'].map((id) => passes(id, 'accepted')),
    ],
  }),
  findingSite({
    id: 'trap-load-balancer',
    about: 'Cookies by which load balancers and shields find the machine that answered.',
    ...UNASKED,
    files: {
      '/': file('text/html', `${PLAIN}<body><h1>Welcome</h1><a href="/next">Onward</a></body></html>`, {
        headers: {
          'set-cookie': [
            'AWSALB=3f9bZ0kq7vLr1x8Yc5N2m4T6w; Path=/; Max-Age=604800; Secure',
            'AWSALBCORS=3f9bZ0kq7vLr1x8Yc5N2m4T6w; Path=/; Max-Age=604800; Secure; SameSite=None',
            'ARRAffinity=7b1f4c2e90aa4d538f7e2c6d1b90e411; Path=/; Secure; HttpOnly',
            'BIGipServerpool_web=184856842.47873.0000; Path=/; Secure; HttpOnly',
            '__cf_bm=Kx0nQw3yT5r7uI9oP1aS3dF5gH7jK9lZ-1763740000-1.0.1.1; Path=/; Max-Age=1800; Secure; HttpOnly; SameSite=None',
          ],
        },
      }),
    },
    plan: ONLY_LOOKED_AT,
    needsNoConsent: true,
    expected: ['F01', 'F02', 'F09', 'F19', 'F39'].map((id) => passes(id, 'no-choice')),
  }),
  findingSite({
    id: 'trap-clean-up',
    about: 'Deletes trackers’ cookies on every page without consent, and tries whether cookies can be set.',
    tags: [
      tag('functional', 'always', [
        cookie('_fbp', '', -1),
        cookie('_ga', '', -1),
        cookie('cookietest', '1', 0),
        cookie('cookietest', '', -1),
      ]),
    ],
    expected: [
      ...['F01', 'F09'].map((id) => passes(id, 'no-choice')),
      ...['F06', 'F17'].map((id) => passes(id, 'rejected')),
    ],
  }),
  findingSite({
    id: 'trap-own-state',
    about: 'Language, basket and theme in cookies and storage, which single nobody out.',
    ...UNASKED,
    tags: [
      tag('functional', 'always', [
        cookie('lang', 'en', 365),
        cookie('tracking_notice_seen', '1', 365),
        store('theme', 'dark'),
        store('cart', '[{"sku":"pencil-2b","quantity":2}]'),
      ]),
    ],
    plan: ONLY_LOOKED_AT,
    needsNoConsent: true,
    expected: ['F01', 'F02', 'F04', 'F09', 'F19'].map((id) => passes(id, 'no-choice')),
  }),
  findingSite({
    id: 'trap-own-click-id',
    about: 'The click id that this instrument put on the address is nobody’s leak while it stays with the site.',
    ...UNASKED,
    tags: [
      tag('functional', 'always', [request('beacon', 'https://trap-own-click-id.banner.lab.example/seen?page={url}')]),
    ],
    plan: { ...ONLY_LOOKED_AT, clickIds: ['gclid', 'fbclid'] },
    needsNoConsent: true,
    expected: ['F01', 'F02', 'F04', 'F05', 'F09', 'F37'].map((id) => passes(id, 'no-choice')),
  }),
  findingSite({
    id: 'trap-random-parts',
    about: 'Names and addresses that are drawn anew each time: two visits, and one finding of each.',
    ...UNASKED,
    tags: [
      tag('marketing', 'always', [
        cookie('_hjSession_{random}', '{random}', 1),
        request('image', 'https://www.facebook.com/tr/?id=4417&ev=PageView&cb={random}'),
      ]),
    ],
    plan: { ...ONLY_LOOKED_AT, runs: 2 },
    expected: [
      seen('stable', fails('F01', 'no-choice', 'hotjar')),
      seen('stable', fails('F02', 'no-choice', 'meta-pixel')),
      seen('stable', fails('F09', 'no-choice')),
    ],
  }),
  findingSite({
    id: 'trap-split-test',
    about: 'Every second visitor gets a page with a pixel: seen in one of two visits, and said so.',
    ...UNASKED,
    pages: { ...NEXT, '/': '<p><a href="/next">Onward</a></p><script src="/variant.js"></script>' },
    files: {
      '/variant.js': file('text/javascript', '/* as it was */', {
        inTurn: ["new Image().src = 'https://www.facebook.com/tr/?id=4417&ev=PageView'"],
      }),
    },
    plan: { ...ONLY_LOOKED_AT, runs: 2 },
    expected: [
      seen('intermittent', fails('F02', 'no-choice', 'meta-pixel')),
      seen('intermittent', fails('F09', 'no-choice')),
      seen('stable', passes('F01', 'no-choice')),
    ],
  }),
  findingSite({
    id: 'trap-unanswered-beacon',
    about: 'A pixel that nobody answers in time went out all the same.',
    tags: [tag('marketing', 'always', [request('beacon', 'https://bat.bing.com/actionp/0?ti=4417')])],
    files: { 'https://bat.bing.com/actionp/0': file('image/gif', '', { afterMs: 4_000 }) },
    plan: ONLY_LOOKED_AT,
    expected: [fails('F02', 'no-choice', 'microsoft-uet')],
  }),
  findingSite({
    id: 'trap-opt-out-law',
    about: 'In California nobody has to be asked before, and the way out is there.',
    ...UNASKED,
    pages: {
      ...NEXT,
      '/': '<p><a href="/next">Your Privacy Choices</a></p>',
      '/next': '<p><a href="/">Your Privacy Choices</a></p>',
    },
    tags: [tag('marketing', 'always', meta)],
    plan: { ...ONLY_LOOKED_AT, jurisdiction: 'us-ca' },
    expected: [passes('F25', 'no-choice')],
  }),
  findingSite({
    id: 'trap-own-statistics',
    about: 'In France: the publisher’s own counting, which may be exempt and may not.',
    ...UNASKED,
    tags: [
      tag('analytics', 'always', [
        cookie('_pk_id.1.4417', '5f3a9c1e7b2d4a60.1763740000.', 390),
        request('beacon', 'https://trap-own-statistics.banner.lab.example/matomo.php?idsite=1&rec=1&action_name=Home'),
      ]),
    ],
    plan: { ...ONLY_LOOKED_AT, jurisdiction: 'fr' },
    expected: [
      isUnclear('F01', 'no-choice', 'matomo'),
      isUnclear('F02', 'no-choice', 'matomo'),
      isUnclear('F09', 'no-choice'),
      isNotAsked('F30', 'no-choice'),
    ],
  }),
  findingSite({
    id: 'trap-error-reports',
    about: 'After accept, errors on a page with a form go to a vendor who can record sessions besides, and does not.',
    tags: [tag('analytics', 'gated', [request('beacon', 'https://o4417.ingest.sentry.io/api/4417/envelope/')])],
    plan: {
      states: ['accepted'],
      steps: [{ id: 'opt-in', label: 'Opt-in', role: 'opt-in', go: { url: '/' } }],
    },
    expected: [isNotAsked('F30', 'accepted')],
  }),
  findingSite({
    id: 'trap-captcha',
    about: 'A captcha keeps machines out: needed or not, the law is open.',
    ...UNASKED,
    tags: [
      tag('functional', 'always', [
        request('script', 'https://www.google.com/recaptcha/api.js'),
        cookie('_GRECAPTCHA', '09AIzaSyB4417kQw3yT5r7uI9oP1aS3dF5gH', 180),
      ]),
    ],
    plan: ONLY_LOOKED_AT,
    expected: ['F02', 'F09'].map((id) => passes(id, 'no-choice')),
  }),
]
