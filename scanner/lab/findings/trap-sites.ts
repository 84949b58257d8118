import type { FindingSite } from './model.ts'
import { file, findingSite, fixNames, isUnclear, movedTo, passes, request, tag, UNASKED } from './site.ts'

const SESSION = { 'set-cookie': 'PHPSESSID=r8k2v0qj4m1t7c9h3f5b6n2d1x; Path=/; Secure; HttpOnly; SameSite=Lax' }
const PLAIN = '<!doctype html><html lang="en"><head><link rel="icon" href="data:,"><title>Trap</title></head>'

/** Sites that instruments accuse and should not. */
export const trapSites = (): readonly FindingSite[] => [
  findingSite({
    id: 'trap-session-cookie',
    about: 'A session is all it keeps, which needs no consent and no banner.',
    ...UNASKED,
    files: {
      '/': file('text/html', `${PLAIN}<body><h1>Welcome</h1><a href="/next">Onward</a></body></html>`, {
        headers: SESSION,
      }),
    },
    needsNoConsent: true,
    expected: ['F01', 'F02', 'F04', 'F09'].map((id) => passes(id, 'no-choice')),
  }),
  findingSite({
    id: 'trap-cookieless-analytics',
    about: 'Counts visits without keeping anything on the device, and asks nobody.',
    ...UNASKED,
    tags: [
      tag('analytics', 'always', [
        request('script', 'https://plausible.io/js/script.js'),
        request('beacon', 'https://plausible.io/api/event'),
      ]),
    ],
    expected: [
      fixNames('what makes it exempt', isUnclear('F02', 'no-choice', 'plausible')),
      ...['F01', 'F09', 'F33'].map((id) => passes(id, 'no-choice')),
    ],
  }),
  findingSite({
    id: 'trap-own-icons',
    about: 'Files of its own whose names sound like trackers.',
    ...UNASKED,
    pages: {
      '/': `<p><img src="/icons/facebook.svg" alt="Facebook"> <img src="/img/pixel.gif?utm_source=a" alt="">
<script src="/js/privacy-policy.js"></script><script src="/analytics/tracking.js"></script><a href="/next">Onward</a></p>`,
      '/next': '<p><img src="/icons/facebook.svg" alt="Facebook"></p>',
    },
    files: {
      '/icons/facebook.svg': file('image/svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"/>'),
      '/img/pixel.gif': file('image/gif', ''),
      '/js/privacy-policy.js': file('text/javascript', '/* words */'),
      '/analytics/tracking.js': file('text/javascript', '/* parcels */'),
    },
    plan: { states: ['no-choice'] },
    needsNoConsent: true,
    expected: ['F01', 'F02', 'F03', 'F09'].map((id) => passes(id, 'no-choice')),
  }),
  findingSite({
    id: 'trap-blocked-by-policy',
    about: 'A pixel stands in the page, and its own policy keeps the browser from sending it.',
    policy: "default-src 'self' 'unsafe-inline' data:",
    tags: [tag('marketing', 'always', [request('image', 'https://www.facebook.com/tr/?id=4417&ev=PageView')])],
    expected: [passes('F02', 'no-choice'), passes('F08', 'rejected'), passes('F09', 'no-choice')],
  }),
  findingSite({
    id: 'trap-alias-of-a-host',
    about: 'A host of the site is an alias of the machine it is rented on, whose owner tracks nobody.',
    ...UNASKED,
    tags: [
      tag('functional', 'always', [request('image', 'https://img.trap-alias-of-a-host.banner.lab.example/a.gif')]),
    ],
    aliases: { 'img.trap-alias-of-a-host.banner.lab.example': 'e4417.edge.hosting.example' },
    plan: { states: ['no-choice'], lookups: { cnames: true } },
    needsNoConsent: true,
    expected: ['F01', 'F02', 'F09', 'F38'].map((id) => passes(id, 'no-choice')),
  }),
  findingSite({
    id: 'trap-www',
    about: 'The plan names the host with www, the site lives without: both are the same party.',
    ...UNASKED,
    files: {
      'https://www.trap-www.banner.lab.example/': movedTo('https://trap-www.banner.lab.example/'),
      '/': file(
        'text/html',
        `${PLAIN}<body><h1>Welcome</h1><a href="/next">Onward</a><img src="https://www.trap-www.banner.lab.example/logo.gif" alt=""></body></html>`,
        { headers: SESSION },
      ),
      'https://www.trap-www.banner.lab.example/logo.gif': file('image/gif', '', {
        headers: { 'set-cookie': 'visit=4f7a1c9e2b8d4e60a3c5; Path=/; Secure; HttpOnly; SameSite=Lax' },
      }),
    },
    plan: {
      states: ['no-choice'],
      site: 'https://www.trap-www.banner.lab.example',
      steps: [
        { id: 'landing', label: 'Landing', role: 'landing', go: { url: '/' } },
        { id: 'next', label: 'Next', role: 'page', go: { url: 'https://trap-www.banner.lab.example/next' } },
      ],
    },
    needsNoConsent: true,
    expected: ['F01', 'F02', 'F09'].map((id) => passes(id, 'no-choice')),
  }),
  findingSite({
    id: 'trap-redirect',
    about: 'The advertised address leads through two others to the page.',
    ...UNASKED,
    files: {
      'https://go.trap-redirect.banner.lab.example/spring': movedTo('/hop?utm_campaign=spring'),
      'https://go.trap-redirect.banner.lab.example/hop': movedTo(
        'https://trap-redirect.banner.lab.example/?utm_campaign=spring',
      ),
    },
    plan: {
      states: ['no-choice'],
      steps: [
        {
          id: 'landing',
          label: 'Landing',
          role: 'landing',
          go: { url: 'https://go.trap-redirect.banner.lab.example/spring' },
        },
        { id: 'next', label: 'Next', role: 'page', go: { click: { role: 'link', name: 'Onward' } } },
      ],
    },
    needsNoConsent: true,
    expected: ['F01', 'F02', 'F09'].map((id) => passes(id, 'no-choice')),
  }),
  findingSite({
    id: 'trap-late-answer',
    about:
      'Asks when the pointer comes near; the answer sets a cookie long after the refusal, which could not stop it.',
    tags: [
      tag('marketing', 'leaky', [
        {
          do: 'on-event',
          event: 'pointermove',
          acts: [request('beacon', 'https://px.ads.linkedin.com/wa/?pid=4417')],
        },
      ]),
    ],
    files: {
      'https://px.ads.linkedin.com/wa/': file('image/gif', '', {
        afterMs: 1500,
        headers: {
          'set-cookie':
            'bcookie="v=2&b2f1c0de-7a44-4f0e-9b0a"; Domain=.linkedin.com; Max-Age=31536000; Secure; SameSite=None',
        },
      }),
    },
    expected: [
      passes('F02', 'no-choice'),
      passes('F06', 'rejected'),
      passes('F08', 'rejected'),
      passes('F17', 'rejected'),
    ],
  }),
]
