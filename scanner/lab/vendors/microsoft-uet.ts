import { after, cookie, headerCookie, image, script, store, type Emulation } from './vendor.ts'

/** Microsoft Advertising's Universal Event Tracking. Nobody told it a default, so it takes consent for granted (`asc=G`). */
export const microsoftUet: Emulation = {
  id: 'microsoft-uet',
  purpose: 'marketing',
  tag: ({ account, cookieDomain }) =>
    script('https://bat.bing.com/bat.js', [
      script(`https://bat.bing.com/p/action/${account}.js`, []),
      cookie('_uetsid', 1, { value: '{hex}', domain: cookieDomain }),
      cookie('_uetvid', 390, { value: '{hex}', domain: cookieDomain }),
      store('local', '_uetsid', '{hex}'),
      store('local', '_uetsid_exp', '{ms}'),
      store('local', '_uetvid', '{hex}'),
      store('local', '_uetvid_exp', '{ms}'),
      after(
        120,
        image('https://bat.bing.com/action/0', {
          query: {
            ti: account,
            Ver: '2',
            mid: '{uuid}',
            sid: '{cookie:_uetsid}',
            vid: '{cookie:_uetvid}',
            evt: 'pageLoad',
            p: '{url}',
            r: '{referrer}',
            tl: '{title}',
            asc: 'G',
          },
          cookies: [headerCookie('MUID', 390, { domain: '.bing.com' })],
        }),
      ),
    ]),
}
