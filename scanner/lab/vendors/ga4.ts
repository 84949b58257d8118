import { after, cookie, leave, post, script, type Emulation } from './vendor.ts'

const COLLECT = 'https://region1.google-analytics.com/g/collect'

/** Google Analytics 4. Asks for two years; Chromium caps every cookie at 400 days. */
export const ga4: Emulation = {
  id: 'ga4',
  purpose: 'analytics',
  tag: ({ account, cookieDomain }) =>
    script(`https://www.googletagmanager.com/gtag/js?id=${account}`, [
      cookie('_ga', 730, { value: 'GA1.1.{digits}.{s}', domain: cookieDomain }),
      cookie(`_ga_${account.replace('G-', '')}`, 730, { value: 'GS2.1.s{s}$o1$g0$t{s}$j60', domain: cookieDomain }),
      after(80, post('beacon', COLLECT, '', { query: hit(account, 'page_view') })),
      leave(post('beacon', COLLECT, '', { query: hit(account, 'user_engagement') })),
    ]),
}

/** `gcs`/`gcd` say: ad and analytics storage were denied by default and granted by the visitor. */
function hit(account: string, event: string): Record<string, string> {
  return {
    v: '2',
    tid: account,
    cid: '{cookie:_ga}',
    gcs: 'G111',
    gcd: '13r3r3r3r5l1',
    en: event,
    dl: '{url}',
    dr: '{referrer}',
    dt: '{title}',
  }
}
