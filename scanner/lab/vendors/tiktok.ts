import { after, cookie, headerCookie, post, script, store, type Emulation } from './vendor.ts'

/** TikTok Pixel: the same name, `_ttp`, once on the site by script and once on tiktok.com by header. */
export const tiktok: Emulation = {
  id: 'tiktok',
  purpose: 'marketing',
  tag: ({ account, cookieDomain }) =>
    script(
      `https://analytics.tiktok.com/i18n/pixel/events.js?sdkid=${account}`,
      [
        script('https://analytics.tiktok.com/i18n/pixel/static/main.MTc4lab.js', [
          cookie('_tt_enable_cookie', 390, { value: '1', domain: cookieDomain }),
          cookie('_ttp', 390, { value: '{hex}.tt.1', domain: cookieDomain, sameSite: 'Lax' }),
          store('session', 'tt_sessionId', '{hex}', 'absent'),
          store('session', 'tt_pixel_session_index', '{"index":1}'),
          after(
            140,
            post(
              'fetch',
              'https://analytics.tiktok.com/api/v2/pixel',
              JSON.stringify({
                event: 'Pageview',
                event_id: '{uuid}',
                timestamp: '{s}',
                context: { page: { url: '{url}', referrer: '{referrer}' }, pixel: { code: account } },
              }),
            ),
          ),
        ]),
      ],
      { cookies: [headerCookie('_ttp', 390, { domain: '.tiktok.com', write: 'absent' })] },
    ),
}
