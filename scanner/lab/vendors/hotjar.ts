import { after, cookie, post, script, store, type Emulation } from './vendor.ts'

/** Hotjar (Contentsquare): session replay. */
export const hotjar: Emulation = {
  id: 'hotjar',
  purpose: 'analytics',
  tag: ({ account, cookieDomain }) =>
    script(`https://static.hotjar.com/c/hotjar-${account}.js?sv=6`, [
      script('https://script.hotjar.com/modules.8da33a8f469c3b5ffcec.js', [
        cookie(`_hjSessionUser_${account}`, 365, { domain: cookieDomain, secure: true, sameSite: 'None' }),
        cookie(`_hjSession_${account}`, 30 / 1440, { domain: cookieDomain, secure: true, sameSite: 'None' }),
        store('session', 'hjViewportId', '{uuid}'),
        store('local', 'hjActiveViewportIds', '["{uuid}"]'),
        after(
          160,
          post(
            'xhr',
            `https://in.hotjar.com/api/v2/client/sites/${account}/visit-data?sv=6`,
            JSON.stringify({ user: `{cookie:_hjSessionUser_${account}}`, url: '{url}' }),
          ),
        ),
      ]),
    ]),
}
