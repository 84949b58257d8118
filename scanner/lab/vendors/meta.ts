import { after, cookie, headerCookie, image, script, store, type Emulation } from './vendor.ts'

/** Meta Pixel. */
export const meta: Emulation = {
  id: 'meta',
  purpose: 'marketing',
  tag: ({ account, cookieDomain }) =>
    script('https://connect.facebook.net/en_US/fbevents.js', [
      cookie('_fbp', 90, { value: 'fb.1.{ms}.{digits}', domain: cookieDomain, sameSite: 'Lax' }),
      store('local', 'lastExternalReferrer', 'empty'),
      store('local', 'lastExternalReferrerTime', '{ms}'),
      script(`https://connect.facebook.net/signals/config/${account}`, [
        after(
          100,
          image('https://www.facebook.com/tr/', {
            query: { id: account, ev: 'PageView', dl: '{url}', rl: '{referrer}', fbp: '{cookie:_fbp}', ts: '{ms}' },
            cookies: [headerCookie('fr', 90, { domain: '.facebook.com', httpOnly: true })],
          }),
        ),
      ]),
    ]),
}
