import { expect, test } from 'vitest'
import { alone } from '../tiny-site.ts'

test('Meta Pixel stores a browser id on the site and on facebook.com', () => {
  expect(alone('meta', '12846')).toEqual({
    requests: [
      'GET connect.facebook.net/en_US/fbevents.js script',
      'GET connect.facebook.net/signals/config/12846 script',
      'GET www.facebook.com/tr/ image',
    ],
    onLeave: [],
    cookies: ['_fbp .tiny.example 90 d script', 'fr .facebook.com 90 d http'],
    storage: ['local www.tiny.example lastExternalReferrer', 'local www.tiny.example lastExternalReferrerTime'],
  })
})
