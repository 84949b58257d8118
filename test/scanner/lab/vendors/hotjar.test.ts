import { expect, test } from 'vitest'
import { alone } from '../tiny-site.ts'

test('Hotjar stores a visitor for a year and a session for half an hour', () => {
  expect(alone('hotjar', '33188')).toEqual({
    requests: [
      'GET static.hotjar.com/c/hotjar-33188.js script',
      'GET script.hotjar.com/modules.8da33a8f469c3b5ffcec.js script',
      'POST in.hotjar.com/api/v2/client/sites/33188/visit-data xhr',
    ],
    onLeave: [],
    cookies: ['_hjSessionUser_33188 .tiny.example 365 d script', '_hjSession_33188 .tiny.example 0.0208 d script'],
    storage: ['session www.tiny.example hjViewportId', 'local www.tiny.example hjActiveViewportIds'],
  })
})
