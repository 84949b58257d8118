import { runStores } from './stores-runtime.ts'
import { script } from './page.ts'
import type { BannerSite } from './model.ts'
import { bannerSite, withoutBanner } from './site.ts'

/** Sites that ask nothing, most of them rightly. */
export const noBannerSites = (): readonly BannerSite[] => [
  bannerSite({
    id: 'none-plain',
    about: 'Words and nothing else.',
    tags: { analytics: null, marketing: null },
    truth: withoutBanner,
  }),
  bannerSite({
    id: 'none-necessary',
    about: 'A session and a cart, which need no consent.',
    tags: { analytics: null, marketing: null },
    body: '<script src="/shop.js"></script>',
    files: {
      '/shop.js': script(runStores, [
        { area: 'cookie', name: 'PHPSESSID', value: '[[uuid]]', days: 0, encode: 'none' },
        { area: 'session', name: 'cart', value: '[]', days: 0, encode: 'none' },
      ]),
    },
    truth: withoutBanner,
  }),
  bannerSite({
    id: 'none-trackers',
    about: 'Tracks and asks nothing.',
    tags: { analytics: 'always', marketing: 'always' },
    body: '<script src="/start.js"></script>',
    files: { '/start.js': { type: 'text/javascript', text: 'lab.recalled(null)' } },
    truth: withoutBanner,
  }),
  bannerSite({
    id: 'none-cookie-words',
    about: 'A shop for biscuits, with a policy in its footer and a link to cookie settings that open nothing.',
    tags: { analytics: null, marketing: null },
    body: `<main><h2>Our cookies</h2><p>Chocolate chip cookies, baked daily. Accept no others. <button class="order">Order cookies</button></p></main>
<footer><a href="/next">Privacy policy</a> · <a href="#">Cookie settings</a></footer>`,
    truth: withoutBanner,
  }),
]
