import type { FindingSite } from './model.ts'
import { file, findingSite, NEXT, passes, request, tag, UNASKED } from './site.ts'

const ONLY_LOOKED_AT = { states: ['no-choice'] }
const nothing = (...rules: readonly string[]) => rules.map((id) => passes(id, 'no-choice'))

/** Pages that speak of vendors, and have nothing to do with them: what stands in markup is not yet a request. */
export const trapMarkupSites = (): readonly FindingSite[] => [
  findingSite({
    id: 'trap-links-only',
    about: 'Links to vendors and tells of them in words and data, and asks them for nothing.',
    ...UNASKED,
    pages: {
      ...NEXT,
      '/': `<p><a href="https://www.facebook.com/pencils">Facebook</a> <a href="https://www.youtube.com/watch?v=1">Film</a>
<a href="https://www.facebook.com/sharer/sharer.php?u=x">Share</a> We once used Google Analytics (google-analytics.com/g/collect).</p>
<form action="https://www.paypal.com/donate" method="post"><button>Donate</button></form>
<script type="application/ld+json">{"sameAs":["https://www.linkedin.com/company/pencils"]}</script><p><a href="/next">Onward</a></p>`,
    },
    plan: ONLY_LOOKED_AT,
    needsNoConsent: true,
    expected: nothing('F01', 'F02', 'F03', 'F09', 'F33', 'F36'),
  }),
  findingSite({
    id: 'trap-held-back-markup',
    about: 'Scripts, frames and pixels wait in the markup for a consent that nobody gave.',
    pages: {
      ...NEXT,
      '/': `<script type="text/plain" data-category="marketing" src="https://connect.facebook.net/en_US/fbevents.js"></script>
<script type="text/plain" data-category="analytics">fetch('https://region1.google-analytics.com/g/collect?v=2')</script>
<iframe data-src="https://www.youtube.com/embed/1" title="held back"></iframe>
<template><img src="https://www.facebook.com/tr/?id=4417" alt=""></template>
<noscript><img src="https://www.facebook.com/tr/?id=4417&noscript=1" alt=""></noscript>
<!-- <script src="https://static.hotjar.com/c/hotjar-4417.js"></script> --><p><a href="/next">Onward</a></p>`,
    },
    plan: { states: ['no-choice', 'rejected'] },
    expected: [
      ...nothing('F01', 'F02', 'F03', 'F09', 'F36'),
      ...['F03', 'F06', 'F08'].map((id) => passes(id, 'rejected')),
    ],
  }),
  findingSite({
    id: 'trap-preconnect',
    about: 'Opens lines to vendors’ hosts, and sends nothing over them.',
    ...UNASKED,
    pages: {
      ...NEXT,
      '/': `<link rel="preconnect" href="https://connect.facebook.net"><link rel="dns-prefetch" href="//www.google-analytics.com">
<p><a href="/next">Onward</a></p>`,
    },
    plan: ONLY_LOOKED_AT,
    needsNoConsent: true,
    expected: nothing('F01', 'F02', 'F03', 'F09'),
  }),
  findingSite({
    id: 'trap-mixed-content',
    about: 'Asks for a vendor’s script over plain HTTP, which the browser does not let out of a page of HTTPS.',
    pages: {
      ...NEXT,
      '/': '<script src="http://connect.facebook.net/en_US/plain.js"></script><p><a href="/next">Onward</a></p>',
    },
    plan: ONLY_LOOKED_AT,
    expected: nothing('F02', 'F03', 'F09', 'F39'),
  }),
  findingSite({
    id: 'trap-lookalike-hosts',
    about: 'Hosts whose names contain those of vendors, and belong to somebody else.',
    ...UNASKED,
    tags: [
      tag('functional', 'always', [
        request('image', 'https://www.facebook.com.trap-lookalike-hosts.banner.lab.example/logo.gif'),
        request('image', 'https://notgoogle-analytics.com/logo.gif'),
        request('script', 'https://trap-lookalike-hosts.banner.lab.example/www.facebook.com/tr.js'),
      ]),
    ],
    files: { '/www.facebook.com/tr.js': file('text/javascript', '/* a folder of that name */') },
    plan: ONLY_LOOKED_AT,
    needsNoConsent: true,
    expected: nothing('F02', 'F03', 'F09', 'F33'),
  }),
  findingSite({
    id: 'trap-service-worker',
    about: 'The site’s own worker answers for a pixel, so that nothing leaves the machine.',
    ...UNASKED,
    pages: {
      ...NEXT,
      '/': `<script>navigator.serviceWorker.register('/worker.js')</script><p><a href="/next">Onward</a></p>`,
      '/next': `<script>
const ask = () => { new Image().src = 'https://www.facebook.com/tr/?id=4417&ev=PageView' }
if (navigator.serviceWorker.controller) ask()
else navigator.serviceWorker.addEventListener('controllerchange', ask, { once: true })
</script><p>That was all.</p>`,
    },
    files: {
      '/worker.js': file(
        'text/javascript',
        `addEventListener('install', () => skipWaiting())
addEventListener('activate', (event) => event.waitUntil(clients.claim()))
addEventListener('fetch', (event) => {
  if (event.request.url.includes('/tr/')) event.respondWith(new Response(null, { status: 204 }))
})`,
      ),
    },
    plan: ONLY_LOOKED_AT,
    needsNoConsent: true,
    expected: nothing('F02', 'F09'),
  }),
]
