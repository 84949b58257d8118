import { firstLayer, homeMade, secondLayer, threeButtons } from '../banners/home-made.ts'
import { bannerWords } from '../banners/words.ts'
import type { FindingSite } from './model.ts'
import { fails, file, findingSite, isUnclear, meta, metaPixel, passes, request, tag, UNASKED } from './site.ts'

const words = bannerWords('en')
const PLAIN = '<!doctype html><html lang="en"><head><link rel="icon" href="data:,"><title>Unclear</title></head>'
const WALL = file('text/html', `${PLAIN}<body><h1>Just a moment...</h1><p>Checking that you are human.</p></body>`, {
  status: 403,
})
const ONE_PAGE = { steps: [{ id: 'landing', label: 'Landing', role: 'landing', go: { url: '/' } }] }

/** Sites of which something stays unseen: what is not found there is no pass. */
export const unclearSites = (): readonly FindingSite[] => [
  findingSite({
    id: 'unclear-bot-wall',
    about: 'Behaves on its first page; the second is kept from machines by a wall.',
    tags: [tag('marketing', 'gated', meta)],
    files: { '/next': WALL },
    expected: [
      ...['F01', 'F02', 'F03', 'F04', 'F05', 'F09', 'F20', 'F23', 'F36', 'F37'].map((id) => isUnclear(id, 'no-choice')),
      ...['F03', 'F05', 'F06', 'F08', 'F10', 'F16', 'F17', 'F18', 'F23'].map((id) => isUnclear(id, 'rejected')),
      ...['F16', 'F18', 'F19', 'F21', 'F34', 'F39'].map((id) => isUnclear(id, 'accepted')),
    ],
  }),
  findingSite({
    id: 'unclear-refusal',
    about: 'Its banner goes away when pressed, keeps nothing, and is back on the next page: no refusal was proven.',
    banner: homeMade('en', { quirks: { forgets: true } }),
    tags: [tag('marketing', 'leaky', meta)],
    plan: { states: ['no-choice', 'rejected'] },
    expected: [
      fails('F01', 'no-choice', 'meta-pixel'),
      fails('F02', 'no-choice', 'meta-pixel'),
      ...['F03', 'F06', 'F08', 'F16', 'F17', 'F18', 'F22', 'F29'].map((id) => isUnclear(id, 'rejected')),
    ],
  }),
  findingSite({
    id: 'unclear-withdrawal',
    about: 'What was accepted is to be taken back, and the page after it answers with an error.',
    tags: [tag('marketing', 'gated', [metaPixel])],
    files: { '/next': WALL },
    plan: { states: ['withdrawn'] },
    expected: ['F06', 'F07', 'F08', 'F28'].map((id) => isUnclear(id, 'withdrawn')),
  }),
  findingSite({
    id: 'unclear-hung-page',
    about: 'Sends a pixel and then lets nobody look any more: whether it asks first cannot be told.',
    ...UNASKED,
    pages: { '/': '<p>Busy.</p><script>addEventListener("load", () => setTimeout(() => { for (;;); }, 150))</script>' },
    tags: [tag('marketing', 'always', [metaPixel])],
    plan: { ...ONE_PAGE, states: ['no-choice'], limits: { settleMs: 300, stepTimeoutMs: 4_000 } },
    expected: [
      fails('F02', 'no-choice', 'meta-pixel'),
      ...['F09', 'F11', 'F13', 'F15', 'F35'].map((id) => isUnclear(id, 'no-choice')),
    ],
  }),
  findingSite({
    id: 'unclear-endless-frame',
    about: 'A frame on the page is still loading when the time of its step is over.',
    ...UNASKED,
    pages: { '/': '<p>Wait.</p><iframe src="/slow" title="slow"></iframe>' },
    files: { '/slow': file('text/html', PLAIN, { afterMs: 6_000 }) },
    plan: { ...ONE_PAGE, states: ['no-choice'], limits: { settleMs: 300, stepTimeoutMs: 2_500 } },
    expected: ['F01', 'F02', 'F04', 'F29', 'F36'].map((id) => isUnclear(id, 'no-choice')),
  }),
  findingSite({
    id: 'unclear-late-page',
    about: 'The second page does not come in time.',
    ...UNASKED,
    files: { '/next': file('text/html', PLAIN, { afterMs: 5_000 }) },
    plan: { states: ['no-choice'], limits: { settleMs: 300, stepTimeoutMs: 2_500 } },
    expected: ['F01', 'F02', 'F09', 'F33'].map((id) => isUnclear(id, 'no-choice')),
  }),
  findingSite({
    id: 'unclear-silence',
    about: 'Takes scrolling for a yes, and was not looked at before: nothing can be compared.',
    tags: [tag('marketing', 'leaky', [{ do: 'on-event', event: 'scroll', acts: [metaPixel] }])],
    plan: { states: ['scrolled'] },
    expected: [isUnclear('F14', 'scrolled')],
  }),
  findingSite({
    id: 'unclear-contrast',
    about: 'A picture lies behind the words of the refusal, so that its contrast cannot be read off.',
    banner: homeMade('en', {
      css: `.ask { position: fixed; inset: auto 0 0; padding: 1em 2em; background: #fff; font: 15px sans-serif }
.ask button { padding: .5em 1em; font: inherit; color: #000; background: #eee }
.ask .no { background: url(/paper.gif) }`,
      layers: { first: firstLayer(words, threeButtons(words)), second: secondLayer(words) },
    }),
    files: { '/paper.gif': file('image/gif', '') },
    plan: { states: ['no-choice'] },
    expected: [isUnclear('F12', 'no-choice'), passes('F11', 'no-choice')],
  }),
  findingSite({
    id: 'unclear-wall',
    about: 'A veil over the whole page, and settings behind which a refusal may or may not be.',
    banner: homeMade('en', {
      layers: {
        first: `<div class="veil"></div>${firstLayer(words, `<button class="more">${words.settings}</button> <button class="yes">${words.accept}</button>`)}`,
        second: secondLayer(words),
      },
      css: `.veil { position: fixed; inset: 0; background: #000c; z-index: 9998 }
.ask { position: fixed; inset: 20% 20% auto; padding: 2em; background: #fff; z-index: 9999 }`,
    }),
    plan: { ...ONE_PAGE, states: ['no-choice'] },
    expected: [fails('F11', 'no-choice'), isUnclear('F15', 'no-choice')],
  }),
  findingSite({
    id: 'unclear-consent-string',
    about: 'Keeps a consent string, and passes it on, that nobody can read.',
    banner: homeMade('en', {
      storesBefore: [{ area: 'cookie', name: 'euconsent-v2', value: 'C~broken', days: 180, encode: 'none' }],
    }),
    tags: [tag('marketing', 'leaky', [request('image', 'https://ib.adnxs.com/getuid?gdpr=1&gdpr_consent=C~broken')])],
    plan: { ...ONE_PAGE, states: ['no-choice'] },
    expected: [fails('F02', 'no-choice', 'xandr'), isUnclear('F22', 'no-choice')],
  }),
  findingSite({
    id: 'unclear-sale',
    about: 'In California: a vendor whose contract decides whether this is a sale, and a page nobody could read.',
    ...UNASKED,
    pages: { '/': '<p>Opt-Out Request Honored</p><p><a href="/next">Your Privacy Choices</a></p>' },
    tags: [
      tag('marketing', 'always', [
        request('beacon', 'https://in.hotjar.com/api/v2/client/sites/4417/visit-data'),
        request('image', 'https://www.facebook.com/tr/?id=4417&ev=PageView&dpo=LDU&dpoco=1'),
      ]),
    ],
    files: { '/next': WALL },
    plan: { jurisdiction: 'us-ca', states: ['no-choice', 'gpc'] },
    expected: [isUnclear('F24', 'gpc', 'hotjar'), isUnclear('F25', 'no-choice')],
  }),
  findingSite({
    id: 'unclear-field',
    about: 'The field that is to be typed into is not there, so nothing typed could be followed.',
    pages: { '/': '<p>The form moved.</p>' },
    plan: {
      steps: [
        {
          id: 'landing',
          label: 'Landing',
          role: 'opt-in',
          go: { url: '/' },
          fill: [{ field: { selector: '#email' }, with: 'email' }],
        },
      ],
      states: ['no-choice'],
    },
    expected: ['F26', 'F27', 'F28', 'F30'].map((id) => isUnclear(id, 'no-choice')),
  }),
  findingSite({
    id: 'unclear-checkout-script',
    about: 'A library from elsewhere runs where cards are entered; whether it has to, nobody can see.',
    tags: [tag('functional', 'always', [request('script', 'https://cdn.orbweaver.example/pencils.js')])],
    plan: {
      steps: [{ id: 'checkout', label: 'Checkout', role: 'checkout', go: { url: '/' } }],
      states: ['no-choice'],
    },
    expected: [isUnclear('F31', 'no-choice', 'cdn.orbweaver.example')],
  }),
  findingSite({
    id: 'unclear-policy',
    about: 'The page that declares its cookies cannot be read.',
    ...UNASKED,
    files: { '/cookies': file('text/html', `${PLAIN}<body>Gone</body>`, { status: 500 }) },
    plan: { ...ONE_PAGE, policies: ['/cookies'], states: ['no-choice'] },
    expected: [isUnclear('F32', 'no-choice')],
  }),
]
