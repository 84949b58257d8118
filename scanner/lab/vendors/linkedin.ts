import { after, bouncedImage, cookie, headerCookie, image, script, store, type Emulation } from './vendor.ts'

const SYNC = image('https://www.linkedin.com/px/li_sync', {
  cookies: [
    headerCookie('bcookie', 365, { domain: '.linkedin.com', value: '"v=2&{id}"' }),
    headerCookie('li_sugr', 90, { domain: '.linkedin.com' }),
  ],
})

/** LinkedIn Insight. `li_fat_id` is first-party and comes from the click id in the address. */
export const linkedin: Emulation = {
  id: 'linkedin',
  purpose: 'marketing',
  tag: ({ account, cookieDomain }) =>
    script('https://snap.licdn.com/li.lms-analytics/insight.min.js', [
      store('local', 'li_adsId', '{uuid}', 'absent'),
      {
        do: 'with-query',
        names: ['li_fat_id'],
        acts: [cookie('li_fat_id', 30, { value: '{query:li_fat_id}', domain: cookieDomain, sameSite: 'Lax' })],
      },
      after(
        70,
        bouncedImage('https://px.ads.linkedin.com/collect', SYNC, {
          query: { v: '2', fmt: 'js', pid: account, time: '{ms}', url: '{url}' },
          cookies: [headerCookie('lidc', 1, { domain: '.linkedin.com', value: '"b=LAB:s=T:r=T:a=T:p=T:g=1:u={id}"' })],
        }),
      ),
    ]),
}
