import { after, bouncedImage, cookie, headerCookie, image, script, store, type Emulation } from './vendor.ts'

/** Google Ads: remarketing on every page, a conversion where the funnel reaches a goal. */
export const googleAds: Emulation = {
  id: 'google-ads',
  purpose: 'marketing',
  tag({ account, cookieDomain, pages }) {
    const id = account.replace('AW-', '')
    const query = { auid: '{cookie:_gcl_au}', url: '{url}', ref: '{referrer}', tiba: '{title}', gcs: 'G111' }
    const goals = pages.filter(({ role }) => role === 'thank-you' || role === 'upsell').map(({ path }) => path)
    const userList = image(`https://www.google.com/pagead/1p-user-list/${id}/`)
    return script(`https://www.googletagmanager.com/gtag/js?id=${account}`, [
      cookie('_gcl_au', 90, { value: '1.1.{digits}.{s}', domain: cookieDomain }),
      store('local', '_gcl_ls', '{"schema":"gcl","version":1,"gcl_ctr":{"value":{"value":0}}}'),
      after(
        60,
        bouncedImage(`https://googleads.g.doubleclick.net/pagead/viewthroughconversion/${id}/`, userList, {
          query,
          cookies: [
            headerCookie('IDE', 390, { domain: '.doubleclick.net', httpOnly: true, write: 'absent' }),
            headerCookie('test_cookie', 15 / 1440, { domain: '.doubleclick.net', value: 'CheckForPermission' }),
            headerCookie('receive-cookie-deprecation', 180, {
              domain: '.doubleclick.net',
              value: '1',
              httpOnly: true,
              partitioned: true,
            }),
          ],
        }),
      ),
      {
        do: 'on-page',
        paths: goals,
        acts: [
          after(
            90,
            image(`https://www.googleadservices.com/pagead/conversion/${id}/`, { query: { ...query, label: 'kLab' } }),
          ),
        ],
      },
    ])
  },
}
