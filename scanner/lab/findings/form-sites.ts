import type { FindingSite } from './model.ts'
import { fails, findingSite, fixNames, isNotAsked, isUnclear, meta, passes, request, tag } from './site.ts'

const FORM = `<form action="/next" method="get"><label>E-mail <input id="email" name="email" type="email"></label>
<button>Send</button></form>`

const typing = (role: string) => ({
  steps: [
    {
      id: 'landing',
      label: 'Landing',
      role,
      go: { url: '/' },
      fill: [{ field: { selector: '#email' }, with: 'email' }],
    },
    { id: 'next', label: 'Next', role: 'page', go: { url: '/next' } },
  ],
})

const PAGES = { '/': FORM, '/next': '<p>That was all.</p>' }

/** Sites with forms, checkouts and policies. */
export const formSites = (): readonly FindingSite[] => [
  findingSite({
    id: 'finding-form-kept',
    about: 'What is typed stays with the site until it is sent.',
    pages: PAGES,
    tags: [tag('marketing', 'gated', meta)],
    plan: typing('opt-in'),
    expected: [
      ...(['no-choice', 'rejected', 'accepted'] as const).flatMap((state) =>
        ['F26', 'F27'].map((id) => passes(id, state)),
      ),
      passes('F28', 'rejected'),
      isNotAsked('F30', 'rejected'),
    ],
  }),
  findingSite({
    id: 'finding-form-read',
    about: 'A pixel takes the address while it is typed, in readable form.',
    pages: PAGES,
    tags: [
      tag('marketing', 'gated', [
        {
          do: 'on-input',
          field: '#email',
          acts: [request('image', 'https://www.facebook.com/tr/?id=4417&ud={typed}')],
        },
      ]),
    ],
    plan: typing('opt-in'),
    expected: [
      passes('F26', 'rejected'),
      passes('F27', 'rejected'),
      fails('F26', 'accepted', 'meta-pixel'),
      fixNames('finding-form-read.banner.lab.example/lab/tags.js', fails('F27', 'accepted', 'meta-pixel')),
    ],
  }),
  findingSite({
    id: 'finding-form-sent',
    about:
      'The form ends in the address of the next page, from which a pixel takes it along, readable and as a digest.',
    pages: PAGES,
    tags: [
      tag(
        'marketing',
        'always',
        [
          request('image', 'https://www.facebook.com/tr/?id=4417&ev=Lead&dl={url}'),
          request('image', 'https://px.ads.linkedin.com/collect?pid=4417&em={digest}'),
        ],
        ['/next'],
      ),
    ],
    plan: {
      safety: { submitForms: 'canary' },
      steps: [
        {
          id: 'landing',
          label: 'Landing',
          role: 'opt-in',
          go: { url: '/' },
          fill: [{ field: { selector: '#email' }, with: 'email' }],
        },
        { id: 'next', label: 'Next', role: 'thank-you', go: { submit: { role: 'button', name: 'Send' } } },
      ],
    },
    expected: [
      fails('F02', 'no-choice', 'meta-pixel'),
      fails('F02', 'no-choice', 'linkedin-insight'),
      fails('F08', 'rejected', 'meta-pixel'),
      fails('F08', 'rejected', 'linkedin-insight'),
      fails('F26', 'no-choice', 'meta-pixel'),
      fails('F26', 'rejected', 'meta-pixel'),
      fails('F26', 'accepted', 'meta-pixel'),
      passes('F27', 'rejected'),
      fails('F28', 'no-choice', 'linkedin-insight'),
      fails('F28', 'rejected', 'linkedin-insight'),
    ],
  }),
  findingSite({
    id: 'finding-replay',
    about: 'A recorder of sessions runs on the opt-in page, whatever was chosen.',
    pages: PAGES,
    tags: [
      tag('analytics', 'always', [request('beacon', 'https://in.hotjar.com/api/v2/client/sites/4417/visit-data')]),
    ],
    plan: typing('opt-in'),
    expected: [
      fails('F02', 'no-choice', 'hotjar'),
      fails('F08', 'rejected', 'hotjar'),
      fails('F30', 'no-choice', 'hotjar'),
      fails('F30', 'rejected', 'hotjar'),
      isUnclear('F30', 'accepted'),
    ],
  }),
  findingSite({
    id: 'finding-checkout',
    about: 'An advertiser’s script runs where cards are entered.',
    tags: [
      tag('marketing', 'gated', [request('script', 'https://connect.facebook.net/en_US/events.js')]),
      tag('functional', 'always', [request('script', 'https://js.stripe.com/v3/')]),
    ],
    plan: {
      steps: [{ id: 'checkout', label: 'Checkout', role: 'checkout', go: { url: '/' } }],
    },
    expected: [fails('F31', 'accepted', 'meta-pixel')],
  }),
  findingSite({
    id: 'finding-checkout-plain',
    about: 'Only the payment provider’s script runs where cards are entered.',
    tags: [tag('functional', 'always', [request('script', 'https://js.stripe.com/v3/')])],
    plan: {
      steps: [{ id: 'checkout', label: 'Checkout', role: 'checkout', go: { url: '/' } }],
    },
    expected: [passes('F31', 'accepted'), passes('F02', 'no-choice')],
  }),
  findingSite({
    id: 'finding-declared-otherwise',
    about: 'Calls a marketing cookie necessary, keeps it after a refusal, and forgets another.',
    pages: {
      '/': '<p><a href="/next">Onward</a></p>',
      '/next': '<p>That was all.</p>',
      '/cookies': `<h2>Necessary cookies</h2><table><tr><th>Name</th><th>Provider</th><th>Purpose</th><th>Duration</th></tr>
<tr><td>cookie_choice</td><td>This site</td><td>Keeps your choice</td><td>180 days</td></tr>
<tr><td>_fbp</td><td>Facebook</td><td>Security</td><td>90 days</td></tr></table>`,
    },
    tags: [
      tag('marketing', 'always', meta),
      tag('analytics', 'gated', [
        { do: 'cookie', name: '_ga', value: 'GA1.1.1093847562.1763740000', days: 365, isSecure: true },
      ]),
    ],
    plan: { policies: ['/cookies'] },
    expected: [
      fails('F01', 'no-choice', 'meta-pixel'),
      fails('F02', 'no-choice', 'meta-pixel'),
      fails('F06', 'rejected', 'meta-pixel'),
      fails('F08', 'rejected', 'meta-pixel'),
      fails('F10', 'rejected', 'meta-pixel'),
      fails('F32', 'accepted', 'meta-pixel'),
      fails('F32', 'accepted', 'google-analytics'),
    ],
  }),
  findingSite({
    id: 'finding-declared-as-is',
    about: 'Declares what it keeps as it keeps it.',
    pages: {
      '/': '<p><a href="/next">Onward</a></p>',
      '/next': '<p>That was all.</p>',
      '/cookies': `<h2>Necessary cookies</h2><table><tr><th>Name</th><th>Provider</th><th>Purpose</th><th>Duration</th></tr>
<tr><td>cookie_choice</td><td>This site</td><td>Keeps your choice</td><td>180 days</td></tr></table>
<h2>Marketing cookies</h2><table><tr><th>Name</th><th>Provider</th><th>Purpose</th><th>Duration</th></tr>
<tr><td>_fbp</td><td>Facebook</td><td>Advertising</td><td>90 days</td></tr></table>`,
    },
    tags: [tag('marketing', 'gated', meta)],
    plan: { policies: ['/cookies'] },
    expected: [passes('F32', 'accepted'), passes('F32', 'rejected'), passes('F10', 'rejected')],
  }),
]
