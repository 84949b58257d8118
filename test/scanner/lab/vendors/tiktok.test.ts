import { expect, test } from 'vitest'
import { alone } from '../tiny-site.ts'

test('TikTok Pixel stores the same name on the site and on tiktok.com', () => {
  expect(alone('tiktok', 'C9LAB')).toEqual({
    requests: [
      'GET analytics.tiktok.com/i18n/pixel/events.js script',
      'GET analytics.tiktok.com/i18n/pixel/static/main.MTc4lab.js script',
      'POST analytics.tiktok.com/api/v2/pixel fetch',
    ],
    onLeave: [],
    cookies: [
      '_ttp .tiktok.com 390 d http',
      '_tt_enable_cookie .tiny.example 390 d script',
      '_ttp .tiny.example 390 d script',
    ],
    storage: ['session www.tiny.example tt_sessionId', 'session www.tiny.example tt_pixel_session_index'],
  })
})
