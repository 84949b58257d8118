import { expect, test } from 'vitest'
import { alone } from '../tiny-site.ts'

test('Microsoft UET mirrors its cookies in storage and stores MUID on bing.com', () => {
  expect(alone('microsoft-uet', '97034812')).toEqual({
    requests: [
      'GET bat.bing.com/bat.js script',
      'GET bat.bing.com/p/action/97034812.js script',
      'GET bat.bing.com/action/0 image',
    ],
    onLeave: [],
    cookies: ['_uetsid .tiny.example 1 d script', '_uetvid .tiny.example 390 d script', 'MUID .bing.com 390 d http'],
    storage: [
      'local www.tiny.example _uetsid',
      'local www.tiny.example _uetsid_exp',
      'local www.tiny.example _uetvid',
      'local www.tiny.example _uetvid_exp',
    ],
  })
})
